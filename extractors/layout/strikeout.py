"""Which glyphs of a page are struck out: deleted words that a program printed with a line through them?

In:     the glyphs of a page and its level lines.
Out:    the glyphs that stand, and those that are struck out.
Raises: nothing. A rule of a table that happens to cross words reaches beyond them and strikes nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from extractors.layout.geometry import Edge, Glyph, top_and_bottom_of
from extractors.layout.settings import STRIKEOUT


def standing(glyphs: Sequence[Glyph], level: Sequence[Edge]) -> tuple[list[Glyph], list[Glyph]]:
    """The glyphs that stand, and those with a line of their own through them."""
    lines = sorted(level, key=lambda edge: edge.at)
    deleted = {
        number
        for index, numbers in _crossed(glyphs, lines).items()
        if _strikes(lines[index], [glyphs[number] for number in numbers], lines)
        for number in numbers
    }
    if not deleted:
        return list(glyphs), []
    return (
        [glyph for number, glyph in enumerate(glyphs) if number not in deleted],
        [glyph for number, glyph in enumerate(glyphs) if number in deleted],
    )


def _crossed(glyphs: Sequence[Glyph], lines: Sequence[Edge]) -> dict[int, list[int]]:
    """For each line, by its number, the glyphs through which it runs."""
    heights = [edge.at for edge in lines]
    crossed: dict[int, list[int]] = {}
    level: dict[tuple[float, float], range] = {}
    for number, reach in enumerate(map(top_and_bottom_of, glyphs)):
        at_its_height = level.get(reach)
        if at_its_height is None:
            top, high = reach[0], reach[1] - reach[0]
            first = bisect_left(heights, top + STRIKEOUT.highest * high)
            last = bisect_right(heights, top + STRIKEOUT.lowest * high)
            at_its_height = level[reach] = range(first, last)
        if at_its_height:
            middle = (glyphs[number].x0 + glyphs[number].x1) / 2
            for index in at_its_height:
                if lines[index].start <= middle <= lines[index].end:
                    crossed.setdefault(index, []).append(number)
    return crossed


def _strikes(line: Edge, words: Sequence[Glyph], lines: Sequence[Edge]) -> bool:
    """Whether a line is that of the words it crosses: it begins and ends with them, and they fill it."""
    near = STRIKEOUT.beyond * max(glyph.size for glyph in words)
    x0, x1 = min(glyph.x0 for glyph in words), max(glyph.x1 for glyph in words)
    if abs(x0 - line.start) > near or abs(x1 - line.end) > near or not any(glyph.text.isalnum() for glyph in words):
        return False
    if sum(glyph.x1 - glyph.x0 for glyph in words) < STRIKEOUT.filled * (line.end - line.start):
        return False
    return not _is_box(line, words, lines)


def _is_box(line: Edge, words: Sequence[Glyph], lines: Sequence[Edge]) -> bool:
    """Whether other short lines run through the words too: they are a box, or the outline of the letters themselves."""
    size = max(glyph.size for glyph in words)
    x0, x1 = min(glyph.x0 for glyph in words), max(glyph.x1 for glyph in words)
    top, bottom = min(glyph.top for glyph in words), max(glyph.bottom for glyph in words)
    others = [other for other in lines if not _is_its_double(line, other, size)]
    return any(
        top < other.at < bottom - STRIKEOUT.under * size
        and abs(other.at - line.at) > STRIKEOUT.thick * size
        and other.start < x1
        and other.end > x0
        and other.end - other.start <= STRIKEOUT.like * (x1 - x0) + size
        for other in others
    )


def _is_its_double(line: Edge, other: Edge, size: float) -> bool:
    """Whether the other is the second of two lines that strike the same words: as long, and near it."""
    ends = abs(other.start - line.start) + abs(other.end - line.end)
    return abs(other.at - line.at) <= STRIKEOUT.double * size and ends <= STRIKEOUT.thick * size
