"""Which columns only their head shows: nothing stands below it on this page.

In:     the lines above the first row of figures, cut into pieces, and the columns of the rows below.
Out:    the columns, with those that are empty below.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.layout.borderless.columns import LayoutColumn
from extractors.layout.borderless.settings import COLUMN, HEAD
from extractors.layout.lines import TextLine, is_hanzi, line_of


def finely(row: Sequence[TextLine]) -> list[TextLine]:
    """The pieces of a line of headings, cut once more where words of two hanzi or more stand a little apart."""
    result: list[TextLine] = []
    for piece in row:
        begin = 0
        for index in range(2, len(piece.glyphs) - 1):
            if index - begin >= 2 and _begins_heading(piece, index):
                result.append(line_of(piece.glyphs[begin:index]))
                begin = index
        result.append(line_of(piece.glyphs[begin:]) if begin else piece)
    return result


def _begins_heading(piece: TextLine, index: int) -> bool:
    """Whether a hanzi stands a little off the one before it, and the next one close to it."""
    before, glyph, after = piece.glyphs[index - 1 : index + 2]
    return (
        glyph.x0 - before.x1 >= HEAD.fine * piece.size
        and is_hanzi(glyph.text[0])
        and after.x0 - glyph.x1 < HEAD.close * piece.size
    )


def with_headings(
    heads: Sequence[Sequence[TextLine]], body: Sequence[Sequence[TextLine]], columns: Sequence[LayoutColumn]
) -> list[LayoutColumn]:
    """The columns with those that only headings show: no row fills them, or too few rows to tell them apart."""
    if len(columns) < 2:
        return list(columns)
    known = [part for column in columns for part in _parts(column, heads, body, columns)]
    pieces = [piece for row in heads for piece in row]
    alone = [LayoutColumn(piece.x0, piece.x1) for piece in _whole(heads) if not _is_of_known(piece, heads, known)]
    lowest = [piece for piece in pieces if not _spans_below(piece, heads)]
    return _reaching(known, _joined(alone), lowest, max((piece.size for piece in pieces), default=0.0))


def _whole(heads: Sequence[Sequence[TextLine]]) -> list[TextLine]:
    """The headings that are no letters of one set apart."""
    return [piece for row in heads for number, piece in enumerate(row) if not _is_spread(row, number)]


def _is_of_known(piece: TextLine, heads: Sequence[Sequence[TextLine]], known: Sequence[LayoutColumn]) -> bool:
    """Whether a heading is that of columns that are known, or of several columns in common."""
    return (
        _is_over(piece, known)
        or _spans(piece, heads, known)
        or _spans_below(piece, heads)
        or _wraps(piece, heads, known)
    )


def _joined(columns: Sequence[LayoutColumn]) -> list[LayoutColumn]:
    """The columns, those that overlap joined."""
    joined: list[LayoutColumn] = []
    for column in sorted(columns):
        if joined and column.x0 < joined[-1].x1:
            joined[-1] = LayoutColumn(joined[-1].x0, max(joined[-1].x1, column.x1))
        else:
            joined.append(column)
    return joined


def _reaching(
    known: Sequence[LayoutColumn], alone: Sequence[LayoutColumn], headings: Sequence[TextLine], size: float
) -> list[LayoutColumn]:
    """All columns; one without a heading reaches to the heading beside it that stands over no column.

    Workbooks set words to the left of a cell and its heading in the middle: a tick stands left of 满意, and may
    not reach below it.
    """
    heading_of: dict[LayoutColumn, LayoutColumn] = {}
    for apart, column, head in _beside(known, alone, headings):
        if apart <= HEAD.beside * size and column not in heading_of and head not in heading_of.values():
            heading_of[column] = head
    wide = [_about(column, heading_of.get(column, column)) for column in known]
    return sorted([*wide, *(head for head in alone if head not in heading_of.values())])


def _about(one: LayoutColumn, other: LayoutColumn) -> LayoutColumn:
    """From the left end of both to the right end of both."""
    return LayoutColumn(min(one.x0, other.x0), max(one.x1, other.x1))


def _beside(
    known: Sequence[LayoutColumn], alone: Sequence[LayoutColumn], headings: Sequence[TextLine]
) -> list[tuple[float, LayoutColumn, LayoutColumn]]:
    """Columns without a heading and headings without a column, nothing between them, and how far apart they stand."""
    bare = [c for c in known if not any(min(h.x1, c.x1) - max(h.x0, c.x0) > 0 for h in headings)]
    return sorted(
        (max(head.x0 - column.x1, column.x0 - head.x1), column, head)
        for column in bare
        for head in alone
        if not any(min(column, head) < other < max(column, head) for other in [*known, *alone])
    )


def _spans_below(piece: TextLine, heads: Sequence[Sequence[TextLine]]) -> bool:
    """Whether a heading stands over two or more headings of one lower line."""
    near = HEAD.over * piece.size
    return any(
        sum(other.top > piece.top and min(other.x1, piece.x1) - max(other.x0, piece.x0) > near for other in row) >= 2
        for row in heads
    )


def _parts(
    column: LayoutColumn,
    heads: Sequence[Sequence[TextLine]],
    body: Sequence[Sequence[TextLine]],
    columns: Sequence[LayoutColumn],
) -> list[LayoutColumn]:
    """The column, cut where two headings of one line stand over it and nothing below crosses from one to the other."""
    others = [other for other in columns if other != column]
    inside = [p for row in body for p in row if column.x0 - COLUMN.off <= p.x0 and p.x1 <= column.x1 + COLUMN.off]
    for row in heads:
        for left, right in pairwise(_over(column, row, others)):
            gutter = _gutter(inside, left, right)
            if gutter:
                rest = _parts(LayoutColumn(gutter[1], column.x1), heads, body, columns)
                return [LayoutColumn(column.x0, gutter[0]), *rest]
    return [column]


def _over(column: LayoutColumn, row: Sequence[TextLine], others: Sequence[LayoutColumn]) -> list[TextLine]:
    """The headings of one line over a column; the last may stand right of it.

    A tick at the left of its cell does not reach below the heading in the middle.
    """
    over = [
        piece
        for number, piece in enumerate(row)
        if min(piece.x1, column.x1) - max(piece.x0, column.x0) > 0 and not _is_spread(row, number)
    ]
    beyond = [piece for piece in row if column.x1 <= piece.x0 <= column.x1 + HEAD.off * piece.size]
    return [*over, beyond[0]] if over and beyond and not _is_over(beyond[0], others) else over


def _gutter(inside: Sequence[TextLine], left: TextLine, right: TextLine) -> tuple[float, float] | None:
    """Where what stands below one heading ends and what stands below the next begins; None where it crosses.

    What stands between the two is the first one's where columns are set to the right, else the other's.
    """
    ends = [p for p in inside if p.x1 <= right.x0 + COLUMN.off]
    begins = [p for p in inside if p.x0 >= left.x1 - COLUMN.off]
    if any(p not in ends and p not in begins for p in inside):
        return None
    return _between(ends, [p for p in begins if p not in ends]) or _between(
        [p for p in ends if p not in begins], begins
    )


def _between(left: Sequence[TextLine], right: Sequence[TextLine]) -> tuple[float, float] | None:
    """Where the pieces at the left end and those at the right begin; None where they overlap, or either are none."""
    if not left or not right:
        return None
    end, begin = max(p.x1 for p in left), min(p.x0 for p in right)
    return (end, begin) if end < begin else None


def _wraps(piece: TextLine, heads: Sequence[Sequence[TextLine]], columns: Sequence[LayoutColumn]) -> bool:
    """Whether a piece is one more line of a heading that stands over a column that is known."""
    return any(
        other is not piece and _is_under(other, piece) and not _spans_below(other, heads) and _is_over(other, columns)
        for row in heads
        for other in row
    )


def _is_under(one: TextLine, other: TextLine) -> bool:
    """Whether the narrower of two pieces lies mostly above or below the other."""
    shared = min(one.x1, other.x1) - max(one.x0, other.x0)
    return shared >= HEAD.wraps * min(one.x1 - one.x0, other.x1 - other.x0)


def _is_over(piece: TextLine, columns: Sequence[LayoutColumn]) -> bool:
    """Whether a heading stands over a column that is known; one close by may be set a little off it."""
    near = HEAD.over * piece.size
    return any(min(piece.x1, column.x1) - max(piece.x0, column.x0) > -near for column in columns)


def _is_spread(row: Sequence[TextLine], number: int) -> bool:
    """Whether a piece is a single hanzi of a heading that is spread out."""
    piece = row[number]
    if len(piece.glyphs) > 1:
        return False
    return any(
        len(a.glyphs) == len(b.glyphs) == 1 and b.x0 - a.x1 <= HEAD.spread * a.size and piece in (a, b)
        for a, b in pairwise(row)
    )


def _spans(piece: TextLine, heads: Sequence[Sequence[TextLine]], columns: Sequence[LayoutColumn]) -> bool:
    """Whether a heading between two columns is the common one of both: their own stand below it, not beside."""
    left = max((column for column in columns if column.x1 <= piece.x0 + COLUMN.off), default=None)
    right = min((column for column in columns if column.x0 >= piece.x1 - COLUMN.off), default=None)
    if left is None or right is None:
        return False
    others = [other for row in heads for other in row if other is not piece]
    return _is_headed_below(piece, left, others) and _is_headed_below(piece, right, others)


def _is_headed_below(piece: TextLine, column: LayoutColumn, headings: Sequence[TextLine]) -> bool:
    """Whether a column has headings of its own, all of them below this one."""
    over = [other for other in headings if min(other.x1, column.x1) - max(other.x0, column.x0) > 0]
    return bool(over) and all(other.bottom > piece.bottom + HEAD.beneath * piece.size for other in over)
