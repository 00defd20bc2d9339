"""Which columns only their head shows: nothing stands below it on this page.

In:     the lines above the first row of figures, cut into pieces, and the columns of the rows below.
Out:    the columns, with those that are empty below.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.readers.pdf_columns import Column
from extractors.readers.pdf_lines import Line, is_hanzi, line_of

_FINE = 0.6
"""Ems between two headings: less than in rows, more than in a heading of two hanzi set apart."""

_SPREAD = 4.0
"""Single hanzi this many ems apart may be one heading spread out (姓    名)."""


def finely(row: Sequence[Line]) -> list[Line]:
    """The pieces of a line of headings, cut once more where words of two hanzi or more stand a little apart."""
    result: list[Line] = []
    for piece in row:
        begin = 0
        for index in range(2, len(piece.glyphs) - 1):
            before, glyph = piece.glyphs[index - 1], piece.glyphs[index]
            if (
                index - begin >= 2
                and glyph.x0 - before.x1 >= _FINE * piece.size
                and is_hanzi(glyph.text[0])
                and piece.glyphs[index + 1].x0 - glyph.x1 < 0.3 * piece.size
            ):
                result.append(line_of(piece.glyphs[begin:index]))
                begin = index
        result.append(line_of(piece.glyphs[begin:]) if begin else piece)
    return result


def with_headings(
    heads: Sequence[Sequence[Line]], body: Sequence[Sequence[Line]], found: Sequence[Column]
) -> list[Column]:
    """The columns with those that only headings show: no row fills them, or too few rows to tell them apart."""
    if len(found) < 2:
        return list(found)
    known = [part for column in found for part in _parts(column, heads, body)]
    new: list[Column] = []
    for row in heads:
        for number, piece in enumerate(row):
            if not _is_over(piece, known) and not _is_spread(row, number) and not _spans(piece, heads, known):
                new.append(Column(piece.x0, piece.x1))
    merged: list[Column] = []
    for column in sorted(new):
        if merged and column.x0 < merged[-1].x1:
            merged[-1] = Column(merged[-1].x0, max(merged[-1].x1, column.x1))
        else:
            merged.append(column)
    return sorted([*known, *merged])


def _parts(column: Column, heads: Sequence[Sequence[Line]], body: Sequence[Sequence[Line]]) -> list[Column]:
    """The column, cut where two headings of one line stand over it and nothing below crosses from one to the other."""
    for row in heads:
        over = [
            piece
            for number, piece in enumerate(row)
            if min(piece.x1, column.x1) - max(piece.x0, column.x0) > 0 and not _is_spread(row, number)
        ]
        for one, other in pairwise(over):
            inside = [p for line in body for p in line if column.x0 - 1 <= p.x0 and p.x1 <= column.x1 + 1]
            left = [p.x1 for p in inside if p.x1 <= other.x0 + 1]
            right = [p.x0 for p in inside if p.x0 >= one.x1 - 1]
            if left and right and len(left) + len(right) == len(inside) and max(left) < min(right):
                rest = _parts(Column(min(right), column.x1), heads, body)
                return [Column(column.x0, max(left)), *rest]
    return [column]


def _is_over(piece: Line, found: Sequence[Column]) -> bool:
    """Whether a heading stands over a column that is known; one close by may be set a little off it."""
    near = 0.3 * piece.size
    return any(min(piece.x1, column.x1) - max(piece.x0, column.x0) > -near for column in found)


def _is_spread(row: Sequence[Line], number: int) -> bool:
    """Whether a piece is a single hanzi of a heading that is spread out."""
    piece = row[number]
    if len(piece.glyphs) > 1:
        return False
    return any(
        len(a.glyphs) == len(b.glyphs) == 1 and b.x0 - a.x1 <= _SPREAD * a.size and piece in (a, b)
        for a, b in pairwise(row)
    )


def _spans(piece: Line, heads: Sequence[Sequence[Line]], found: Sequence[Column]) -> bool:
    """Whether a heading between two columns is the common one of both: their own stand below it, not beside."""
    left = max((column for column in found if column.x1 <= piece.x0 + 1), default=None)
    right = min((column for column in found if column.x0 >= piece.x1 - 1), default=None)
    if left is None or right is None:
        return False
    every = [other for row in heads for other in row if other is not piece]
    for column in (left, right):
        own = [other for other in every if min(other.x1, column.x1) - max(other.x0, column.x0) > 0]
        if not own or any(other.bottom <= piece.bottom + 0.6 * piece.size for other in own):
            return False
    return True
