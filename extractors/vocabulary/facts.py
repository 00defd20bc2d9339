"""Under which labels do papers say things of themselves (data/vocabulary/facts.yaml)?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

from schemas.data_files import data_folder

_NOTE = r"(?:\s*[（(][^（）()：:]{1,16}[)）])*"


@dataclass(frozen=True, slots=True)
class FactVocabulary:
    """The vocabulary of facts: labels by group and fact, and plain lists."""

    groups: Mapping[str, str]
    labels: Mapping[str, Mapping[str, tuple[str, ...]]]
    lists: Mapping[str, tuple[str, ...]]
    every: frozenset[str]
    """Every label: none of them is what another label asks for."""
    boundary: re.Pattern[str]
    """Any label at all, where a value ends."""

    def group(self, kind: str) -> str:
        """The group of labels that a kind of paper uses."""
        return self.groups.get(kind, "other")


@lru_cache(maxsize=1)
def words() -> FactVocabulary:
    """The vocabulary, read once."""
    raw: dict[str, Any] = yaml.safe_load((data_folder() / "vocabulary" / "facts.yaml").read_text(encoding="utf-8"))
    labels = {group: {fact: tuple(listed) for fact, listed in facts.items()} for group, facts in raw["labels"].items()}
    every = {word for facts in labels.values() for listed in facts.values() for word in listed} | set(raw["stops"])
    return FactVocabulary(
        groups={kind: group for group, kinds in raw["groups"].items() for kind in kinds},
        labels=labels,
        lists={key: tuple(value) for key, value in raw.items() if isinstance(value, list)},
        every=frozenset(every),
        boundary=re.compile(rf"(?:^|(?<=[\s，,。；;、|]))(?:{_alternatives(every)}){_NOTE}\s*(?:[:：]|\s|$)"),
    )


def _alternatives(listed: Iterable[str]) -> str:
    return "|".join(spaced(word) for word in sorted(listed, key=len, reverse=True))


def spaced(word: str) -> str:
    """A pattern for the word with any spaces between its characters (名　称), brackets of either width."""
    signs = ("[（(]" if sign in "（(" else "[)）]" if sign in "）)" else re.escape(sign) for sign in word)
    return r"\s*".join(signs)


@lru_cache(maxsize=512)
def label_pattern(word: str, *, glued: bool) -> re.Pattern[str]:
    """The label where it stands as one; ``glued``: at the very beginning even without anything behind it."""
    behind = r"(?:\s*[:：]\s*|\s+|$)"
    start = r"(?:^|(?<=[\s，,。；;、|：:（(]))"
    plain = rf"{start}{spaced(word)}{_NOTE}{behind}"
    return re.compile(rf"{plain}|^\s*{spaced(word)}(?=\S)" if glued else plain)


@lru_cache(maxsize=1)
def organisation() -> re.Pattern[str]:
    """The name of an organisation, from its first character to its last."""
    ends = "|".join(sorted(words().lists["organisation_ends"], key=len, reverse=True))
    return re.compile(
        rf"[\u4e00-\u9fffA-Za-z0-9·（）()&\-]{{2,48}}(?:{ends})(?:[（(](?:普通合伙|特殊普通合伙|有限合伙|个人独资)[)）])?"
    )
