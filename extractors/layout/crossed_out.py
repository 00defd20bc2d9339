"""Which words does a stroke cross that is no rule: slanting, curved, or level through a row, as people cancel things?

A line as long as its words strikes out exactly these (``strikeout``); of others it cannot be told where they end, and
of a long one that slants over rows, whether it means all that it passes.

In:     the glyphs of a page, its leaning strokes and its level lines.
Out:    the boxes of the glyphs that are crossed, for somebody to look at.
Raises: nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.layout.geometry import Edge, Glyph, top_and_bottom_of
from extractors.layout.settings import CROSSED, STRIKEOUT
from schemas.locator import Box

Point = tuple[float, float]
_BOXES = frozenset("□○◯〇☑")


def crossed(glyphs: Sequence[Glyph], strokes: Sequence[Sequence[Point]], level: Sequence[Edge] = ()) -> list[Box]:
    """The letters, digits and hanzi through whose body a stroke runs; one on a tick box ticks it."""
    if len(strokes) > CROSSED.most:
        # So many are an ornament, or letters drawn as outlines.
        return []
    boxes = [glyph for glyph in glyphs if glyph.text in _BOXES]
    words = [glyph for glyph in glyphs if glyph.text.isalnum()]
    found: dict[int, Box] = {}
    for stroke in strokes:
        if not any(_runs_through(stroke, box) for box in boxes):
            through = [glyph for glyph in words if _runs_through(stroke, glyph)]
            meant = _beneath(stroke, words) if through and _is_long(stroke, through) else through
            found |= {id(glyph): _box(glyph) for glyph in meant}
    for row in _rows_crossed(words, sorted(level, key=lambda edge: edge.at)):
        found |= {id(glyph): _box(glyph) for glyph in row}
    return list(found.values())


def _is_long(stroke: Sequence[Point], through: Sequence[Glyph]) -> bool:
    """Whether a stroke runs on over what it only comes near: a straight or flat one, over more than a word."""
    xs, ys = [x for x, _ in stroke], [y for _, y in stroke]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    straight = len(stroke) == len(("begin", "end")) or high <= CROSSED.flat * wide
    return straight and wide >= CROSSED.over * max(glyph.size for glyph in through)


def _beneath(stroke: Sequence[Point], words: Sequence[Glyph]) -> list[Glyph]:
    """The words over which the stroke reaches, whether it hits each of them or runs between them from row to row."""
    xs, ys = [x for x, _ in stroke], [y for _, y in stroke]
    x0, x1, top, bottom = min(xs), max(xs), min(ys), max(ys)

    def is_beneath(glyph: Glyph) -> bool:
        edge = CROSSED.edge * (glyph.bottom - glyph.top)
        return x0 <= (glyph.x0 + glyph.x1) / 2 <= x1 and glyph.top + edge < bottom and glyph.bottom - edge > top

    return [glyph for glyph in words if is_beneath(glyph)]


def _rows_crossed(words: Sequence[Glyph], level: Sequence[Edge]) -> Iterator[list[Glyph]]:
    """The words of each level line (from the top down) that runs through a whole row of them, where a strike would."""
    heights = [edge.at for edge in level]
    under: dict[int, list[Glyph]] = {}
    # Words of one line reach as high and as low: the lines at their height are looked for once.
    known: dict[tuple[float, float], range] = {}
    for glyph, reach in zip(words, map(top_and_bottom_of, words), strict=True) if level else ():
        at_its_height = known.get(reach)
        if at_its_height is None:
            top, high = reach[0], reach[1] - reach[0]
            first = bisect_left(heights, top + STRIKEOUT.highest * high)
            at_its_height = known[reach] = range(first, bisect_right(heights, top + STRIKEOUT.lowest * high))
        for number in at_its_height:
            if level[number].start <= glyph.x0 and glyph.x1 <= level[number].end:
                under.setdefault(number, []).append(glyph)
    return (row for row in under.values() if len(row) >= CROSSED.row)


def _runs_through(stroke: Sequence[Point], glyph: Glyph) -> bool:
    """Whether the stroke comes through the middle of the glyph."""
    wide, high = CROSSED.edge * (glyph.x1 - glyph.x0), CROSSED.edge * (glyph.bottom - glyph.top)
    x0, top, x1, bottom = glyph.x0 + wide, glyph.top + high, glyph.x1 - wide, glyph.bottom - high
    if max(x for x, _ in stroke) < x0 or min(x for x, _ in stroke) > x1:
        return False
    step = min(x1 - x0, bottom - top) / CROSSED.steps
    return any(x0 <= x <= x1 and top <= y <= bottom for x, y in _along(stroke, step))


def _along(stroke: Sequence[Point], step: float) -> Iterator[Point]:
    """Points along the stroke, no farther apart than the step."""
    for (xa, ya), (xb, yb) in pairwise(stroke):
        parts = min(int(max(abs(xb - xa), abs(yb - ya)) / max(step, 0.5)) + 1, CROSSED.finest)
        for part in range(parts + 1):
            yield xa + (xb - xa) * part / parts, ya + (yb - ya) * part / parts


def _box(glyph: Glyph) -> Box:
    return glyph.x0, glyph.top, glyph.x1, glyph.bottom
