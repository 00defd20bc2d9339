"""Which cells have the rows of a table without lines: wrapped cells healed, the head apart.

In:     the lines of the table, each piece in its column.
Out:    rows of cells; how many of them are the head.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.layout.borderless.columns import LayoutColumn, Placed
from extractors.layout.borderless.head_lines import head_lines
from extractors.layout.borderless.head_rows import Item, Row, head_rows
from extractors.layout.borderless.row_groups import row_groups
from extractors.layout.borderless.settings import ROW
from extractors.layout.geometry import Edge


def rows(
    lines: Sequence[Sequence[Placed]],
    columns: Sequence[LayoutColumn],
    ruled: Sequence[int],
    short: Sequence[Edge] = (),
) -> tuple[list[Row], int]:
    """The rows of the table and how many lead it as its head.

    ``ruled`` numbers the space between two level rules in which each line stands; ``short`` are the rules that
    reach over some columns only, as under a heading that spans them.
    """
    groups = row_groups(lines, columns)
    count = head_lines(lines, ruled, groups)
    head = head_rows(lines[:count], columns, short)
    if _rules_part_rows(lines[count:], ruled[count:], len(columns)):
        numbers = range(count, len(lines))
        groups = [[n for n in numbers if ruled[n] == space] for space in sorted(set(ruled[count:]))]
    body = [_row([lines[number] for number in group if number >= count]) for group in groups]
    return [*head, *(row for row in body if row)], len(head)


def _row(lines: Sequence[Sequence[Placed]]) -> Row:
    """The row that these lines make."""
    row: Row = []
    for line in lines:
        _add(row, line)
    return row


def _rules_part_rows(lines: Sequence[Sequence[Placed]], ruled: Sequence[int], columns: int) -> bool:
    """Whether each space between two rules is one row: hardly any holds two lines that are both well filled."""
    if len(set(ruled)) < 3:
        return False
    full: dict[int, int] = {}
    for line, space in zip(lines, ruled, strict=True):
        filled = len(line) / columns >= ROW.part_filled or (bool(line) and line[0].first == 0)
        full[space] = full.get(space, 0) + filled
    return sum(count > 1 for count in full.values()) / len(full) <= ROW.part_several


def _add(row: Row, line: Sequence[Placed]) -> None:
    """Put the pieces of a line into the cells of the row."""
    for piece, first, last in line:
        old = next((cell for cell in row if cell.first <= last and first <= cell.last), None)
        if old is None:
            row.append(Item(first, last, [piece]))
        else:
            old.pieces.append(piece)
            old.first, old.last = min(old.first, first), max(old.last, last)
    row.sort(key=lambda cell: cell.first)
