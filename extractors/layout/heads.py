"""Which rows of a table are its head, and is a head said again?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.values.text import unspaced
from schemas.document import Cell, Table

_LONGEST = 40
"""Characters of a heading at most."""


def with_heads(table: Table, bold: frozenset[int] = frozenset()) -> Table:
    """The table with its head rows marked; ``bold`` are the rows set in bold."""
    return _headed(table, head_rows(table, bold))


def with_head_of(table: Table, above: Table) -> Table:
    """A table that carries on the one above: only rows that say its head again are heads."""
    bare = replace(table, cells=tuple(replace(c, header=False) if c.header else c for c in table.cells))
    return _headed(bare, repeated_head(table, above))


def _headed(table: Table, count: int) -> Table:
    """The table with its first rows marked as its head."""
    if not count:
        return table
    return replace(table, cells=tuple(replace(c, header=True) if c.row < count else c for c in table.cells))


def repeated_head(table: Table, above: Table) -> int:
    """How many rows at the top say again what the head of the table above says."""
    heads = [cell for cell in above.cells if cell.header]
    count = max((cell.row + cell.rowspan for cell in heads), default=0)
    said = [unspaced(cell.text) for cell in heads]
    again = [unspaced(cell.text) for cell in table.cells if cell.row < count]
    return count if count and said == again else 0


def head_rows(table: Table, bold: frozenset[int] = frozenset()) -> int:
    """How many rows at the top are headings: words only, above columns that hold numbers or are set otherwise."""
    if table.columns < 2 or table.rows < 2:
        return 0
    top = [cell for cell in table.cells if cell.row == 0]
    count = _height(top)
    heads = [cell for cell in table.cells if cell.row < count]
    if count >= table.rows or _is_title(top, table) or not _are_headings(heads):
        return 0
    in_bold = all(row in bold for row in range(count)) and not all(row in bold for row in range(table.rows))
    # In a list of two columns, labels on the left stand above labels: only the type tells a head.
    return count if in_bold or (table.columns > 2 and _numbers_below(table, count)) else 0


def _height(top: Sequence[Cell]) -> int:
    """How many rows a head has whose first row this is: below a heading over several columns stand theirs."""
    count = max((cell.rowspan for cell in top), default=1)
    return 2 if count == 1 and any(cell.colspan > 1 for cell in top) else count


def _is_title(top: Sequence[Cell], table: Table) -> bool:
    """Whether the first row is one cell over the whole table."""
    return len(top) == 1 and top[0].colspan == table.columns and table.rows > 2


def _are_headings(cells: Sequence[Cell]) -> bool:
    """Whether cells are short words, none of them a number or a label (申请单位：)."""
    if any(_is_number(cell.text) or cell.text.rstrip().endswith(("：", ":")) for cell in cells):
        return False
    return sum(bool(cell.text) for cell in cells) > 1 and all(len(unspaced(cell.text)) <= _LONGEST for cell in cells)


def _numbers_below(table: Table, count: int) -> bool:
    """Whether some column below the head is mostly numbers."""
    for column in range(table.columns):
        below = [c.text for c in table.cells if c.row >= count and c.column == column and c.text]
        if below and sum(map(_is_number, below)) * 2 > len(below):
            return True
    return False


def _is_number(text: str) -> bool:
    squeezed = unspaced(text)
    digits = sum(char.isdigit() for char in squeezed)
    return digits > 0 and digits * 2 >= len(squeezed)
