"""What did a look through a list turn up: which rows, in which words, and what follows?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from schemas.findings import Finding
from schemas.locator import Locator
from schemas.status import Status
from schemas.tables import Row, rows_of
from validators.case import Case
from validators.outcome import Explained, Outcome


@dataclass(frozen=True, slots=True)
class Suspects:
    """What a look through a list turned up: in words, with the places."""

    words: tuple[str, ...]
    evidence: tuple[Locator, ...]

    def __bool__(self) -> bool:
        """Whether anything was turned up."""
        return bool(self.words)

    def __add__(self, other: Suspects) -> Suspects:
        """Both together."""
        return Suspects(self.words + other.words, self.evidence + other.evidence)

    def called(self, what: str) -> Suspects:
        """The same, each with a word before it of what it is suspected of."""
        return Suspects(tuple(f"{what}{word}" for word in self.words), self.evidence)

    def said(self, outcome: Outcome, message: str) -> Explained:
        """What follows from it, with its words and places."""
        return Explained(outcome, message, "；".join(self.words), self.evidence)


def repeated(groups: Sequence[Sequence[Row]]) -> Suspects:
    """The names that two rows or more bear."""
    return Suspects(
        tuple(f"{text_of(group[0], 'name')}（{len(group)} 次{_numbered(group)}）" for group in groups),
        tuple(row.places.get("name", row.evidence) for group in groups for row in group),
    )


def pairs(alike: Sequence[tuple[Row, Row]]) -> Suspects:
    """Pairs of rows by their names."""
    return Suspects(
        tuple(f"{text_of(one, 'name')}／{text_of(other, 'name')}" for one, other in alike),
        tuple(row.places.get("name", row.evidence) for pair in alike for row in pair),
    )


def those(hits: Sequence[Row]) -> Suspects:
    """These rows by their names."""
    return Suspects(
        tuple(text_of(row, "name") + _numbered([row]) for row in hits),
        tuple(row.places.get("name", row.evidence) for row in hits),
    )


def _numbered(group: Iterable[Row]) -> str:
    """The numbers these rows bear, to be said after a name."""
    numbers = [str(row.values["no"]) for row in group if row.values.get("no") is not None]
    return f"，序号 {'、'.join(numbers)}" if numbers else ""


def unsettled(suspect: Iterable[Row], proved: Iterable[Row]) -> list[Row]:
    """The suspects of which nothing is proved, in the order of the list."""
    settled = {id(row) for row in proved}
    return [row for row in suspect if id(row) not in settled]


def rows_in(case: Case, table: str) -> list[Row]:
    """The rows of one list of the dossier; none where it is not there."""
    frame = case.contents.tables.get(table)
    return [] if frame is None else rows_of(frame)


def text_of(row: Row, column: str) -> str:
    """What stands in this column, blank where nothing does."""
    value = row.values.get(column)
    return "" if value is None else str(value).strip()


def finding(rule: str, rows: Sequence[Row], said: Explained, expected: str) -> Finding:
    """The finding; without rows there was nothing to look through."""
    name = f"crosscheck.{rule}"
    if not rows:
        return Finding(name, Status.NOT_APPLICABLE, "", "未见有关名单或数据，无从核对。", expected)
    outcome = said.outcome
    evidence = tuple(dict.fromkeys(said.evidence))
    return Finding(name, outcome.status, "", said.message, expected, said.actual, evidence, reason=outcome.reason)
