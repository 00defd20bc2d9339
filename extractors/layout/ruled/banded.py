"""Which sides does a table not draw whose rows are told by bands of colour, between upright rules?

In:     the upright edges of a page, the areas whose colour shows, and the glyphs.
Out:    the two outer sides of each such table, as high as the rules within it.
Raises: nothing. Bands of several rows each are no rows; they are left to ``shading``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress, pairwise

from extractors.layout.geometry import Edge, Glyph
from extractors.layout.lines import lines
from extractors.layout.settings import LATTICE, RULED
from schemas.locator import Box


def sides(upright: Sequence[Edge], dark: Sequence[Box], glyphs: Sequence[Glyph]) -> list[Edge]:
    """The outer sides of the tables of bands."""
    found: list[Edge] = []
    for stack in _stacks(dark):
        left, right = stack[0][0], stack[0][2]
        inner = [edge for edge in upright if left + LATTICE.snap < edge.at < right - LATTICE.snap]
        joining = [edge for edge in inner if _joins(edge, stack)]
        if joining and _are_rows(stack, [left, *(edge.at for edge in joining), right], glyphs):
            top, bottom = min(edge.start for edge in joining), max(edge.end for edge in joining)
            found += [Edge(left, top, bottom), Edge(right, top, bottom)]
    return found


def _stacks(dark: Sequence[Box]) -> Iterator[list[Box]]:
    """Areas that begin and end alike across, one below the other."""
    left = sorted(dark, key=lambda area: (area[1], area[0]))
    while left:
        begin, _, end, _ = left[0]
        alike = [abs(area[0] - begin) + abs(area[2] - end) <= LATTICE.snap for area in left]
        stack = list(compress(left, alike))
        left = [area for area, one in zip(left, alike, strict=True) if not one]
        if len(stack) > 1:
            yield stack


def _joins(edge: Edge, stack: Sequence[Box]) -> bool:
    """Whether a rule runs through bands and the white between them."""
    apart = [(above[3], below[1]) for above, below in pairwise(stack) if below[1] > above[3]]
    return any(edge.start <= top + LATTICE.snap and edge.end >= bottom - LATTICE.snap for top, bottom in apart)


def _are_rows(stack: Sequence[Box], xs: Sequence[float], glyphs: Sequence[Glyph]) -> bool:
    """Whether most bands are one row: some cell of it holds a single line."""
    rows = sum(_fewest_lines(band, sorted(xs), glyphs) == 1 for band in stack)
    return rows >= RULED.regular * len(stack)


def _fewest_lines(band: Box, xs: Sequence[float], glyphs: Sequence[Glyph]) -> int:
    """Of the written cells of a band, how few lines one holds; 0 where nothing is written."""
    within = [glyph for glyph in glyphs if band[1] <= (glyph.top + glyph.bottom) / 2 <= band[3]]
    counts = []
    for begin, end in pairwise(xs):
        cell = [glyph for glyph in within if begin <= (glyph.x0 + glyph.x1) / 2 < end]
        if cell:
            counts.append(len(lines(cell)))
    return min(counts, default=0)
