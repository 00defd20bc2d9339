"""Is this the yearly table of the form with the years across its head, one quantity to a row?

In:     a grid and a row.
Out:    the list 年度运营情况, one row per year, and the row behind it; None where the row is no such head.
Raises: nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import takewhile

from extractors.content.tables import Grid, GridCell, Positions, distinct
from extractors.lists.cell_values import convert
from extractors.lists.headings import HeadedColumn, best
from extractors.lists.listing import Listing, near_unit
from extractors.values.money_units import unit_of_head
from extractors.values.text import unspaced
from schemas.locator import Locator
from schemas.tables import LISTS, Row

_YEAR = re.compile(r"(?:20\d\d|二[〇零○Oo][一二三四五六七八九〇零]{2})年?")
_UNIT = re.compile(r"(计量)?单位")
_CORNER = re.compile(r"年|项|指标|科目|内容|名称|类别")


def years_across(grid: Grid, row: int) -> tuple[Listing, int] | None:
    """The yearly table whose head is this row, and where it ends."""
    cells = distinct(grid.rows[row])
    years = [cell for cell in cells[1:] if cell.text.strip() and not _UNIT.fullmatch(unspaced(cell.text))]
    if len(years) < 2 or not _is_corner(cells[0]) or not all(_YEAR.match(unspaced(cell.text)) for cell in years):
        return None
    below = list(takewhile(_is_quantity, grid.rows[row + 1 :]))
    body = [(key, line) for line in below if (key := _quantity(line))]
    if len(body) < 2:
        return None
    unit = near_unit(grid, row, _section(grid, row))
    units = {key: _unit_of(line, len(years)) or unit for key, line in body}
    rows = tuple(_year(year, body, units) for year in years)
    place = cells[0].place
    heads = {"year": place} | {key: _place(positions, grid) for key, positions in body}
    listing = Listing("operations", "", rows, place, heads, {"*": unit}, grid.pages, grid.sheet)
    return listing, row + 1 + len(below)


def _is_corner(cell: GridCell) -> bool:
    """Whether the cell left of the years is blank, or heads the quantities below it (项目)."""
    text = unspaced(cell.text)
    return not text or _CORNER.match(text) is not None


def _is_quantity(row: Positions) -> bool:
    """Whether the row may be one below the years: named, and wider than a line of text."""
    cells = distinct(row)
    return len(cells) > 2 and bool(cells[0].text.strip()) and not _YEAR.match(unspaced(cells[1].text))


def _unit_of(row: Positions, years: int) -> str:
    """The unit that the row says itself: in a cell between its name and its years, or in its name's bracket."""
    cells = distinct(row)
    within = unit_of_head(f"（{unspaced(cells[1].text)}）") if len(cells) > years + 1 else ""
    return within or unit_of_head(cells[0].text)


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


def _year(year: GridCell, body: list[tuple[str, Positions]], units: Mapping[str, str]) -> Row:
    """One year's row: its quantities from the cells under its head."""
    columns = {column.key: column for column in LISTS["operations"].columns}
    values: dict[str, object] = {"year": convert(columns["year"], {"year": (year, year.text)}, "", None)}
    places = {"year": year.place}
    for key, positions in body:
        spot = positions[year.column] if year.column < len(positions) else None
        text = spot.text if spot is not None else ""
        values[key] = convert(columns[key], {key: (spot, text)}, units[key], None)
        places[key] = spot.place if spot is not None else year.place
    return Row(values, year.place, places)
