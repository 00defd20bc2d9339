"""Which cells has a table that no lines part?

In:     its rows, how many of them are its head, and its columns.
Out:    the table; a place without text has an empty cell.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.layout.borderless.columns import LayoutColumn
from extractors.layout.borderless.rows import Item, Row
from extractors.layout.cell_text import rounded
from schemas.document import Cell, Table
from schemas.trust import Doubt

_BY_LAYOUT = frozenset({Doubt.BY_LAYOUT})


def _reaches(item: Item, column: LayoutColumn) -> bool:
    """Whether a cell runs up to the next column: what stands there may be part of it."""
    return any(piece.x1 >= column.x0 - 0.3 * piece.size for piece in item.pieces)


def built(made: Sequence[Row], heads: int, found: Sequence[LayoutColumn]) -> Table:
    """The table of these rows; places without text get no cell but the empty one their row needs."""
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    tops = [min(piece.top for item in row for piece in item.pieces) for row in made]
    lows = [max(piece.bottom for item in row for piece in item.pieces) for row in made]
    for number, row in enumerate(made):
        for item in row:
            span = min(item.levels, len(made) - number) if number < heads else 1
            box = (found[item.first].x0, tops[number], found[item.last].x1, max(lows[number : number + span]))
            places = {(r, c) for r in range(number, number + span) for c in range(item.first, item.last + 1)}
            if places & taken:
                span = 1
                places = {(number, c) for c in range(item.first, item.last + 1)}
            taken |= places
            cells.append(
                Cell(
                    number,
                    item.first,
                    item.text,
                    span,
                    item.last - item.first + 1,
                    rounded(box),
                    header=number < heads,
                    doubts=_BY_LAYOUT,
                )
            )
        for column, extent in enumerate(found):
            if (number, column) not in taken:
                taken.add((number, column))
                box = (extent.x0, tops[number], extent.x1, lows[number])
                run_into = any(item.last < column and _reaches(item, extent) for item in row)
                doubts = _BY_LAYOUT | {Doubt.RUN_INTO} if run_into else _BY_LAYOUT
                cells.append(Cell(number, column, "", bbox=rounded(box), header=number < heads, doubts=doubts))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    box = (found[0].x0, min(tops), found[-1].x1, max(lows))
    return Table(tuple(cells), len(made), len(found), rounded(box))
