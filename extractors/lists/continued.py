"""Does a table without a head carry on the list above it, and which of its columns is which?

In:     the list's columns, its grid, and the next grid.
Out:    the next grid with the columns of the list; None where it is something else.
Raises: nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.content.tables import Grid, GridCell, Positions, distinct
from extractors.lists.bounds import opens_sub_table
from extractors.lists.headings import Match
from extractors.lists.listing import Listing
from extractors.values.text import unspaced


def counts_on(last: object, first: object, within: int = 1) -> bool:
    """Whether the number of a row goes on from the last one read, at most ``within`` further: rows may be lost."""
    return isinstance(last, int) and isinstance(first, int) and last < first <= last + within


def continuation(match: Match, upper: Grid, lower: Grid) -> Grid | None:
    """The lower grid, cut as the upper one is: on the same sheet or the next page or sheet, nothing between."""
    filled = [spot for spot in distinct(lower.rows[0]) if spot.text.strip()] if lower.rows else []
    if not filled or opens_sub_table(filled) or lower.pages[0] - upper.pages[1] > 1:
        return None
    if upper.sheet != lower.sheet:
        # Another sheet is a list of its own, unless its numbers go on where these end.
        return lower if lower.width <= upper.width and _is_numbered_on(match, upper, lower) else None
    if any(line.text.strip() for line in lower.above):
        return None
    if upper.width == lower.width:
        return lower
    # A borderless list loses its last columns on a page where nobody filled them; its numbers go on.
    return _placed(upper, lower) if lower.width < upper.width and _is_numbered_on(match, upper, lower) else None


def _is_numbered_on(match: Match, upper: Grid, lower: Grid) -> bool:
    """Whether the lower grid begins with the number after the upper grid's last."""
    number = match.columns.get("no")
    if number is None:
        return False
    last = next((value for row in reversed(upper.rows) if (value := _number(row, number.index)) is not None), None)
    return counts_on(last, _number(lower.rows[0], 0))


def _number(row: Positions, index: int) -> int | None:
    spot = row[index] if index < len(row) else None
    text = unspaced(spot.text) if spot is not None else ""
    return int(text) if re.fullmatch(r"\d{1,6}", text) else None


def _placed(upper: Grid, lower: Grid) -> Grid | None:
    """The lower grid with each of its columns under the upper column that stands above it on the page."""
    above, below = _lefts(upper), _lefts(lower)
    if None in above or None in below:
        return None
    to = [min(range(len(above)), key=lambda column: abs((above[column] or 0) - (left or 0))) for left in below]
    if len(set(to)) < len(to):
        return None
    rows = tuple(_moved(row, to, upper.width) for row in lower.rows)
    return replace(lower, rows=rows)


def _moved(row: Positions, to: Sequence[int], width: int) -> Positions:
    moved: list[GridCell | None] = [None] * width
    for spot, column in zip(row, to, strict=False):
        moved[column] = spot
    return tuple(moved)


def _lefts(grid: Grid) -> list[float | None]:
    """Where each column begins on the page, by its leftmost cell that is one column wide."""
    lefts: list[float | None] = []
    for index in range(grid.width):
        boxes = [
            spot.place.bbox[0]
            for row in grid.rows
            if index < len(row)
            and (spot := row[index]) is not None
            and spot.colspan == 1
            and spot.place.bbox is not None
        ]
        lefts.append(min(boxes) if boxes else None)
    return lefts


def numbers_go_on(upper: Sequence[Listing], lower: Sequence[Listing]) -> bool:
    """Whether a list in another file begins with the number after the last one of this."""
    last = next((row.values.get("no") for listing in reversed(upper) for row in reversed(listing.rows)), None)
    first = next((row.values.get("no") for listing in lower for row in listing.rows), None)
    return counts_on(last, first)


def files_go_on(upper: Sequence[Listing], lower: Sequence[Listing]) -> bool:
    """Whether a list of the same columns stands in the file that is called as this one but for the next number."""
    if not upper or not lower or set(upper[-1].heads) != set(lower[0].heads):
        return False
    before, after = (re.split(r"(\d+)", part.place.file) for part in (upper[-1], lower[0]))
    if len(before) != len(after):
        return False
    other = [(one, two) for one, two in zip(before, after, strict=True) if one != two]
    return len(other) == 1 and all(text.isdecimal() for text in other[0]) and int(other[0][1]) == int(other[0][0]) + 1
