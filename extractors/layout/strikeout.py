"""Which glyphs of a page are struck out: deleted words that a program printed with a line through them?

In:     the glyphs of a page and its level lines.
Out:    the glyphs that stand, and those that are struck out.
Raises: nothing. A rule of a table that happens to cross words reaches beyond them and strikes nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from extractors.layout.geometry import Edge, Glyph

_THROUGH = (0.35, 0.72)
"""A line through words lies between these shares of their height, from the top: an underline lies lower."""

_THICK = 0.12
_UNDER = 0.25
"""Ems: the edges of one thick line; what lies so low is an underline."""

_BEYOND = 0.6
"""It begins and ends within so many ems of the words."""


def standing(glyphs: Sequence[Glyph], level: Sequence[Edge]) -> tuple[list[Glyph], list[Glyph]]:
    """The glyphs that stand, and those with a line of their own through them."""
    lines = sorted(level, key=lambda edge: edge.at)
    heights = [edge.at for edge in lines]
    crossed: dict[int, list[int]] = {}
    for number, glyph in enumerate(glyphs):
        high = glyph.bottom - glyph.top
        first = bisect_left(heights, glyph.top + _THROUGH[0] * high)
        for index in range(first, len(lines)):
            edge = lines[index]
            if edge.at > glyph.top + _THROUGH[1] * high:
                break
            middle = (glyph.x0 + glyph.x1) / 2
            if edge.start <= middle <= edge.end:
                crossed.setdefault(index, []).append(number)
    struck = {
        number
        for index, numbers in crossed.items()
        if _own(lines[index], [glyphs[number] for number in numbers], lines)
        for number in numbers
    }
    return (
        [glyph for number, glyph in enumerate(glyphs) if number not in struck],
        [glyph for number, glyph in enumerate(glyphs) if number in struck],
    )


def _own(line: Edge, words: Sequence[Glyph], lines: Sequence[Edge]) -> bool:
    """Whether a line is that of the words it crosses: it begins and ends with them, and they fill it.

    Where other short lines run through them too, they are a box, or the outline of the letters themselves.
    """
    size = max(glyph.size for glyph in words)
    near = _BEYOND * size
    x0, x1 = min(glyph.x0 for glyph in words), max(glyph.x1 for glyph in words)
    if abs(x0 - line.start) > near or abs(x1 - line.end) > near or not any(glyph.text.isalnum() for glyph in words):
        return False
    if sum(glyph.x1 - glyph.x0 for glyph in words) < 0.6 * (line.end - line.start):
        return False
    top, bottom = min(glyph.top for glyph in words), max(glyph.bottom for glyph in words)
    return not any(
        top < other.at < bottom - _UNDER * size
        and abs(other.at - line.at) > _THICK * size
        and other.start < x1
        and other.end > x0
        and other.end - other.start <= 2 * (x1 - x0) + size
        for other in lines
    )
