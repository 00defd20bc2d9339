"""Which text of a page lies over the rest of it: watermarks, and large words set across a finished page?

Such words are seen, but they are nobody's answer; read with the text beneath they would tear it apart.

In:     the glyphs of one page, with colour and size.
Out:    the page's own glyphs, and those that lie over them.
Raises: nothing.
"""

from __future__ import annotations

import statistics
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from extractors.layout.geometry import Glyph, ink_and_size_of, top_of
from extractors.layout.settings import OVERLAY
from schemas.locator import Box

Style = tuple[int, int]
"""Colour, and size of type in half points: a watermark is drawn in one of its own."""


def lightness(ink: int) -> float:
    """How light a colour is, from 0 (black) to 1 (white)."""
    red, green, blue = ink >> 16 & 255, ink >> 8 & 255, ink & 255
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255


def apart(glyphs: Sequence[Glyph]) -> tuple[list[Glyph], list[Glyph]]:
    """The glyphs of the page, and those of words that lie over it."""
    over = _styles_over(glyphs) | _tiled(glyphs)
    if not over:
        return list(glyphs), []
    return [one for one in glyphs if style(one) not in over], [one for one in glyphs if style(one) in over]


def style(glyph: Glyph) -> Style:
    """The style of a glyph."""
    return glyph.ink, round(2 * glyph.size)


def strings(glyphs: Sequence[Glyph]) -> Iterator[tuple[str, Box]]:
    """The words that glyphs make, string by string as they were drawn, each with its box."""
    for run in dict.fromkeys(glyph.run for glyph in glyphs):
        own = [glyph for glyph in glyphs if glyph.run == run]
        around = (
            min(glyph.x0 for glyph in own),
            min(glyph.top for glyph in own),
            max(glyph.x1 for glyph in own),
            max(glyph.bottom for glyph in own),
        )
        yield "".join(glyph.text for glyph in own), around


def _styles_over(glyphs: Sequence[Glyph]) -> set[Style]:
    counts = Counter(map(ink_and_size_of, glyphs))
    first: dict[Style, float] = {}
    many: Counter[Style] = Counter()
    for (ink, size), count in counts.items():
        each = ink, round(2 * size)
        first.setdefault(each, size)
        many[each] += count
    if len(first) < 2:
        return set()
    usual = statistics.median([size for (_, size), count in counts.items() for _ in range(count)])
    pale = {each for each in first if lightness(each[0]) >= OVERLAY.pale}
    large = {each for each, size in first.items() if size >= OVERLAY.larger * usual and many[each] > 1}
    if not pale | large:
        return set()
    rows = sorted(glyphs, key=top_of)
    own: dict[Style, list[Glyph]] = {each: [] for each in first}
    for glyph in glyphs:
        own[style(glyph)].append(glyph)
    return {each for each in pale | large if _lies_over(own[each], each, rows, pale=each in pale)}


def _tiled(glyphs: Sequence[Glyph]) -> set[Style]:
    """The pale styles in which the same words are set again and again over the page, side by side and row by row."""
    counts = Counter(map(ink_and_size_of, glyphs))
    pale = {(ink, round(2 * size)) for ink, size in counts if lightness(ink) >= OVERLAY.pale}
    found = set()
    for each in pale:
        own = [glyph for glyph in glyphs if style(glyph) == each]
        darker = any(lightness(each[0]) - lightness(ink) >= OVERLAY.paler for ink, _ in counts)
        if darker and _are_tiles([*strings(own)] if len(own) <= OVERLAY.tiles_most else []):
            found.add(each)
    return found


def _are_tiles(words: Sequence[tuple[str, Box]]) -> bool:
    """Whether nearly all of these strings are one and the same, in several rows and at several places across."""
    if len(words) < OVERLAY.tiles:
        return False
    said, count = Counter(text for text, _ in words).most_common(1)[0]
    places = [box for text, box in words if text == said]
    across, down = {round(box[0]) for box in places}, {round(box[1]) for box in places}
    return (
        len(said) > 1
        and count >= max(OVERLAY.tiles, OVERLAY.tiles_share * len(words))
        and min(len(across), len(down)) >= OVERLAY.tiles_across
    )


def _lies_over(own: Sequence[Glyph], each: Style, rows: Sequence[Glyph], *, pale: bool) -> bool:
    """Whether glyphs of one style lie over others: pale ones over darker ones, large ones over several small ones."""
    tops, tallest = [glyph.top for glyph in rows], max(glyph.bottom - glyph.top for glyph in rows)
    beneath = 0
    for glyph in own[: OVERLAY.looked_at]:
        first, last = bisect_left(tops, glyph.top - tallest), bisect_right(tops, glyph.bottom)
        for other in _within(glyph, rows[first:last]):
            if style(other) == each:
                continue
            if pale and lightness(each[0]) - lightness(other.ink) >= OVERLAY.paler:
                return True
            beneath += glyph.size >= OVERLAY.larger * other.size
    return beneath >= OVERLAY.beneath


def _within(glyph: Glyph, others: Sequence[Glyph]) -> Iterator[Glyph]:
    """Those of the others whose middle lies in the glyph's box."""
    for other in others:
        x, y = (other.x0 + other.x1) / 2, (other.top + other.bottom) / 2
        if glyph.x0 <= x <= glyph.x1 and glyph.top <= y <= glyph.bottom:
            yield other
