"""Whether a lone level stroke in a cell is 一 or a dash: the recogniser cannot tell, the column can.

In:     a table that was recognised.
Out:    the table with 一 where the column counts in hanzi, — where it does not; in doubt not sure.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from schemas.document import Cell, Table
from schemas.trust import Doubt

DASH = "—"
_STROKES = frozenset("一_-—－–―─ー")
_COUNTED = frozenset("二三四五六七八九十")


def with_strokes(table: Table) -> Table:
    """The table with its lone strokes told."""
    if not any(_is_stroke(cell) for cell in table.cells):
        return table
    columns: dict[int, list[Cell]] = {}
    for cell in table.cells:
        columns.setdefault(cell.column, []).append(cell)
    return replace(table, cells=tuple(_resolved(cell, columns[cell.column]) for cell in table.cells))


def _resolved(cell: Cell, column: Sequence[Cell]) -> Cell:
    if not _is_stroke(cell):
        return cell
    others = [other.text.strip() for other in column if not other.header and not _is_stroke(other)]
    if any(text in _COUNTED for text in others):
        return replace(cell, text="一")
    if any(char.isdecimal() for text in others for char in text):
        return replace(cell, text=DASH)
    return replace(cell, text=DASH if cell.text.strip() != "一" else "一", doubts=cell.doubts | {Doubt.STROKE})


def _is_stroke(cell: Cell) -> bool:
    return cell.text.strip() in _STROKES
