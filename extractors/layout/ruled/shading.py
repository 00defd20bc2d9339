"""Is this lattice but the shading of a list that no line rules: bands of rows, a column in another colour?

In:     a lattice, the glyphs of the page, and the areas whose colour shows.
Out:    whether what it closes is nothing but colour, with rows of the same list in the white between.
Raises: nothing.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from itertools import pairwise

from extractors.layout.borderless.settings import COLUMN
from extractors.layout.geometry import Glyph
from extractors.layout.lines import lines, pieces
from extractors.layout.ruled.lattice import Lattice
from extractors.layout.settings import RULED
from schemas.locator import Box

_SIDES = 2
"""Upright lines of a lattice of one column."""


def is_shading(lattice: Lattice, glyphs: Sequence[Glyph], dark: Sequence[Box]) -> bool:
    """Whether the lattice is shading: its cells are coloured areas, and much of the text within it stands in none."""
    if lattice.is_box or not dark:
        return False
    boxes = [slot.box for slot in lattice.slots]
    if not _are_coloured(boxes, dark) or not _is_regular(lattice.ys):
        return False
    x0, top, x1, bottom = lattice.box
    within = [one for one in glyphs if _stands_in(one, (x0, top, x1, bottom))]
    between = _between(within, boxes)
    if not between or len(between) < RULED.between * len(within):
        return False
    return sum(len(pieces(line, COLUMN.gap)) > 1 for line in lines(between)) >= RULED.rows_between


def bands(lattices: Sequence[Lattice], glyphs: Sequence[Glyph], dark: Sequence[Box]) -> list[Lattice]:
    """Those that are bands of colour, several rows each: alike, one above the other, many columns in one cell.

    A band of one row, which no line parts, shows by being alike that another one is a band too.
    """
    alone = [one for one in lattices if len(one.xs) == _SIDES and dark]
    coloured = [one for one in alone if _are_coloured([slot.box for slot in one.slots], dark)]
    listed = [one for one in coloured if _holds_columns(one, glyphs)]
    banded = [one for one in listed if any(_is_alike(one, other) for other in listed if other is not one)]
    return [one for one in banded if not one.is_box]


def are_rows(lattice: Lattice, glyphs: Sequence[Glyph]) -> bool:
    """Whether each band of a lattice is one row, so that its edges part rows as rules do."""
    return all(len(lines([one for one in glyphs if _stands_in(one, slot.box)])) <= 1 for slot in lattice.slots)


def _holds_columns(lattice: Lattice, glyphs: Sequence[Glyph]) -> bool:
    rows = lines([one for one in glyphs if _stands_in(one, lattice.box)])
    return bool(rows) and all(len(pieces(line, COLUMN.gap)) > 1 for line in rows)


def _is_alike(one: Lattice, other: Lattice) -> bool:
    near = RULED.area
    return abs(one.box[0] - other.box[0]) <= near and abs(one.box[2] - other.box[2]) <= near


def _are_coloured(boxes: Sequence[Box], dark: Sequence[Box]) -> bool:
    coloured = sum(any(_holds(area, box) for area in dark) for box in boxes)
    return coloured >= RULED.coloured * len(boxes)


def _between(glyphs: Sequence[Glyph], boxes: Sequence[Box]) -> list[Glyph]:
    """The glyphs that stand in none of the boxes."""
    return [one for one in glyphs if not any(_stands_in(one, box) for box in boxes)]


def _is_regular(ys: Sequence[float]) -> bool:
    """Whether most stretches between the levels are as high as the usual one, or a few of it: rows of a list."""
    highs = [below - above for above, below in pairwise(ys)]
    usual = statistics.median(highs)
    alike = sum(high >= usual * (1 - RULED.uneven) and _off(high / usual) <= RULED.uneven for high in highs)
    return alike >= RULED.regular * len(highs)


def _off(times: float) -> float:
    return abs(times - round(times))


def _holds(area: Box, box: Box) -> bool:
    near = RULED.area
    return (
        area[0] <= box[0] + near and area[1] <= box[1] + near and area[2] >= box[2] - near and area[3] >= box[3] - near
    )


def _stands_in(glyph: Glyph, box: Box) -> bool:
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
