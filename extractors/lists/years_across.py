"""Is this the yearly table of the form with the years across its head, one quantity to a row?

In:     a grid and a row.
Out:    the list 年度运营情况, one row per year, and the row behind it; None where the row is no such head.
Raises: nothing.
"""

from __future__ import annotations

import re
from itertools import takewhile

from extractors.content.tables import Grid, GridCell, Positions, distinct
from extractors.lists.cell_values import convert
from extractors.lists.headings import HeadedColumn, best
from extractors.lists.listing import Listing, near_unit
from extractors.values.text import unspaced
from schemas.locator import Locator
from schemas.tables import LISTS, Row

_YEAR = re.compile(r"(?:20\d\d|二[〇零○Oo][一二三四五六七八九〇零]{2})年?")
_CORNER = re.compile(r"年|项|指标|科目|内容|名称|类别")


def years_across(grid: Grid, row: int) -> tuple[Listing, int] | None:
    """The yearly table whose head is this row, and where it ends."""
    cells = distinct(grid.rows[row])
    years = [cell for cell in cells[1:] if cell.text.strip()]
    if len(years) < 2 or not _is_corner(cells[0]) or not all(_YEAR.match(unspaced(cell.text)) for cell in years):
        return None
    body = list(takewhile(lambda line: line[0], ((_quantity(line), line) for line in grid.rows[row + 1 :])))
    if len(body) < 2:
        return None
    unit = near_unit(grid, row, _section(grid, row))
    rows = tuple(_year(year, body, unit) for year in years)
    place = cells[0].place
    heads = {"year": place} | {key: _place(positions, grid) for key, positions in body}
    listing = Listing("operations", "", rows, place, heads, {"*": unit}, grid.pages, grid.sheet)
    return listing, row + 1 + len(body)


def _is_corner(cell: GridCell) -> bool:
    """Whether the cell left of the years is blank, or heads the quantities below it (项目)."""
    text = unspaced(cell.text)
    return not text or _CORNER.match(text) is not None


def _quantity(row: Positions) -> str:
    """The column of 年度运营情况 that a row's first cell names; "" where it names none."""
    cells = distinct(row)
    if not cells or not cells[0].text.strip():
        return ""
    # A head is known only together with another: the year stands in for it.
    match = best(
        "operations",
        [
            HeadedColumn(0, 0, ("年度",), ""),
            HeadedColumn(1, 1, (cells[0].text,), ""),
            HeadedColumn(2, 2, ("营业收入",), ""),
        ],
    )
    named = next((key for key, column in match.columns.items() if column.index == 1), "") if match else ""
    return named or ("revenue" if match and re.search(r"营业收入|收入总额|总收入", unspaced(cells[0].text)) else "")


def _section(grid: Grid, row: int) -> str:
    """The nearest line above that stands alone in its row."""
    for above in reversed(grid.rows[:row]):
        filled = [spot for spot in distinct(above) if spot.text.strip()]
        if len(filled) == 1:
            return filled[0].text
    return ""


def _place(positions: Positions, grid: Grid) -> Locator:
    return positions[0].place if positions and positions[0] is not None else grid.place


def _year(year: GridCell, body: list[tuple[str, Positions]], unit: str) -> Row:
    """One year's row: its quantities from the cells under its head."""
    columns = {column.key: column for column in LISTS["operations"].columns}
    values: dict[str, object] = {"year": convert(columns["year"], {"year": (year, year.text)}, "", None)}
    places = {"year": year.place}
    for key, positions in body:
        spot = positions[year.column] if year.column < len(positions) else None
        text = spot.text if spot is not None else ""
        values[key] = convert(columns[key], {key: (spot, text)}, unit, None)
        places[key] = spot.place if spot is not None else year.place
    return Row(values, year.place, places)
