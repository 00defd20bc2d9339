"""Which words of a page are those of a small seal that a program drew over it: a name in a coloured frame?

In:     the glyphs of a page, and what is drawn on it, coloured frames of the size of a seal among them.
Out:    the glyphs of the page, and those of seals; the frames of these are taken out of the drawing: they rule nothing.
Raises: nothing. The words that run round a seal are told by their turning (``read/pdf/glyphs``).
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.layout.geometry import ColouredFrame, Drawing, Edge, Glyph
from extractors.layout.lines import is_wide
from extractors.layout.settings import NAME_SEAL
from schemas.locator import Box


def apart(glyphs: Sequence[Glyph], drawn: Drawing, typed: Sequence[Box] = ()) -> tuple[list[Glyph], list[Glyph]]:
    """The glyphs of the page, and those that stand in seals. ``typed``: boxes of what was filled in, framed or not."""
    of_seals: set[int] = set()
    seals: list[Box] = []
    for frame in drawn.frames:
        if any(_lies_in(frame.box, box) for box in typed):
            continue
        within = [number for number, glyph in enumerate(glyphs) if _is_of(glyph, frame)]
        signs = [glyphs[number].text for number in within]
        if NAME_SEAL.fewest <= len(signs) <= NAME_SEAL.most and all(map(is_wide, signs)):
            of_seals.update(within)
            seals.append(frame.box)
    if not seals:
        return list(glyphs), []
    drawn.level[:] = [edge for edge in drawn.level if not any(_is_side(edge, box[1::2], box[::2]) for box in seals)]
    drawn.upright[:] = [edge for edge in drawn.upright if not any(_is_side(edge, box[::2], box[1::2]) for box in seals)]
    rest = [glyph for number, glyph in enumerate(glyphs) if number not in of_seals]
    return rest, [glyphs[number] for number in sorted(of_seals)]


def _is_of(glyph: Glyph, frame: ColouredFrame) -> bool:
    """Whether a glyph stands in the frame, in its colour."""
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    x0, top, x1, bottom = frame.box
    if not (x0 <= x <= x1 and top <= y <= bottom):
        return False
    return all(abs((glyph.ink >> part & 255) - (frame.ink >> part & 255)) <= NAME_SEAL.ink for part in (0, 8, 16))


def _lies_in(box: Box, other: Box) -> bool:
    near = NAME_SEAL.near
    return (
        box[0] >= other[0] - near
        and box[1] >= other[1] - near
        and box[2] <= other[2] + near
        and box[3] <= other[3] + near
    )


def _is_side(edge: Edge, sides: Sequence[float], span: Sequence[float]) -> bool:
    near = NAME_SEAL.near
    return (
        min(abs(edge.at - side) for side in sides) <= near
        and abs(edge.start - span[0]) <= near
        and abs(edge.end - span[1]) <= near
    )
