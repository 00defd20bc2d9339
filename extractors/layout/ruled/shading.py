"""Is this lattice but the shading of a list that no line rules: bands of rows, a column in another colour?

In:     a lattice, the glyphs of the page, and the areas whose colour shows.
Out:    whether what it closes is nothing but colour, with rows of the same list in the white between.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.layout.geometry import Glyph
from extractors.layout.ruled.lattice import Lattice
from extractors.layout.settings import RULED
from schemas.locator import Box


def is_shading(lattice: Lattice, glyphs: Sequence[Glyph], dark: Sequence[Box]) -> bool:
    """Whether the lattice is shading: its cells are coloured areas, and much of the text within it stands in none."""
    if lattice.is_box or not dark:
        return False
    boxes = [slot.box for slot in lattice.slots]
    coloured = sum(any(_holds(area, box) for area in dark) for box in boxes)
    if coloured < RULED.coloured * len(boxes):
        return False
    x0, top, x1, bottom = lattice.box
    within = [middle for middle in map(_middle, glyphs) if x0 <= middle[0] <= x1 and top <= middle[1] <= bottom]
    between = sum(not any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for box in boxes) for x, y in within)
    return between > 0 and between >= RULED.between * len(within)


def _holds(area: Box, box: Box) -> bool:
    near = RULED.area
    return (
        area[0] <= box[0] + near and area[1] <= box[1] + near and area[2] >= box[2] - near and area[3] >= box[3] - near
    )


def _middle(glyph: Glyph) -> tuple[float, float]:
    return (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
