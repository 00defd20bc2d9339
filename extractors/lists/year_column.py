"""Does a list hold several years' rows, each with its year in a column of its own?

Then it is several lists, one of each year: what is asked of 上年度 is in last year's alone.

In:     the grid of a list, its head and rows.
Out:    for each year the grid of its rows under the same head, the year first; nothing where all are of one, or any row
        names none.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors import values
from extractors.content.tables import Grid, Positions, distinct
from extractors.lists.bounds import is_note, is_total
from extractors.lists.headings import HeadedColumn
from extractors.vocabulary.headings import known, plain

OF_A_YEAR = ("enterprises", "survey")
"""Lists that are asked of a year; a device's year is the one in which it was bought."""


def by_year(grid: Grid, head: range, rows: range, unused: Sequence[HeadedColumn]) -> list[tuple[int, Grid]]:
    """The grids of the years, in the order of the years; ``unused`` are the columns that the list does not know."""
    words = known()[1].years
    columns = [column.index for column in unused if column.path and plain(column.path[-1]) in words]
    if len(columns) != 1:
        return []
    listed = [grid.rows[index] for index in rows if _is_row(grid.rows[index])]
    years = [_year(row, columns[0]) for row in listed]
    named = {year for year in years if year is not None}
    if len(named) < 2 or None in years:
        return []
    above = grid.rows[: head.stop]
    return [
        (year, replace(grid, rows=(*above, *(row for row, of in zip(listed, years, strict=True) if of == year))))
        for year in sorted(named)
    ]


def _is_row(row: Positions) -> bool:
    cells = [spot for spot in distinct(row) if spot.text.strip()]
    return len(cells) > 1 and not is_total(row) and not is_note(cells)


def _year(row: Positions, column: int) -> int | None:
    spot = row[column] if column < len(row) else None
    return None if spot is None else values.year(spot.text, spot.native)
