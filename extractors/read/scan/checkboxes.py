"""Which boxes of a form are ticked: judged from the ink in the box, not from the sign that the recogniser guessed.

In:     the ink of a straightened picture, and the glyphs that were recognised.
Out:    the glyphs, with □ ☑ ■ where boxes stand.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.layout.geometry import Glyph
from extractors.layout.lines import is_hanzi
from extractors.read.components import components
from extractors.read.scan.glyphs import TICKS, Scored
from extractors.read.scan.settings import CHECKBOX

Ink = NDArray[np.uint8]

_BOXLIKE = set("□■☑☐☒▢◻⊠√口囗ロ")
_TICK = "√"
_DIRT = " .,，。'’·:："
_SIGNS = {**dict.fromkeys("☐▢◻", "□"), **dict.fromkeys("☒⊠", "☑"), **dict.fromkeys(TICKS, _TICK)}


class Square(NamedTuple):
    """A box in pixels and the sign that its ink makes."""

    x0: float
    top: float
    x1: float
    bottom: float
    sign: str


def with_checkboxes(scored: Sequence[Scored], ink: Ink, scale: float) -> list[Scored]:
    """The glyphs of one page, the boxes among them told by their ink; ``scale`` is points per pixel."""
    result = list(scored)
    for box, inside in _boxes(scored, squares(ink, 72 / scale), scale):
        line = inside or [one for one in scored if _beside(box, one.glyph)]
        if not line or (not inside and any(_is_part(box, one) for one in scored)):
            continue
        like = line[0].glyph
        middle = (like.top + like.bottom) / 2
        new = Glyph(box.sign, box.x0, middle - like.size / 2, box.x1, middle + like.size / 2, like.size, 0, False)
        result = [one for one in result if one not in inside]
        result.append(Scored(new, 1.0))
    return result


def _boxes(scored: Sequence[Scored], found: Sequence[Square], scale: float) -> Iterator[tuple[Square, list[Scored]]]:
    """The squares that are no letters, in points, with what the recogniser made of them.

    A lone 口 is a letter; where several squares stand on a line, it is one of its boxes.
    """
    boxes = []
    for square in found:
        box = Square(square.x0 * scale, square.top * scale, square.x1 * scale, square.bottom * scale, square.sign)
        inside = [one for one in scored if _covers(box, one.glyph)]
        if not any(_is_word(one) for one in inside) and not _in_a_word(box, scored):
            boxes.append((box, inside))
    for box, inside in boxes:
        together = sum(other.top < (box.top + box.bottom) / 2 < other.bottom for other, _ in boxes)
        if together > 1 or not _is_mouth(inside):
            yield box, inside


def _is_mouth(inside: Sequence[Scored]) -> bool:
    """Whether the square was surely read as the letter 口."""
    return any(one.glyph.text == "口" and one.score >= CHECKBOX.sure for one in inside)


def sign(text: str) -> str:
    """The mark that a lone recognised sign means; the text itself where it is none."""
    return _SIGNS.get(text.strip(_DIRT), text)


def is_sign(text: str) -> bool:
    """Whether a text is nothing but a mark; specks beside it are read as stops."""
    return text.strip(_DIRT) in _SIGNS


def squares(ink: Ink, dpi: float) -> list[Square]:
    """Every square of the size of a tick box: four straight sides, or all ink."""
    low, high = round(CHECKBOX.side_least * dpi), round(CHECKBOX.side_most * dpi)
    found = list(_solid(ink, low, high))
    for x0, x1, y in _runs(ink, low, high):
        # A tick may lengthen one side where it leaves the box: the other shows where the box ends.
        sides = _sides(ink, x0, x1, y)
        if sides:
            found.append(Square(x0, sides[0], x1, sides[1], _sign(ink[sides[0] : sides[1] + 1, x0:x1])))
    return _apart(found)


def _runs(ink: Ink, low: int, high: int) -> Iterator[tuple[int, int, int]]:
    """Level runs of ink as long as a box's side: from, to, row."""
    opened = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, low), np.uint8))
    count, _, stats, _ = components(opened, 4)
    for x, y, wide, tall, _ in stats[1:count].tolist():
        if low <= wide <= high and tall <= max(4, wide // 4):
            yield x, x + wide, y + tall // 2


def _solid(ink: Ink, low: int, high: int) -> Iterator[Square]:
    opened = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((low, low), np.uint8))
    count, _, stats, _ = components(opened, 4)
    for x, y, wide, tall, area in stats[1:count].tolist():
        even = max(wide, tall) <= CHECKBOX.square * min(wide, tall)
        if max(wide, tall) <= high and even and area >= CHECKBOX.full * wide * tall:
            yield Square(x, y, x + wide, y + tall, "■")


