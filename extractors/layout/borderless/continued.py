"""Which table of a page's lines carries on the table above the page edge, its heads gone or said again?

In:     lines of the page's first stretch, and the table that ends the page before.
Out:    the tables among the lines, the first one in the columns of that table where they fit.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from extractors.layout.borderless.columns import LayoutColumn
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
from extractors.layout.borderless.settings import COLUMN, HEAD, ROW
from extractors.layout.geometry import Edge
from extractors.layout.lines import TextLine, pieces
from schemas.document import Table


def is_in_a_column(line: TextLine, body: Sequence[TextLine]) -> bool:
    """Whether a line begins exactly where one column of several rows does that is not their first."""
    near = COLUMN.exactly * line.size

    def has_column_there(other: TextLine) -> bool:
        there = any(abs(glyph.x0 - line.x0) <= near for glyph in other.glyphs[1:])
        return there and any(abs(piece.x0 - line.x0) <= near for piece in pieces(other, COLUMN.gap)[1:])

    return sum(other is not line and has_column_there(other) for other in body) >= ROW.like


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
    columns = shown_columns(part, at)
    if columns and (again or all(len(row) == 1 for row in part.cut[:at])):
        columns = _as_above(columns, above, part.cut[at:])
    table = table_in(part, columns)
    return None if table is None else TableAt(rows, table)


def _is_rest(lines: Sequence[TextLine], above: Table) -> bool:
    """Whether all lines but the last are the rest of a row that the page edge cut; the last begins the next row.

    Each stands in a column of the table above, and not in the first.
    """
    *rest, first = lines
    columns = [column for column in extents(above)[1:] if column is not None]
    near = all(below.bottom - upper.bottom <= ROW.pitch * first.size for upper, below in pairwise(lines))
    alike = all(abs(line.size - first.size) <= ROW.rest_size * first.size for line in rest)
    return near and alike and all(any(_is_set_in(line, column) for column in columns) for line in rest)


def _is_set_in(line: TextLine, column: LayoutColumn) -> bool:
    left, right, near = line.x0 - column.x0, line.x1 - column.x1, COLUMN.exactly * line.size
    return left >= -near and right <= near and min(abs(left), abs(right), abs(left + right)) <= near


def _as_above(columns: Sequence[LayoutColumn], above: Table, body: Sequence[Sequence[TextLine]]) -> list[LayoutColumn]:
    """The columns of the table above, where every piece of this page stands in one of them, in the same order.

    A column that nobody filled on this page, or two that one mark alone tells apart, are seen only there.
    """
    known = [column for column in extents(above) if column is not None]
    if len(known) < max(above.columns, len(columns)):
        return list(columns)
    held = _dealt([piece for row in body if len(row) > 1 for piece in row], known)
    if held is None:
        return list(columns)
    wide = [_widened(column, inside) for column, inside in zip(known, held, strict=True)]
    filled = sum(map(bool, held))
    enough = filled >= len(columns) and filled * 2 > len(known)
    return wide if enough and _are_apart(wide) else list(columns)


def _are_apart(columns: Sequence[LayoutColumn]) -> bool:
    return all(left.x1 < right.x0 for left, right in pairwise(columns))


def _dealt(pieces: Sequence[TextLine], columns: Sequence[LayoutColumn]) -> list[list[TextLine]] | None:
    """The pieces by column; None where one stands in none or in several, or there are none."""
    held: list[list[TextLine]] = [[] for _ in columns]
    for piece in pieces:
        home = _home(piece, columns)
        if home is None:
            return None
        held[home].append(piece)
    return held if pieces else None


def _widened(column: LayoutColumn, pieces: Sequence[TextLine]) -> LayoutColumn:
    return LayoutColumn(min([column.x0, *(p.x0 for p in pieces)]), max([column.x1, *(p.x1 for p in pieces)]))


def _head_again(above: Table, cut: Sequence[Sequence[TextLine]]) -> int:
    """How many lines at the top say what the head of the table above says, in whatever order; 0 where they do not."""
    head = sorted("".join("".join(cell.text for cell in above.cells if cell.header).split()))
    again: list[str] = []
    for number, row in enumerate(cut[: ROW.head_lines], start=1):
        again.extend("".join("".join(piece.text for piece in row).split()))
        if len(again) >= len(head):
            return number if head and sorted(again) == head else 0
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
    return nearest if apart <= HEAD.off * piece.size else None
