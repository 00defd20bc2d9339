"""Which table of a page's lines carries on the table above the page edge, its heads gone or said again?

In:     lines of the page's first stretch, and the table that ends the page before.
Out:    the tables among the lines, the first one in the columns of that table where they fit.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from extractors.layout.borderless.columns import EXACTLY, GAP, LayoutColumn
from extractors.layout.borderless.find import (
    CutLines,
    TableAt,
    cut_lines,
    first_data,
    next_table,
    parted,
    shown_columns,
    table_in,
    tables_from,
)
from extractors.layout.geometry import Edge
from extractors.layout.lines import TextLine, pieces
from schemas.document import Table

_OFF = 4.0
"""Ems that a mark may stand beside the heading it belongs to (pdf_head_columns)."""

_LIKE = 3
"""So many rows show where a column begins."""

_PITCH = 3.0
"""Ems from the rest of a row at the head of a page to the row after it, at most."""


def is_in_a_column(line: TextLine, body: Sequence[TextLine]) -> bool:
    """Whether a line begins exactly where one column of several rows does that is not their first."""
    near = EXACTLY * line.size
    like = 0
    for other in body:
        if other is not line and any(abs(glyph.x0 - line.x0) <= near for glyph in other.glyphs[1:]):
            like += any(abs(piece.x0 - line.x0) <= near for piece in pieces(other, GAP)[1:])
    return like >= _LIKE


def tables_below(above: Table, lines: Sequence[TextLine], rules: Sequence[Edge]) -> tuple[list[Table], list[TextLine]]:
    """The tables among the lines, the first of which may carry on the one above, and the lines outside them."""
    text = cut_lines(lines, rules)
    first = next_table(text, 0, partial(_table_below, above))
    return parted(text, () if first is None else (first, *tables_from(text, first.rows.stop)))


def _table_below(above: Table, text: CutLines, rows: range) -> TableAt | None:
    """The table of these lines, where they are one, in the columns of the table above where they fit."""
    if rows.start and _is_rest(text.lines[: rows.start + 1], above):
        rows = range(rows.stop)
    part = text.part(rows)
    again = _head_again(above, part.cut)
    at = again or first_data(part.cut)
    part = part.cut_finely(at)
    found = shown_columns(part, at)
    if found and (again or all(len(row) == 1 for row in part.cut[:at])):
        found = _as_above(found, above, part.cut[at:])
    table = table_in(part, found)
    return None if table is None else TableAt(rows, table)


def _is_rest(lines: Sequence[TextLine], above: Table) -> bool:
    """Whether all lines but the last are the rest of a row that the page edge cut; the last begins the next row.

    Each stands in a column of the table above, and not in the first.
    """
    *rest, first = lines
    columns = [column for column in extents(above)[1:] if column is not None]
    near = all(below.bottom - upper.bottom <= _PITCH * first.size for upper, below in pairwise(lines))
    return near and all(
        abs(line.size - first.size) <= 0.1 * first.size and any(_is_set_in(line, column) for column in columns)
        for line in rest
    )


def _is_set_in(line: TextLine, column: LayoutColumn) -> bool:
    left, right, near = line.x0 - column.x0, line.x1 - column.x1, EXACTLY * line.size
    return left >= -near and right <= near and min(abs(left), abs(right), abs(left + right)) <= near


_HEAD = 8
"""A head has at most so many lines."""


def _as_above(found: Sequence[LayoutColumn], above: Table, body: Sequence[Sequence[TextLine]]) -> list[LayoutColumn]:
    """The columns of the table above, where every piece of this page stands in one of them, in the same order.

    A column that nobody filled on this page, or two that one mark alone tells apart, are seen only there.
    """
    known = extents(above)
    pieces = [piece for row in body if len(row) > 1 for piece in row]
    if None in known or len(known) < len(found) or not pieces:
        return list(found)
    columns = [column for column in known if column is not None]
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


def _head_again(above: Table, cut: Sequence[Sequence[TextLine]]) -> int:
    """How many lines at the top say what the head of the table above says, in whatever order; 0 where they do not."""
    said = sorted("".join("".join(cell.text for cell in above.cells if cell.header).split()))
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
