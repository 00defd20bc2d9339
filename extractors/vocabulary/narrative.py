"""Which words tell what a sentence of the report speaks of (data/vocabulary/narrative.yaml)?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

from schemas.data_files import data_folder


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
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))


@lru_cache(maxsize=1)
def words() -> NarrativeVocabulary:
    """The vocabulary of the prose."""
    text = (data_folder() / "vocabulary" / "narrative.yaml").read_text(encoding="utf-8")
    raw: dict[str, Any] = yaml.safe_load(text)
    functions: dict[str, dict[str, Any]] = raw["functions"]
    titles = {spec["title"]: name for name, spec in functions.items()}
    details = {word: name for name, spec in functions.items() for word in spec["words"]}
    return NarrativeVocabulary(
        functions=any_of([*titles, *details]),
        titles=titles,
        details=details,
        shorts={spec["short"]: name for name, spec in functions.items()},
        groups=_groups(raw),
        claim_anchors=tuple(re.compile(pattern) for pattern in raw["claims"]["anchors"]),
        claim_closings=tuple(re.compile(pattern) for pattern in raw["claims"]["closings"]),
    )


def _groups(raw: dict[str, Any]) -> dict[str, re.Pattern[str]]:
    """Every plain word list as one pattern, nested ones as ``time.annual``; lists of patterns as they are."""
    groups: dict[str, re.Pattern[str]] = {}
    for key, value in raw.items():
        if key.endswith("_patterns"):
            groups[key.removesuffix("_patterns")] = re.compile("|".join(f"(?:{pattern})" for pattern in value))
        elif isinstance(value, list):
            groups[key] = any_of(value)
        elif key in ("time", "focus", "platform_types"):
            groups.update({f"{key}.{name}": any_of(listed) for name, listed in value.items()})
    groups["claims.negations"] = any_of(raw["claims"]["negations"])
    return groups
