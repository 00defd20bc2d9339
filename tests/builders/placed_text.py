"""Pieces of text where a test wants them: columns 100 points apart, each letter 10 points wide."""

from __future__ import annotations

from extractors.layout.borderless.columns import LayoutColumn, Placed
from extractors.layout.geometry import Glyph
from extractors.layout.lines import TextLine, line_of

SIZE, PITCH = 10.0, 100.0


def piece(text: str, x: float, top: float = 0.0, *, bold: bool = False) -> TextLine:
    return line_of(
        [Glyph(c, x + SIZE * i, top, x + SIZE * (i + 1), top + SIZE, SIZE, 0, bold) for i, c in enumerate(text)]
    )


def row(*texts: str, top: float = 0.0, bold: bool = False) -> list[Placed]:
    """One line, each text at the left of its column; an empty one leaves its column empty."""
    return [
        Placed(piece(text, PITCH * column, top, bold=bold), column, column) for column, text in enumerate(texts) if text
    ]


def columns(count: int, wide: float = 60.0) -> list[LayoutColumn]:
    return [LayoutColumn(PITCH * number, PITCH * number + wide) for number in range(count)]
