"""Where do the letters stand of a text that a PDF keeps for a box, without saying how it is drawn?

A form field without an appearance and a note of a typewriter without one hold a text, a box and a size of type; every
viewer sets the text into the box on its own.

In:     the text, and its box in points from the top left of the upright page.
Out:    glyphs that stay within the box.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.layout.characters import cleaned
from extractors.layout.geometry import Glyph
from extractors.layout.lines import is_wide

Box = tuple[float, float, float, float]

LARGEST, SMALLEST = 12.0, 4.0
"""Size of type (points) that a viewer chooses by itself at the most, and below which nobody reads."""

_FILLS = 0.75
"""How much of the height of a box of one line its type takes up."""

_LEADING = 1.2
_NARROW = 0.5
_MARGIN = 2.0


def placed(text: str, box: Box, size: float = 0.0, *, lines: bool = False) -> tuple[Glyph, ...]:
    """The letters of a text set into its box; ``lines``: on several lines, as the box is wide.

    ``size`` 0 lets the box decide; a text too long for its box is set smaller.
    """
    x0, top, x1, bottom = box
    wide, high = max(x1 - x0 - 2 * _MARGIN, 1.0), max(bottom - top, 1.0)
    paragraphs = [line for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.strip()]
    type_size = size or min(LARGEST, LARGEST if lines else _FILLS * high)
    # A box without room for a second line holds one, however its program says that it may hold several.
    if lines and (len(paragraphs) > 1 or high >= 2 * _LEADING * type_size):
        rows, type_size = _filled(paragraphs, wide, high, type_size)
        first = top + _MARGIN
    else:
        rows = [" ".join(paragraphs)]
        type_size = _fitting(rows, wide, type_size)
        first = (top + bottom - type_size) / 2
    return tuple(
        glyph
        for number, row in enumerate(rows)
        for glyph in _row(row, x0 + _MARGIN, first + number * _LEADING * type_size, type_size)
    )


def _filled(paragraphs: Sequence[str], wide: float, high: float, type_size: float) -> tuple[list[str], float]:
    """The paragraphs broken into rows, and the size at which these go into a box so wide and so high."""
    rows = _rows(paragraphs, wide, type_size)
    while type_size > SMALLEST and len(rows) * _LEADING * type_size > high:
        type_size *= 0.9
        rows = _rows(paragraphs, wide, type_size)
    return rows, _fitting(rows, wide, type_size)


def _fitting(rows: Sequence[str], wide: float, type_size: float) -> float:
    """The size, smaller where the longest row would not go into the width."""
    longest = max((_length(row) for row in rows), default=0.0)
    return min(type_size, wide / longest) if longest else type_size


def _row(text: str, x: float, top: float, size: float) -> Iterator[Glyph]:
    blank = False
    for char in text:
        wide = _em(char) * size
        meant = cleaned(ord(char), "")
        if meant:
            yield Glyph(meant, x, top, x + wide, top + size, size, 0, False, blank)
        blank = not meant
        x += wide


def _rows(paragraphs: Sequence[str], wide: float, size: float) -> list[str]:
    """The paragraphs broken where the box ends."""
    rows: list[str] = []
    for paragraph in paragraphs:
        row, length = "", 0.0
        for char in paragraph:
            length += _em(char)
            if row and length * size > wide:
                rows.append(row)
                row, length = "", _em(char)
            row += char
        rows.append(row)
    return rows


def _length(text: str) -> float:
    return sum(map(_em, text))


def _em(char: str) -> float:
    return 1.0 if is_wide(char) else _NARROW
