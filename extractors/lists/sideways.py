"""Is this table a list that is laid on its side: its heads down the first column, a person or device to a column?

In:     a grid in which no row heads a list.
Out:    the same grid turned, its heads in the first row, its title and notes above and below; None where it is no such.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.content.tables import Grid, GridCell, ParagraphLine, Positions, distinct
from extractors.lists.headings import HeadedColumn, best
from schemas.tables import LISTS

TALLEST = 16
"""A list has no more columns, so a list on its side has no more rows. Range 12-30."""
FEWEST = 3
"""Columns that a list on its side has at least: its heads, and two of what it lists."""
KNOWN = 3
"""Heads that have to be known, for the list has none but these to be known by. Range 3-4."""


def turned(grid: Grid) -> Grid | None:
    """The list as if it stood upright."""
    body = [at for at, row in enumerate(grid.rows) if len(_written(row)) != 1]
    if not 2 <= len(body) <= TALLEST or grid.width < FEWEST:
        return None
    first, last = body[0], body[-1] + 1
    rows = grid.rows[first:last]
    if not _heads_a_list([row[0] if row else None for row in rows]):
        return None
    made: dict[int, GridCell] = {}
    upright = tuple(
        tuple(_turned(row[column] if column < len(row) else None, made, first) for row in rows)
        for column in range(grid.width)
    )
    above = (*grid.above, *map(_line, grid.rows[:first]))
    return replace(grid, rows=upright, above=above, below=(*map(_line, grid.rows[last:]), *grid.below))


def _written(row: Positions) -> list[GridCell]:
    return [spot for spot in distinct(row) if spot.text.strip()]


def _heads_a_list(heads: Sequence[GridCell | None]) -> bool:
    """Whether these are heads of a list that stands for itself, not of a table within the form; none is blank."""
    columns = [
        HeadedColumn(at, at, (head.text,), "")
        for at, head in enumerate(heads)
        if head is not None and head.text.strip()
    ]
    if len(columns) < len(heads):
        return False
    own = (spec.name for spec in LISTS.values() if not spec.in_form)
    return any((match := best(name, columns)) is not None and len(match.columns) >= KNOWN for name in own)


def _line(row: Positions) -> ParagraphLine:
    (spot,) = _written(row)
    return ParagraphLine(spot.text, spot.place)


def _turned(spot: GridCell | None, made: dict[int, GridCell], top: int) -> GridCell | None:
    """The cell with its row and column changed; a merged cell stays one."""
    if spot is None:
        return None
    if id(spot) not in made:
        made[id(spot)] = replace(
            spot, row=spot.column, column=spot.row - top, rowspan=spot.colspan, colspan=spot.rowspan
        )
    return made[id(spot)]
