"""Which words tell what a sentence of the report speaks of (data/vocabulary/narrative.yaml)?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from extractors.values.text import any_of as spelled
from schemas.data_files import vocabulary_file
from schemas.strict_yaml import Marked

_LISTS = (
    "activity_nouns not_activities training_words not_training employee_words manager_words own_staff average_words "
    "enterprise_words serve_words financing_words not_financing guarantee_words guarantee_new guarantee_stock "
    "free_words low_fee_words share_words not_share titles_words not_served total_words public_words case_words "
    "online_words offline_words plan_headings done_headings platform_anchors platform_not"
)
_PATTERNS = "plan rule"
_NESTED = {
    "time": "annual previous now event many done",
    "focus": "employees managers",
    "platform_types": "综合性 专业性",
}


@dataclass(frozen=True, slots=True)
class NarrativeVocabulary:
    """The vocabulary, ready to search with.

    ``functions`` finds any word that names a function, longest first; ``titles`` and ``details`` say
    which function a word found so belongs to. ``groups`` are the word lists by their key in the file.
    """

    functions: re.Pattern[str]
    titles: Mapping[str, str]
    details: Mapping[str, str]
    shorts: Mapping[str, str]
    groups: Mapping[str, re.Pattern[str]]
    claim_anchors: tuple[re.Pattern[str], ...]
    claim_closings: tuple[re.Pattern[str], ...]

    def has(self, group: str, text: str) -> bool:
        """Whether any word of this group stands in the text."""
        return self.groups[group].search(text) is not None


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the words, the longest first."""
    return re.compile(spelled(words))


@lru_cache(maxsize=1)
def words() -> NarrativeVocabulary:
    """The vocabulary of the prose."""
    patterns = " ".join(f"{name}_patterns" for name in _PATTERNS.split())
    fields = vocabulary_file("narrative").fields(f"functions claims {_LISTS} {patterns} {' '.join(_NESTED)}")
    functions = {name: spec.fields("title short words") for name, spec in fields["functions"].pairs()}
    claims = fields["claims"].fields("anchors closings negations")
    titles = {spec["title"].text(): name for name, spec in functions.items()}
    details = {word: name for name, spec in functions.items() for word in spec["words"].words()}
    return NarrativeVocabulary(
        functions=any_of([*titles, *details]),
        titles=titles,
        details=details,
        shorts={spec["short"].text(): name for name, spec in functions.items()},
        groups={**_groups(fields), "claims.negations": any_of(claims["negations"].words())},
        claim_anchors=claims["anchors"].patterns(),
        claim_closings=claims["closings"].patterns(),
    )


def _groups(fields: Mapping[str, Marked]) -> dict[str, re.Pattern[str]]:
    """Every word list as one pattern, nested ones as ``time.annual``; lists of patterns as they are."""
    groups = {key: any_of(fields[key].words()) for key in _LISTS.split()}
    for key in _PATTERNS.split():
        parts = (pattern.pattern for pattern in fields[f"{key}_patterns"].patterns())
        groups[key] = re.compile("|".join(f"(?:{part})" for part in parts))
    for key, names in _NESTED.items():
        nested = fields[key].fields(names)
        groups.update({f"{key}.{name}": any_of(nested[name].words()) for name in names.split()})
    return groups
