"""Which cells has a table that no lines part?

In:     its rows, how many of them are its head, and its columns.
Out:    the table; a place without text has an empty cell.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extractors.layout.borderless.columns import LayoutColumn
from extractors.layout.borderless.head_rows import Item, Row
from extractors.layout.borderless.settings import TABLE
from extractors.layout.cell_text import rounded
from schemas.document import Cell, Table
from schemas.trust import Doubt

_BY_LAYOUT = frozenset({Doubt.BY_LAYOUT})


def built(rows: Sequence[Row], heads: int, columns: Sequence[LayoutColumn]) -> Table:
    """The table of these rows; places without text get no cell but the empty one their row needs."""
    grid = _places(rows, columns)
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        for item in row:
            span = _span(item, number, len(rows), taken) if number < heads else 1
            taken |= _covered(item, number, span)
            cells.append(grid.cell(item, number, span, header=number < heads))
        free = [column for column in range(len(columns)) if (number, column) not in taken]
        taken |= {(number, column) for column in free}
        cells += [grid.empty(row, number, column, header=number < heads) for column in free]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    box = (columns[0].x0, min(grid.tops), columns[-1].x1, max(grid.lows))
    return Table(tuple(cells), len(rows), len(columns), rounded(box))


class _CellPlaces(NamedTuple):
    """From where to where each column and each row of a table reaches."""

    columns: Sequence[LayoutColumn]
    tops: Sequence[float]
    lows: Sequence[float]

    def cell(self, item: Item, row: int, span: int, *, header: bool) -> Cell:
        """The cell of some text."""
        low = max(self.lows[row : row + span])
        box = rounded((self.columns[item.first].x0, self.tops[row], self.columns[item.last].x1, low))
        across = item.last - item.first + 1
        return Cell(row, item.first, item.text, span, across, box, header=header, doubts=_BY_LAYOUT)

    def empty(self, items: Row, row: int, column: int, *, header: bool) -> Cell:
        """The empty cell of a place; in doubt where its neighbour at the left may reach into it."""
        extent = self.columns[column]
        run_into = any(item.last < column and _reaches(item, extent) for item in items)
        doubts = _BY_LAYOUT | {Doubt.RUN_INTO} if run_into else _BY_LAYOUT
        box = rounded((extent.x0, self.tops[row], extent.x1, self.lows[row]))
        return Cell(row, column, "", bbox=box, header=header, doubts=doubts)


def _places(rows: Sequence[Row], columns: Sequence[LayoutColumn]) -> _CellPlaces:
    pieces = [[piece for item in row for piece in item.pieces] for row in rows]
    tops = [min(piece.top for piece in row) for row in pieces]
    return _CellPlaces(columns, tops, [max(piece.bottom for piece in row) for row in pieces])


def _span(item: Item, row: int, rows: int, taken: set[tuple[int, int]]) -> int:
    """How many rows a heading covers: one where others stand below it already."""
    span = min(item.levels, rows - row)
    return 1 if _covered(item, row, span) & taken else span


def _covered(item: Item, row: int, span: int) -> set[tuple[int, int]]:
    return {(r, c) for r in range(row, row + span) for c in range(item.first, item.last + 1)}


def _reaches(item: Item, column: LayoutColumn) -> bool:
    """Whether a cell runs up to the next column: what stands there may be part of it."""
    return any(piece.x1 >= column.x0 - TABLE.reaches * piece.size for piece in item.pieces)