def _sides(ink: Ink, x0: int, x1: int, y: int) -> tuple[int, int] | None:
    """The top and bottom of the box of which a level run is the one or the other."""
    least, most = round(CHECKBOX.low * (x1 - x0)), round(CHECKBOX.high * (x1 - x0))
    for way in (1, -1):
        # Most runs are strokes of letters: no upright side stands on them.
        if not all(_stands(ink, x, *sorted((y, y + way * least))) for x in (x0, x1 - 1)):
            continue
        for step in range(least, most + 1):
            top, bottom = sorted((y, y + way * step))
            if _closed(ink, x0, x1, top, bottom):
                return top, bottom
    return None


def _stands(ink: Ink, x: int, top: int, bottom: int) -> bool:
    """Whether ink stands upright at x between two rows, nearly without a break."""
    side = ink[max(top, 0) : bottom + 1, max(x - 1, 0) : x + 2]
    return bool(side.size and np.count_nonzero(side.max(axis=1)) >= CHECKBOX.unbroken * len(side))


def _closed(ink: Ink, x0: int, x1: int, top: int, bottom: int) -> bool:
    """Whether ink closes a box on all four sides, each of them nearly without a break."""
    if top < 1 or bottom >= ink.shape[0] - 1 or x0 < 1 or x1 >= ink.shape[1]:
        return False
    levels = (ink[y - 1 : y + 2, x0:x1].max(axis=0).mean() for y in (top, bottom))
    sides = (_stands(ink, x, top, bottom) for x in (x0, x1 - 1))
    return all(sides) and all(share >= CHECKBOX.unbroken for share in levels)


def _sign(inside: Ink) -> str:
    high, wide = inside.shape
    y, x = max(round(CHECKBOX.rim * high), 2), max(round(CHECKBOX.rim * wide), 2)
    core = inside[y : high - y, x : wide - x]
    share = float(core.mean()) if core.size else 0.0
    return "□" if share < CHECKBOX.empty else "■" if share > CHECKBOX.full else "☑"


def _apart(found: Sequence[Square]) -> list[Square]:
    """The squares without those that lie over one found before."""
    kept: list[Square] = []
    for one in found:
        middle = ((one.x0 + one.x1) / 2, (one.top + one.bottom) / 2)
        if not any(other.x0 <= middle[0] <= other.x1 and other.top <= middle[1] <= other.bottom for other in kept):
            kept.append(one)
    return kept


def _covers(box: Square, glyph: Glyph) -> bool:
    """Whether the glyph is what the recogniser made of the box."""
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    wide = CHECKBOX.over * (box.x1 - box.x0)
    return box.x0 - wide <= x <= box.x1 + wide and box.top - wide <= y <= box.bottom + wide


def _is_word(one: Scored) -> bool:
    """Whether a recognised sign at a square is a letter of its own (日, 田, 国), surely read."""
    # A box of a form is never taken for a hanzi of many strokes, however blurred.
    least = CHECKBOX.sure_hanzi if is_hanzi(one.glyph.text) else CHECKBOX.sure
    return one.glyph.text not in _BOXLIKE and one.score >= least


def _in_a_word(box: Square, scored: Sequence[Scored]) -> bool:
    """Whether Latin letters stand close on both sides of a square: it is one of them, written by hand (a, o)."""
    near = CHECKBOX.letter * (box.x1 - box.x0)
    middle = (box.top + box.bottom) / 2
    beside = [
        one.glyph
        for one in scored
        if one.glyph.top < middle < one.glyph.bottom and one.glyph.text.isascii() and one.glyph.text.isalpha()
    ]
    left = any(abs(box.x0 - glyph.x1) <= near for glyph in beside)
    return left and any(abs(glyph.x0 - box.x1) <= near for glyph in beside)


def _is_part(box: Square, one: Scored) -> bool:
    """Whether a square lies within a hanzi that was surely read: a tick box takes up room of its own."""
    glyph, more = one.glyph, CHECKBOX.within * one.glyph.size
    across = glyph.x0 - more <= box.x0 and box.x1 <= glyph.x1 + more
    within = across and glyph.top <= (box.top + box.bottom) / 2 <= glyph.bottom
    return within and is_hanzi(glyph.text) and one.score >= CHECKBOX.sure


def _beside(box: Square, glyph: Glyph) -> bool:
    """Whether the glyph stands on the box's line, and near it."""
    middle, y = (box.top + box.bottom) / 2, (glyph.top + glyph.bottom) / 2
    away = max(glyph.x0 - box.x1, box.x0 - glyph.x1)
    alike = CHECKBOX.smallest * glyph.size <= box.x1 - box.x0 <= CHECKBOX.largest * glyph.size
    return alike and abs(middle - y) <= CHECKBOX.beside_level * glyph.size and away <= CHECKBOX.beside * glyph.size
