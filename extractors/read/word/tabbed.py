"""Which paragraphs are rows of a table that nobody drew: each cell parted from the next by one tab?

In:     the blocks of a section, in order.
Out:    the same; paragraphs below a row of heads, cut by tabs as it is, as one table without lines.
Raises: nothing. Where heads stand further apart than one tab, it cannot be told what stands below them.
"""

from __future__ import annotations

from collections.abc import Sequence

from schemas.document import Block, Cell, Paragraph, Table
from schemas.trust import Doubt

COLUMNS, ROWS = 4, 4
"""A table has at least so many columns and rows: fewer are a line to fill in, 联系人 … 电话 …. Range 3-6."""
LONGEST_HEAD = 16
"""A head has no more characters."""
_BY_LAYOUT = frozenset({Doubt.BY_LAYOUT})


def with_tabbed_tables(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with such tables found."""
    done: list[Block] = []
    at = 0
    while at < len(blocks):
        rows = _rows_from(blocks, at)
        done.append(_table(rows) if rows else blocks[at])
        at += max(1, len(rows))
    return done


def _rows_from(blocks: Sequence[Block], at: int) -> list[Paragraph]:
    """The paragraphs of the table whose heads stand here; none where they are no heads."""
    columns = len(_cells(blocks[at]))
    if columns < COLUMNS or not all(_is_head(cell) for cell in _cells(blocks[at])):
        return []
    rows: list[Paragraph] = []
    for block in blocks[at:]:
        if not isinstance(block, Paragraph) or not 1 < len(_cells(block)) <= columns:
            break
        rows.append(block)
    return rows if len(rows) >= ROWS else []


def _cells(block: Block) -> list[str]:
    return block.text.split("\t") if isinstance(block, Paragraph) else []


def _is_head(cell: str) -> bool:
    return 0 < len(cell.strip()) <= LONGEST_HEAD and not any(sign in cell for sign in "：:_＿\n")


def _table(rows: Sequence[Paragraph]) -> Table:
    cells = tuple(
        Cell(number, column, text.strip(), address=row.cell, doubts=row.doubts | _BY_LAYOUT)
        for number, row in enumerate(rows)
        for column, text in enumerate(_cells(row))
    )
    return Table(cells=cells, rows=len(rows), columns=len(_cells(rows[0])))
