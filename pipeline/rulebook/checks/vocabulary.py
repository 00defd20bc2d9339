"""In which words do regulations ask? data/vocabulary/rule_words.yaml, typed and compiled."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from schemas.data_files import data_folder

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """The words near a number that show what it counts, and those that show that it counts something else."""

    shows: Pattern
    denies: Pattern | None

    def fit(self, phrase: str) -> bool:
        """Whether a phrase of a regulation speaks of this measure."""
        return bool(self.shows.search(phrase)) and not (self.denies and self.denies.search(phrase))


@dataclass(frozen=True, slots=True)
class DirectionWords:
    """The words of one direction: those before a number (不少于) and those behind it (以上)."""

    before: Pattern
    behind: Pattern


@dataclass(frozen=True, slots=True)
class ApplicantWords:
    """A kind of applicant: how a clause names it, and the words of 单位性质 that show it."""

    clause: Pattern
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListWords:
    """A list that a form may have: how it is headed, and the measure that its rows count."""

    headed: Pattern
    counts: str


@dataclass(frozen=True, slots=True)
class RuleVocabulary:
    """All the words of rule_words.yaml; its comments say what each is for."""

    measures: Mapping[str, MeasureWords]
    directions: Mapping[str, DirectionWords]
    focus: Mapping[str, Pattern]
    functions: Mapping[str, Pattern]
    conditions: Mapping[str, Pattern]
    always: Mapping[str, Pattern]
    summing_up: Pattern
    common: frozenset[str]
    relaxing: Pattern
    applicants: Mapping[str, ApplicantWords]
    regions: Pattern
    weighty: tuple[tuple[str, ...], ...]
    papers: Mapping[str, Pattern]
    also: Mapping[str, Pattern]
    stand_for: Mapping[str, frozenset[str]]
    alike: tuple[frozenset[str], ...]
    where_they_apply: frozenset[str]
    yearly: frozenset[str]
    parts: Mapping[str, Mapping[str, Pattern]]
    flags: Mapping[str, Pattern]
    printed_seal: Pattern
    review: Pattern
    contents: Pattern
    begins: Pattern
    notes: Pattern
    lists: Mapping[str, ListWords]


@functools.cache
def rule_words() -> RuleVocabulary:
    """The vocabulary, read once."""
    path = data_folder() / "vocabulary" / "rule_words.yaml"
    raw: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return RuleVocabulary(
        measures={
            name: MeasureWords(_any(given["words"]), _any(given["not"]) if "not" in given else None)
            for name, given in raw["measures"].items()
        },
        directions={
            name: DirectionWords(_any(given["before"]), _any(given["behind"]))
            for name, given in raw["directions"].items()
        },
        focus=_each(raw["focus"]),
        functions=_each(raw["functions"]),
        conditions=_each(raw["conditions"]),
        always=_each(raw["always"]),
        summing_up=_any(raw["summing_up"]),
        common=frozenset(raw["common"]),
        relaxing=re.compile(raw["relaxing"]),
        applicants={
            name: ApplicantWords(_any(given["clause"]), tuple(given["words"]))
            for name, given in raw["applicants"].items()
        },
        regions=re.compile(raw["regions"]),
        weighty=tuple(tuple(words) for words in raw["weighty"]),
        papers=_each(raw["papers"]),
        also=_each(raw["also"]),
        stand_for={kind: frozenset(others) for kind, others in raw["stand_for"].items()},
        alike=tuple(frozenset(kinds) for kinds in raw["alike"]),
        where_they_apply=frozenset(raw["where_they_apply"]),
        yearly=frozenset(raw["yearly"]),
        parts={kind: _each(parts) for kind, parts in raw["parts"].items()},
        flags=_each(raw["flags"]),
        printed_seal=re.compile(raw["printed_seal"]),
        review=re.compile(raw["review"]),
        contents=re.compile(raw["contents"]),
        begins=re.compile(raw["begins"]),
        notes=_any(raw["notes"]),
        lists={name: ListWords(re.compile(given["headed"]), given["counts"]) for name, given in raw["lists"].items()},
    )


def _any(words: str | Iterable[str]) -> Pattern:
    return re.compile(words if isinstance(words, str) else "|".join(f"(?:{word})" for word in words))


def _each(given: Mapping[str, str | list[str]]) -> dict[str, Pattern]:
    return {name: _any(words) for name, words in given.items()}
