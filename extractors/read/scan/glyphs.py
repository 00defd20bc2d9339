"""Where the single characters of a recognised line stand, so that a scan reads on like any other page.

In:     the box of a line in pixels, and what the recogniser line of it.
Out:    glyphs in points, as the PDF reader has them, each with its score.
Raises: nothing.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from extractors.layout.geometry import Glyph
from extractors.layout.lines import is_wide
from extractors.read.ocr.engine import Quads, RecognisedLine
from extractors.read.scan.settings import CHARACTER

_NARROW = set("iIl1|.,:;'!()[]·")
_BROAD = set("mwMW@%&")


TICKS = frozenset("√VvＶ∨ν✓✔")


class Scored(NamedTuple):
    """A glyph and how sure the recogniser was of it; ``junk`` that its line is most likely no writing.

    ``short``: its cell may hold more than was read.
    """

    glyph: Glyph
    score: float
    junk: bool = False
    short: bool = False


def glyphs(quad: Quads, line: RecognisedLine, scale: float) -> list[Scored]:
    """The glyphs of one line; ``scale`` is points per pixel."""
    chars = [char for char in zip(line.chars, line.at, line.scores, strict=True) if char[0].strip()]
    if not chars:
        return []
    spaced = _after_blank(line)
    left, right = (quad[0] + quad[3]) / 2 * scale, (quad[1] + quad[2]) / 2 * scale
    high = float((quad[3, 1] + quad[2, 1] - quad[0, 1] - quad[1, 1]) / 2 * scale)
    length = float(right[0] - left[0])
    middles = [at * length for _, at, _ in chars]
    advances = [_advance(char) for char, _, _ in chars]
    em = _em(middles, advances, high)
    spans = _spans(middles, advances, em, spaced, length)
    least = CHARACTER.junk_tick if len(chars) == 1 and chars[0][0] in TICKS else CHARACTER.junk
    found = []
    for (char, at, score), (x0, x1), blank in zip(chars, spans, spaced, strict=True):
        middle = float(left[1] + (right[1] - left[1]) * at)
        x = float(left[0])
        glyph = Glyph(char, x + x0, middle - em / 2, x + x1, middle + em / 2, em, 0, False, blank)
        found.append(Scored(glyph, score, line.score < least, line.short))
    return found


def _after_blank(line: RecognisedLine) -> list[bool]:
    """For each visible character, whether the recogniser saw a blank before it."""
    marks, blank = [], False
    for char in line.chars:
        if char.strip():
            marks.append(blank)
            blank = False
        else:
            blank = True
    return marks


def _advance(char: str) -> float:
    """How many ems the character takes up."""
    if is_wide(char):
        return 1.0
    return CHARACTER.narrow if char in _NARROW else CHARACTER.broad if char in _BROAD else CHARACTER.letter


def _em(middles: list[float], advances: list[float], high: float) -> float:
    """The size of the type, from how far apart the characters stand; else from the height of the box."""
    ratios = sorted(2 * (b - a) / (p + q) for (a, b), (p, q) in zip(pairwise(middles), pairwise(advances), strict=True))
    if len(ratios) >= CHARACTER.several:
        usual = ratios[len(ratios) // 2]
        near = [ratio for ratio in ratios if CHARACTER.usual_least * usual <= ratio <= CHARACTER.usual_most * usual]
        em = sum(near) / len(near)
        if CHARACTER.em_least * high <= em <= CHARACTER.em_most * high:
            return em
    return CHARACTER.em * high


def _spans(
    middles: list[float], advances: list[float], em: float, spaced: list[bool], length: float
) -> list[tuple[float, float]]:
    """From where to where each character reaches: neighbours touch, except where there is a gap between them."""
    left = [max(middles[0] - advances[0] * em / 2, 0.0)]
    right = []
    for index, (a, b) in enumerate(pairwise(middles)):
        need = (advances[index] + advances[index + 1]) * em / 2
        if b - a - need > CHARACTER.gap * em or spaced[index + 1]:
            room = max(b - a - need, CHARACTER.blank * em) / 2
            middle = a + advances[index] * em / 2 + room
            middle = min(max(middle, a), b)
            right.append(max(middle - room, a))
            left.append(min(middle + room, b))
        else:
            meet = a + (b - a) * advances[index] / (advances[index] + advances[index + 1])
            right.append(meet)
            left.append(meet)
    right.append(min(middles[-1] + advances[-1] * em / 2, length))
    return list(zip(left, right, strict=True))
