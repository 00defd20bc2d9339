"""Which columns only their head shows: nothing stands below it on this page.

In:     the lines above the first row of figures, cut into pieces, and the columns of the rows below.
Out:    the columns, with those that are empty below.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.layout.borderless.columns import LayoutColumn
from extractors.layout.lines import TextLine, is_hanzi, line_of

_FINE = 0.6
"""Ems between two headings: less than in rows, more than in a heading of two hanzi set apart."""

_OFF = 4.0
"""Ems that the heading in the middle of a cell may stand right of what begins at the cell's left."""

_BESIDE = 8.0
"""A heading at most this many ems beside a column that has none is its own."""

_SPREAD = 4.0
"""Single hanzi this many ems apart may be one heading spread out (姓    名)."""


def finely(row: Sequence[TextLine]) -> list[TextLine]:
    """The pieces of a line of headings, cut once more where words of two hanzi or more stand a little apart."""
    result: list[TextLine] = []
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
    heads: Sequence[Sequence[TextLine]], body: Sequence[Sequence[TextLine]], found: Sequence[LayoutColumn]
) -> list[LayoutColumn]:
    """The columns with those that only headings show: no row fills them, or too few rows to tell them apart."""
    if len(found) < 2:
        return list(found)
    known = [part for column in found for part in _parts(column, heads, body, found)]
    new: list[LayoutColumn] = []
    for row in heads:
        for number, piece in enumerate(row):
            if (
                not _is_over(piece, known)
                and not _is_spread(row, number)
                and not _spans(piece, heads, known)
                and not _spans_below(piece, heads)
                and not _wraps(piece, heads, known)
            ):
                new.append(LayoutColumn(piece.x0, piece.x1))
    merged: list[LayoutColumn] = []
    for column in sorted(new):
        if merged and column.x0 < merged[-1].x1:
            merged[-1] = LayoutColumn(merged[-1].x0, max(merged[-1].x1, column.x1))
        else:
            merged.append(column)
    size = max((piece.size for row in heads for piece in row), default=0.0)
    return _reaching(known, merged, [piece for row in heads for piece in row if not _spans_below(piece, heads)], size)


def _reaching(
    known: Sequence[LayoutColumn], loose: Sequence[LayoutColumn], headings: Sequence[TextLine], size: float
) -> list[LayoutColumn]:
    """All columns; one without a heading reaches to the heading beside it that stands over no column.

    Workbooks set words to the left of a cell and its heading in the middle: a tick stands left of 满意, and may
    not reach below it.
    """
    bare = [c for c in known if not any(min(h.x1, c.x1) - max(h.x0, c.x0) > 0 for h in headings)]
    pairs = sorted(
        (max(head.x0 - column.x1, column.x0 - head.x1), column, head)
        for column in bare
        for head in loose
        if not any(min(column, head) < other < max(column, head) for other in [*known, *loose])
    )
    reached: dict[LayoutColumn, LayoutColumn] = {}
    for apart, column, head in pairs:
        if apart <= _BESIDE * size and column not in reached and head not in reached.values():
            reached[column] = head
    wide = [LayoutColumn(min(c.x0, reached[c].x0), max(c.x1, reached[c].x1)) if c in reached else c for c in known]
    return sorted([*wide, *(head for head in loose if head not in reached.values())])


def _spans_below(piece: TextLine, heads: Sequence[Sequence[TextLine]]) -> bool:
    """Whether a heading stands over two or more headings of one lower line."""
    near = 0.3 * piece.size
    return any(
        sum(other.top > piece.top and min(other.x1, piece.x1) - max(other.x0, piece.x0) > near for other in row) >= 2
        for row in heads
    )


def _parts(
    column: LayoutColumn,
    heads: Sequence[Sequence[TextLine]],
    body: Sequence[Sequence[TextLine]],
    found: Sequence[LayoutColumn],
) -> list[LayoutColumn]:
    """The column, cut where two headings of one line stand over it and nothing below crosses from one to the other.

    The second may stand right of it: a tick at the left of its cell does not reach below the heading in the middle.
    """
    others = [other for other in found if other != column]
    for row in heads:
        over = [
            piece
            for number, piece in enumerate(row)
            if min(piece.x1, column.x1) - max(piece.x0, column.x0) > 0 and not _is_spread(row, number)
        ]
        beyond = [piece for piece in row if column.x1 <= piece.x0 <= column.x1 + _OFF * piece.size]
        if over and beyond and not _is_over(beyond[0], others):
            over.append(beyond[0])
        for one, other in pairwise(over):
            inside = [p for line in body for p in line if column.x0 - 1 <= p.x0 and p.x1 <= column.x1 + 1]
            parted = _parted(inside, one, other)
            if parted:
                rest = _parts(LayoutColumn(parted[1], column.x1), heads, body, found)
                return [LayoutColumn(column.x0, parted[0]), *rest]
    return [column]


def _parted(inside: Sequence[TextLine], one: TextLine, other: TextLine) -> tuple[float, float] | None:
    """Where what stands below one heading ends and what stands below the other begins; None where it crosses.

    What stands between the two is the first one's where columns are set to the right, else the other's.
    """
    ends = [p for p in inside if p.x1 <= other.x0 + 1]
    begins = [p for p in inside if p.x0 >= one.x1 - 1]
    if any(p not in ends and p not in begins for p in inside):
        return None
    for left, right in ((ends, [p for p in begins if p not in ends]), ([p for p in ends if p not in begins], begins)):
        if left and right and max(p.x1 for p in left) < min(p.x0 for p in right):
            return max(p.x1 for p in left), min(p.x0 for p in right)
    return None


def _wraps(piece: TextLine, heads: Sequence[Sequence[TextLine]], found: Sequence[LayoutColumn]) -> bool:
    """Whether a piece is one more line of a heading that stands over a column that is known."""
    return any(
        other is not piece
        and min(other.x1, piece.x1) - max(other.x0, piece.x0) >= 0.8 * min(piece.x1 - piece.x0, other.x1 - other.x0)
        and not _spans_below(other, heads)
        and _is_over(other, found)
        for row in heads
        for other in row
    )


def _is_over(piece: TextLine, found: Sequence[LayoutColumn]) -> bool:
    """Whether a heading stands over a column that is known; one close by may be set a little off it."""
    near = 0.3 * piece.size
    return any(min(piece.x1, column.x1) - max(piece.x0, column.x0) > -near for column in found)


def _is_spread(row: Sequence[TextLine], number: int) -> bool:
    """Whether a piece is a single hanzi of a heading that is spread out."""
    piece = row[number]
    if len(piece.glyphs) > 1:
        return False
    return any(
        len(a.glyphs) == len(b.glyphs) == 1 and b.x0 - a.x1 <= _SPREAD * a.size and piece in (a, b)
        for a, b in pairwise(row)
    )


def _spans(piece: TextLine, heads: Sequence[Sequence[TextLine]], found: Sequence[LayoutColumn]) -> bool:
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
