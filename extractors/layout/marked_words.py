"""Which options of a form are marked by a line beneath, a marker or a ring, where nobody ticked a box?

In:     the glyphs of a page, the boxes of what was marked by hand over it, and the level lines of the page.
Out:    the empty boxes whose word is marked so, and the words that a correction was hung on: somebody must look.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractors.layout.geometry import Edge, Glyph
from extractors.layout.settings import MARKED
from schemas.locator import Box

_EMPTY = "□"


class WordMark(NamedTuple):
    """A mark over the page; ``corrects``: it says that the words in it are to be replaced or looked at."""

    box: Box
    corrects: bool


def marked_words(glyphs: Sequence[Glyph], marks: Sequence[WordMark], level: Sequence[Edge]) -> list[Box]:
    """The boxes of the glyphs that are to be doubted."""
    empty = [glyph for glyph in glyphs if glyph.text == _EMPTY]
    doubted = [glyph for glyph in empty if _is_beside(glyph, [mark.box for mark in marks if not mark.corrects])]
    doubted += [glyph for glyph in empty if _is_beside(glyph, list(_lines_beneath(glyph, glyphs, level)))]
    corrected = [mark.box for mark in marks if mark.corrects]
    if corrected:
        doubted += [glyph for glyph in glyphs if any(_holds(box, glyph) for box in corrected)]
    return [(glyph.x0, glyph.top, glyph.x1, glyph.bottom) for glyph in doubted]


def rings(glyphs: Sequence[Glyph], strokes: Sequence[Sequence[tuple[float, float]]]) -> Iterator[WordMark]:
    """The closed strokes that ring a word beside which others stand on its line, as one rings the option chosen."""
    for stroke in strokes:
        if stroke[0] != stroke[-1]:
            continue
        xs, ys = [x for x, _ in stroke], [y for _, y in stroke]
        box = min(xs), min(ys), max(xs), max(ys)
        within = [glyph for glyph in glyphs if _holds(box, glyph)]
        if len(within) > 1 and any(glyph.text.isalpha() for glyph in within) and _rings(box, within, glyphs):
            yield WordMark(box, corrects=True)


def _rings(box: Box, within: Sequence[Glyph], glyphs: Sequence[Glyph]) -> bool:
    """Whether a closed stroke is drawn close round the words in it, and other words stand on their line."""
    size = within[0].size
    if box[3] - box[1] > MARKED.ring * size or box[2] - box[0] > MARKED.longest * size:
        return False
    middle, near = (box[1] + box[3]) / 2, MARKED.longest * size
    return any(
        other.top < middle < other.bottom
        and (box[0] - near <= other.x1 <= box[0] or box[2] <= other.x0 <= box[2] + near)
        for other in glyphs
    )


def _lines_beneath(box: Glyph, glyphs: Sequence[Glyph], level: Sequence[Edge]) -> Iterator[Box]:
    """Short lines right beneath words of the line on which the box stands."""
    size = box.size
    for edge in level:
        if not box.bottom - MARKED.beneath * size <= edge.at <= box.bottom + MARKED.beneath * size:
            continue
        words = [one for one in glyphs if one.text.isalnum() and abs(one.bottom - box.bottom) < size / 2]
        over = [one for one in words if edge.start - size / 4 <= one.x0 and one.x1 <= edge.end + size / 4]
        written = sum(one.x1 - one.x0 for one in over)
        if written >= MARKED.filled * (edge.end - edge.start) and edge.end - edge.start <= MARKED.longest * size:
            yield edge.start, box.top, edge.end, box.bottom


def _is_beside(box: Glyph, marks: Sequence[Box]) -> bool:
    """Whether a mark lies on or right beside the box, on its line."""
    middle = (box.top + box.bottom) / 2
    return any(
        mark[1] - box.size / 2 <= middle <= mark[3] + box.size / 2
        and max(mark[0] - box.x1, box.x0 - mark[2]) <= MARKED.beside * box.size
        and mark[2] - mark[0] <= MARKED.longest * box.size
        for mark in marks
    )


def _holds(box: Box, glyph: Glyph) -> bool:
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
