"""What is due in which month? Matters as rows, months as columns, and behind each number the dues it counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.standing.overview import DUE_KINDS, LOOK_BACK, Overview, who
from pipeline.standing.reckon.dues import Due, Window
from schemas.days.periods import last_of_month, months_on

MONTHS = 12
LATE, OPEN = "late", "open"
"""Columns that are no month: what is overdue, and what has no day."""


@dataclass(frozen=True, slots=True)
class DueColumn:
    """One column: its key in the address, its head, its year where that begins."""

    key: str
    title: str
    year: str = ""


@dataclass(frozen=True, slots=True)
class MatterRow:
    """One matter: which rule of which regulation, who acts, and column → its dues."""

    key: str
    kind: str
    who: str
    what: str
    article: str
    rulebook: str
    cells: Mapping[str, Sequence[Due]]


@dataclass(frozen=True, slots=True)
class DueTable:
    """All of it."""

    columns: Sequence[DueColumn]
    rows: Sequence[MatterRow]

    def chosen(self, row: str, column: str) -> list[Due]:
        """The dues of a row, of a column, of the cell where they cross; of everything where neither is said."""
        found = [
            due
            for one in self.rows
            if row in ("", one.key)
            for key, dues in one.cells.items()
            if column in ("", key)
            for due in dues
        ]
        return sorted(found, key=lambda due: due.order)


def table(seen: Overview, *, done: bool = False) -> DueTable:
    """What is overdue, and what falls due within twelve months. ``done``: what is settled already too."""
    first = seen.as_of.replace(day=1)
    last = months_on(first, MONTHS - 1)
    window = Window(seen.as_of - LOOK_BACK, last_of_month(last.year, last.month))
    dues = [due for due in seen.dues(window) if done or due.done is None]
    columns = [DueColumn(LATE, "已逾期"), *_months(first), DueColumn(OPEN, "未定日")]
    rows = _rows(seen, dues)
    used = {key for row in rows for key in row.cells}
    return DueTable([one for one in columns if one.key not in (LATE, OPEN) or one.key in used], rows)


def _months(first: date) -> Iterable[DueColumn]:
    for ahead in range(MONTHS):
        month = months_on(first, ahead)
        yield DueColumn(f"{month:%Y-%m}", f"{month.month}月", str(month.year) if ahead == 0 or month.month == 1 else "")


def _rows(seen: Overview, dues: Sequence[Due]) -> list[MatterRow]:
    books = {holder.rulebook.id: holder.rulebook for holder in seen.holders}
    found: dict[tuple[str, str, str, str, str], dict[str, list[Due]]] = {}
    for due in dues:
        matter = (due.rulebook, due.kind, due.article, due.by, _what(due))
        found.setdefault(matter, {}).setdefault(_column(due, seen.as_of), []).append(due)
    rows = []
    for at, ((book, kind, article, _, what), cells) in enumerate(sorted(found.items()), 1):
        whose = who(next(iter(cells.values()))[0], list(books.values()))
        rows.append(MatterRow(f"{at}", DUE_KINDS[kind], whose, what, article, book, cells))
    return rows


def _what(due: Due) -> str:
    """The matter without what one period alone says: how many checks there were, what comes with the year's last."""
    return due.what.partition("（")[0].partition("，一并")[0]


def _column(due: Due, as_of: date) -> str:
    if due.day is None:
        return OPEN
    if due.overdue(as_of) and due.done is None:
        return LATE
    return f"{max(due.day, as_of) if due.done is None else due.day:%Y-%m}"
