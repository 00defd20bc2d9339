"""In which words do regulations ask? data/vocabulary/rule_words.yaml, typed and compiled."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from extractors.values.text import comparable as plain
from schemas.data_files import vocabulary_file
from schemas.regulation.own_words import OwnWords, spoken_words
from schemas.strict_yaml import Marked

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
class SeenWords:
    """What must be seen of a paper, by the words of its item: levels, rows of the list, no bad record, one for each."""

    levels: Mapping[str, Pattern]
    rows: Mapping[str, Pattern]
    clean: Pattern
    each: Mapping[str, Pattern]


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
    seen: SeenWords
    printed_seal: Pattern
    added: Pattern
    review: Pattern
    contents: Pattern
    begins: Pattern
    here: Pattern
    notes: Pattern
    column_notes: Mapping[str, Pattern]
    """How the head of a column says a number that each row is to reach, by list.column."""
    lists: Mapping[str, ListWords]


_PLAIN = "measures directions focus functions conditions always summing_up common relaxing applicants regions weighty"
_OF_PAPERS = "papers also stand_for alike where_they_apply yearly parts flags seen printed_seal added"
_OF_ANNEXES = "review contents begins here notes column_notes lists"


def rule_words() -> RuleVocabulary:
    """The vocabulary, with how the regulation speaks of the measures and papers that its rulebook brings along."""
    own = spoken_words()
    return _with_own(own) if own.measures or own.papers else shipped()


@functools.lru_cache(maxsize=8)
def _with_own(own: OwnWords) -> RuleVocabulary:
    ours = shipped()
    said = {one.id: (plain(one.title), *map(plain, one.words)) for one in own.measures}
    measures = {name: MeasureWords(re.compile("|".join(map(re.escape, words))), None) for name, words in said.items()}
    papers = {
        one.kind.id: re.compile(
            "|".join(re.escape(plain(word)) for word in dict.fromkeys((*one.said, one.kind.title, *one.kind.titles)))
        )
        for one in own.papers
    }
    return replace(ours, measures={**ours.measures, **measures}, papers={**ours.papers, **papers})


@functools.cache
def shipped() -> RuleVocabulary:
    """The words that come with the program, read once."""
    fields = vocabulary_file("rule_words").fields(f"{_PLAIN} {_OF_PAPERS} {_OF_ANNEXES}")
    return RuleVocabulary(
        measures={name: _measure(one) for name, one in fields["measures"].pairs()},
        directions={name: _direction(one) for name, one in fields["directions"].pairs()},
        focus=_each(fields["focus"]),
        functions=_each(fields["functions"]),
        conditions=_each(fields["conditions"]),
        always=_each(fields["always"]),
        summing_up=_any(fields["summing_up"]),
        common=frozenset(fields["common"].words()),
        relaxing=fields["relaxing"].pattern(),
        applicants={name: _applicant(one) for name, one in fields["applicants"].pairs()},
        regions=fields["regions"].pattern(),
        weighty=tuple(group.words() for group in fields["weighty"].list()),
        papers=_each(fields["papers"]),
        also=_each(fields["also"]),
        stand_for={kind: frozenset(others.words()) for kind, others in fields["stand_for"].pairs()},
        alike=tuple(frozenset(kinds.words()) for kinds in fields["alike"].list()),
        where_they_apply=frozenset(fields["where_they_apply"].words()),
        yearly=frozenset(fields["yearly"].words()),
        parts={kind: _each(parts) for kind, parts in fields["parts"].pairs()},
        flags=_each(fields["flags"]),
        seen=_seen(fields["seen"]),
        printed_seal=fields["printed_seal"].pattern(),
        added=fields["added"].pattern(),
        review=fields["review"].pattern(),
        contents=fields["contents"].pattern(),
        begins=fields["begins"].pattern(),
        here=fields["here"].pattern(),
        notes=_any(fields["notes"]),
        column_notes=_each(fields["column_notes"]),
        lists={name: _list(one) for name, one in fields["lists"].pairs()},
    )


def _measure(marked: Marked) -> MeasureWords:
    fields = marked.fields("words", "not")
    return MeasureWords(_any(fields["words"]), _any(fields["not"]) if "not" in fields else None)


def _direction(marked: Marked) -> DirectionWords:
    fields = marked.fields("before behind")
    return DirectionWords(_any(fields["before"]), _any(fields["behind"]))


def _applicant(marked: Marked) -> ApplicantWords:
    fields = marked.fields("clause words")
    return ApplicantWords(_any(fields["clause"]), fields["words"].words())


def _seen(marked: Marked) -> SeenWords:
    fields = marked.fields("levels rows clean each")
    levels, rows, each = (_each(fields[key]) for key in ("levels", "rows", "each"))
    return SeenWords(levels, rows, fields["clean"].pattern(), each)


def _list(marked: Marked) -> ListWords:
    fields = marked.fields("headed counts")
    return ListWords(fields["headed"].pattern(), fields["counts"].text())


def _any(marked: Marked) -> Pattern:
    """One pattern, or any of a list of them."""
    if marked.kind == "scalar":
        return marked.pattern()
    return re.compile("|".join(f"(?:{pattern.pattern})" for pattern in marked.patterns()))


def _each(marked: Marked) -> dict[str, Pattern]:
    return {name: _any(given) for name, given in marked.pairs()}
