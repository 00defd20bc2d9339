"""Which rows of a table are its head, and is a head said again?"""

from __future__ import annotations

from dataclasses import replace

from schemas.document import Table


def with_heads(table: Table, bold: frozenset[int] = frozenset(), before: Table | None = None) -> Table:
    """The table with its head rows marked; ``bold`` are the rows set in bold, ``before`` the table it carries on."""
    count = repeated_head(table, before) if before is not None else head_rows(table, bold)
    if not count:
        return table
    return replace(table, cells=tuple(replace(c, header=True) if c.row < count else c for c in table.cells))


def repeated_head(table: Table, before: Table) -> int:
    """How many rows at the top say again what the head of the table before says."""
    heads = [cell for cell in before.cells if cell.header]
    count = max((cell.row + cell.rowspan for cell in heads), default=0)
    said = [_squeezed(cell.text) for cell in heads]
    again = [_squeezed(cell.text) for cell in table.cells if cell.row < count]
    return count if count and said == again else 0


def head_rows(table: Table, bold: frozenset[int] = frozenset()) -> int:
    """How many rows at the top are headings: words only, above columns that hold numbers or are set otherwise."""
    if table.columns < 2 or table.rows < 2:
        return 0
    top = [cell for cell in table.cells if cell.row == 0]
    if len(top) == 1 and top[0].colspan == table.columns and table.rows > 2:
        return 0
    count = max((cell.rowspan for cell in top), default=1)
    if any(cell.colspan > 1 for cell in top) and count == 1:
        count = 2
    if count >= table.rows:
        return 0
    heads = [cell for cell in table.cells if cell.row < count]
    if any(_is_number(cell.text) or cell.text.rstrip().endswith(("：", ":")) for cell in heads):
        return 0
    if sum(bool(cell.text) for cell in heads) < 2 or any(len(_squeezed(cell.text)) > 40 for cell in heads):
        return 0
    in_bold = all(row in bold for row in range(count)) and not all(row in bold for row in range(table.rows))
    # In a list of two columns, labels on the left stand above labels: only the type tells a head.
    return count if in_bold or (table.columns > 2 and _numbers_below(table, count)) else 0


def _numbers_below(table: Table, count: int) -> bool:
    """Whether some column below the head is mostly numbers."""
    for column in range(table.columns):
        below = [c.text for c in table.cells if c.row >= count and c.column == column and c.text]
        if below and sum(map(_is_number, below)) * 2 > len(below):
            return True
    return False


def _is_number(text: str) -> bool:
    squeezed = _squeezed(text)
    digits = sum(char.isdecimal() for char in squeezed)
    return digits > 0 and digits * 2 >= len(squeezed)


def _squeezed(text: str) -> str:
    return "".join(text.split())
