"""Which columns does a page share with the borderless table that ended the page before, its heads gone or said again?

In:     the columns that the lines of this page show, and the table above the page edge.
Out:    the columns of that table, each reaching over what both pages show; the page's own where they do not fit.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.layout.borderless.columns import GAP, LayoutColumn
from extractors.layout.lines import TextLine, pieces
from schemas.document import Table

_OFF = 4.0
"""Ems that a mark may stand beside the heading it belongs to (pdf_head_columns)."""

_SAME = 0.5
"""What is set in one column begins, ends or has its middle at one place, so exactly (points)."""

_LIKE = 3
"""So many rows show where a column begins."""

_PITCH = 3.0
"""Ems from the rest of a row at the head of a page to the row after it, at most."""


def is_in_a_column(line: TextLine, body: Sequence[TextLine]) -> bool:
    """Whether a line begins exactly where one column of several rows does that is not their first."""
    like = 0
    for other in body:
        if other is not line and any(abs(glyph.x0 - line.x0) <= _SAME for glyph in other.glyphs[1:]):
            like += any(abs(piece.x0 - line.x0) <= _SAME for piece in pieces(other, GAP)[1:])
    return like >= _LIKE


def is_rest(lines: Sequence[TextLine], before: Table) -> bool:
    """Whether all lines but the last are the rest of a row that the page edge cut; the last begins the next row.

    Each stands in a column of the table before, and not in the first.
    """
    *rest, first = lines
    columns = [column for column in extents(before)[1:] if column is not None]
    near = all(below.bottom - above.bottom <= _PITCH * first.size for above, below in pairwise(lines))
    return near and all(
        abs(line.size - first.size) <= 0.1 * first.size and any(_is_set_in(line, column) for column in columns)
        for line in rest
    )


def _is_set_in(line: TextLine, column: LayoutColumn) -> bool:
    left, right = line.x0 - column.x0, line.x1 - column.x1
    return (
        left >= -_SAME and right <= _SAME and (abs(left) <= _SAME or abs(right) <= _SAME or abs(left + right) <= _SAME)
    )


_HEAD = 8
"""A head has at most so many lines."""


def as_before(found: Sequence[LayoutColumn], before: Table, body: Sequence[Sequence[TextLine]]) -> list[LayoutColumn]:
    """The columns of the table before, where every piece of this page stands in one of them, in the same order.

    A column that nobody filled on this page, or two that one mark alone tells apart, are seen only there.
    """
    above = extents(before)
    pieces = [piece for row in body if len(row) > 1 for piece in row]
    if None in above or len(above) < len(found) or not pieces:
        return list(found)
    columns = [column for column in above if column is not None]
    own: list[list[TextLine]] = [[] for _ in columns]
    for piece in pieces:
        home = _home(piece, columns)
        if home is None:
            return list(found)
        own[home].append(piece)
    wide = [
        LayoutColumn(min([c.x0, *(p.x0 for p in inside)]), max([c.x1, *(p.x1 for p in inside)]))
        for c, inside in zip(columns, own, strict=True)
    ]
    filled = sum(bool(inside) for inside in own)
    fits = filled >= len(found) and filled * 2 > len(columns) and all(a.x1 < b.x0 for a, b in pairwise(wide))
    return wide if fits else list(found)


def head_again(before: Table, cut: Sequence[Sequence[TextLine]]) -> int:
    """How many lines at the top say what the head of the table before says, in whatever order; 0 where they do not."""
    said = sorted("".join("".join(cell.text for cell in before.cells if cell.header).split()))
    again: list[str] = []
    for number, row in enumerate(cut[:_HEAD], start=1):
        again.extend("".join("".join(piece.text for piece in row).split()))
        if len(again) >= len(said):
            return number if said and sorted(again) == said else 0
    return 0


def extents(table: Table) -> list[LayoutColumn | None]:
    """From where to where each column reaches, by its cells of one column; None where it has none with a place."""
    result: list[LayoutColumn | None] = []
    for column in range(table.columns):
        boxes = [cell.bbox for cell in table.cells if cell.bbox and cell.column == column and cell.colspan == 1]
        result.append(LayoutColumn(min(b[0] for b in boxes), max(b[2] for b in boxes)) if boxes else None)
    return result


def _home(piece: TextLine, columns: Sequence[LayoutColumn]) -> int | None:
    """The column in which a piece stands, or beside which it stands alone."""
    shared = [index for index, c in enumerate(columns) if min(piece.x1, c.x1) - max(piece.x0, c.x0) > 0]
    if shared:
        return shared[0] if len(shared) == 1 else None
    apart, nearest = min((max(c.x0 - piece.x1, piece.x0 - c.x1), index) for index, c in enumerate(columns))
    return nearest if apart <= _OFF * piece.size else None
