"""Which wordings of a regulation are taken for certain? data/vocabulary/draft_words.yaml, typed and compiled."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from schemas.data_files import vocabulary_file
from schemas.strict_yaml import Marked

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class DraftVocabulary:
    """All the words of draft_words.yaml; its comments say what each is for."""

    said: Mapping[str, Pattern]
    fillers: Pattern
    behind: Pattern
    ask_behind: Pattern
    articles: Mapping[str, Pattern]
    functions: Mapping[str, Pattern]
    relaxed_to: Pattern
    hints: Mapping[str, tuple[str, ...]]
    unknown_papers: Pattern
    judgement_leads: Pattern
    judgement_splits: Pattern
    whom: Mapping[str, Pattern]
    absence: Pattern
    carried: Mapping[str, tuple[Pattern, Pattern]]
    score: Mapping[str, Pattern]
    absence_leads: Pattern
    form: Mapping[str, Pattern]
    form_titles: Mapping[str, Pattern]
    alike: Mapping[str, Pattern]
    noun: Mapping[str, Pattern]
    score_table: Mapping[str, Pattern]
    others: Mapping[str, Pattern]
    units: tuple[str, ...]
    years: Mapping[str, Pattern]
    growth: Pattern
    veto: Pattern
    veto_head: Pattern
    veto_item: Pattern
    bound_table: Mapping[str, Pattern]
    ratios: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]


_MAPPINGS = (
    "said fillers behind articles functions hints whom carried score form alike noun score_table bound_table others "
    "units ratios years"
)
_PATTERNS = (
    "unknown_papers ask_behind relaxed_to judgement_leads judgement_splits absence absence_leads growth veto veto_head "
    "veto_item"
)


@functools.cache
def draft_words() -> DraftVocabulary:
    """The vocabulary, read once."""
    fields = vocabulary_file("draft_words").fields(f"{_MAPPINGS} {_PATTERNS}")
    return DraftVocabulary(
        said={name: _any(words) for name, words in fields["said"].pairs()},
        fillers=_any(fields["fillers"]),
        behind=_any(fields["behind"]),
        articles=_each(fields["articles"]),
        functions=_each(fields["functions"]),
        hints={kind: words.words() for kind, words in fields["hints"].pairs()},
        whom=_each(fields["whom"]),
        carried={name: _carried(one) for name, one in fields["carried"].pairs()},
        score=_each(fields["score"]),
        alike=_each(fields["alike"]),
        noun=_each(fields["noun"]),
        score_table=_each(fields["score_table"]),
        others=_each(fields["others"]),
        years=_each(fields["years"]),
        bound_table=_each(fields["bound_table"]),
        units=fields["units"].words(),
        ratios={name: _ratio(one) for name, one in fields["ratios"].pairs()},
        form={name: one.pattern() for name, one in fields["form"].pairs() if name != "titles"},
        form_titles=_each(fields["form"].fields("titles", "behind_title empty year")["titles"]),
        **{name: fields[name].pattern() for name in _PATTERNS.split()},
    )


def _any(marked: Marked) -> Pattern:
    """Any of the patterns of a list."""
    return re.compile("|".join(f"(?:{pattern.pattern})" for pattern in marked.patterns()))


def _each(marked: Marked) -> dict[str, Pattern]:
    return {name: given.pattern() for name, given in marked.pairs()}


def _ratio(marked: Marked) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """By what names its part goes, and its whole."""
    fields = marked.fields("of in")
    return fields["of"].words(), fields["in"].words()


def _carried(marked: Marked) -> tuple[Pattern, Pattern]:
    """The short name of a measure, and what the words before the comma must have named."""
    fields = marked.fields("short of")
    return fields["short"].pattern(), fields["of"].pattern()
