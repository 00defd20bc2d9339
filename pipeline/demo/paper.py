"""What is a paper made of before it becomes a file: titles, lines and tables of cells?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Merged(Enum):
    """A cell that belongs to the one on its left, or to the one above."""

    LEFT = "left"
    UP = "up"


Cell = str | Merged


@dataclass(frozen=True, slots=True)
class Title:
    """A heading in the middle of the line."""

    text: str


@dataclass(frozen=True, slots=True)
class DemoLine:
    """One paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """The next block begins a page."""


@dataclass(frozen=True, slots=True)
class DemoTable:
    """Rows of equal length; the first ``heads`` of them are repeated on every page."""

    rows: tuple[tuple[Cell, ...], ...]
    heads: int = 1


Block = Title | DemoLine | Break | DemoTable


@dataclass(frozen=True, slots=True)
class DemoPaper:
    """One file to be: its name without a suffix, its format and what stands in it."""

    name: str
    format: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class CellSpan:
    """Where a cell stands and how far it reaches."""

    row: int
    column: int
    rows: int
    columns: int
    text: str


def spans(table: DemoTable) -> list[CellSpan]:
    """The cells of the table with their spans, merged ones left out."""
    return [
        CellSpan(row, column, _reach(table, row, column, Merged.UP), _reach(table, row, column, Merged.LEFT), cell)
        for row, cells in enumerate(table.rows)
        for column, cell in enumerate(cells)
        if isinstance(cell, str)
    ]


def _reach(table: DemoTable, row: int, column: int, kind: Merged) -> int:
    """How many cells this one covers, downwards or to the right."""
    reach = 1
    while True:
        at = (row + reach, column) if kind is Merged.UP else (row, column + reach)
        if at[0] >= len(table.rows) or at[1] >= len(table.rows[at[0]]) or table.rows[at[0]][at[1]] is not kind:
            return reach
        reach += 1
