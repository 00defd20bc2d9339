"""What one list of a document is, once found: its rows and what its frame says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from extractors.content.tables import Grid, ParagraphLine, distinct
from extractors.values.money_units import unit_of_head
from schemas.locator import Locator
from schemas.tables import Row


@dataclass(frozen=True, slots=True)
class Listing:
    """One list of one document: its table name, title, rows, and what else its frame says.

    ``stated_total`` is the list's own total line (上一年度共服务企业 N 家); ``unit`` the money unit that its
    head or a line above names, "" where none does; ``heads`` maps each column to its printed head.
    """

    table: str
    title: str
    rows: tuple[Row, ...]
    place: Locator
    heads: Mapping[str, Locator]
    units: Mapping[str, str]
    pages: tuple[int, int]
    sheet: str | None
    stated_total: tuple[ParagraphLine, ...] = ()
    partial: bool = False
    hidden: bool = False
    left_out: bool = False
    """Its file hides rows with writing, and they were left out."""
    gone: bool = False
    """A remark says of some of its rows that they are no longer of the list (已离职)."""
    unknown: tuple[str, ...] = ()
    """Heads of this list that no column is known for."""
    with_units: frozenset[str] = frozenset()
    """Columns in which every cell has its own unit of money beside the number (300万元)."""


def near_unit(grid: Grid, head_row: int, section: str) -> str:
    """The money unit that the section, the rows above the head or the lines above name; "" where none does."""
    lines = [spot.text for row in grid.rows[:head_row] for spot in distinct(row)]
    near = [section, *reversed(lines), *(line.text for line in reversed(grid.above[-3:]))]
    return next((unit for text in near if (unit := unit_of_head(text))), "")
