"""What one cell says: its wrapped lines joined, those ended on purpose kept apart.

In:     the lines of one cell and how wide it is.
Out:    its text.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.layout.lines import TextLine, is_wide, joined
from extractors.layout.settings import CELL
from schemas.locator import Box

_STOPS = frozenset("，。、；：？！）》」』】〕％,.;:?!)%”’…")
_FIGURE = frozenset("0123456789.,-–%()")
_OPENERS = frozenset("（《「『【〔(“‘￥$")


def cell_text(lines: Sequence[TextLine], left: float, right: float) -> str:
    """The lines of one cell as text: wrapped ones joined, those ended on purpose on lines of their own."""
    if len(lines) == 1:
        return lines[0].text
    texts = [line.text for line in lines]
    padding = min(max(min(line.x0 for line in lines) - left, 0.0), max(right - max(line.x1 for line in lines), 0.0))
    room = (right - left) - 2 * min(padding, lines[0].size)
    paragraphs: list[list[str]] = [[texts[0]]]
    cuts: list[list[bool]] = [[]]
    for upper, lower, text in zip(lines, lines[1:], texts[1:], strict=False):
        need = first_word(lower) + slack(lower) * lower.size
        if (upper.x1 - upper.x0) + need < room or _is_next_figure(upper, lower, room):
            paragraphs.append([text])
            cuts.append([])
        else:
            cuts[-1].append(_goes_on(upper, lower, room))
            paragraphs[-1].append(text)
    return "\n".join(joined(part, broken=cut) for part, cut in zip(paragraphs, cuts, strict=True))


def _is_next_figure(upper: TextLine, lower: TextLine, room: float) -> bool:
    """Whether two lines are a figure each: a figure cut through would have filled the line."""
    both = all(glyph.text in _FIGURE for line in (upper, lower) for glyph in line.glyphs)
    return both and upper.x1 - upper.x0 + CELL.figure * upper.size < room


def slack(line: TextLine) -> float:
    """How many ems the line before may be short of its full width for the sake of this line's first signs."""
    signs = [glyph.text[0] for glyph in line.glyphs[:3]]
    return CELL.moved if signs[0] in _OPENERS or any(sign in _STOPS for sign in signs[1:]) else CELL.tight


def first_word(line: TextLine) -> float:
    """How much room the line's first word would have taken on the line before."""
    first = line.glyphs[0]
    if is_wide(first.text[0]):
        return first.x1 - first.x0
    end = first.x1
    for glyph in line.glyphs[1:]:
        if is_wide(glyph.text[0]) or glyph.x0 - end > CELL.within * line.size:
            break
        end = glyph.x1
    return end - first.x0 + CELL.blank * line.size


def _goes_on(upper: TextLine, lower: TextLine, room: float) -> bool:
    """Whether a number or address too long for the cell was cut through: its parts would not fit on one line."""
    if not (upper.glyphs[-1].text.isalnum() and upper.x1 - upper.x0 + CELL.figure * upper.size > room):
        return False
    tail = [upper.glyphs[-1]]
    for before, glyph in zip(reversed(upper.glyphs[:-1]), reversed(upper.glyphs[1:]), strict=True):
        if is_wide(before.text[-1]) or glyph.x0 - before.x1 > CELL.within * upper.size:
            break
        tail.append(before)
    word = "".join(glyph.text for glyph in tail)
    width = upper.x1 - tail[-1].x0 + first_word(lower) - CELL.blank * lower.size
    return width > room and any(char.isdigit() or char in "@." for char in word)


def rounded(box: Box) -> Box:
    """The box to a hundredth of a point."""
    return round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2)
