"""Which tables of a document go on to the right on a later page, as a sheet too wide for its paper is printed?

A spreadsheet prints its rows down first, then what is left of them to the right on pages of their own: rows at the
same heights, under other heads, with nothing above them; then, where it is wider still, what is left of those.

In:     the pages of a document.
Out:    for each page whose table goes on to the right of another's, the number of the page that has its first
        columns; tables side by side, their rows numbered alike.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from extractors.values.text import unspaced
from schemas.document import Cell, Document, Page, Paragraph, Table

LEVEL = 1.0
"""Points that the rows of both pages may differ in height."""

FEWEST = 4
"""Rows, the head among them: of fewer, equal heights say nothing."""

HEAD_ROWS = 4
"""A head, with a title above it, has no more rows; in them a cell may be as high as two of another page."""

MOST_PAGES = 60
"""Pages that one stretch of rows takes up."""

LOW = 0.6
"""Share of the page's height: a table that ends above it did not go on below for want of room."""


class PageTable(NamedTuple):
    """The only table of a page, and how high each of its rows begins."""

    page: Page
    table: Table
    tops: tuple[float, ...]


_NOTHING = Table((), 0, 0)
"""What a page holds on which all cells that go on there are empty."""


def beside(document: Document) -> Mapping[int, int]:
    """By the number of the page that goes on: the page that holds the first columns of its rows."""
    lone = {page.number: one for page in document.pages if (one := _lone(page)) is not None}
    blank = {page.number: PageTable(page, _NOTHING, ()) for page in document.pages if _is_blank(page)}
    found: dict[int, int] = {}
    for number in sorted(lone):
        if number in found:
            continue
        for count in range(1, min(MOST_PAGES, number) + 1):
            later = [lone.get(number + at) or blank.get(number + at) for at in range(count)]
            pairs = list(zip((lone.get(number - count + at) for at in range(count)), later, strict=True))
            if _go_on(pairs, lone, found):
                found.update({number + at: _first(number - count + at, found) for at in range(count)})
                break
    return found


def level(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Tables side by side, their rows numbered alike: a head of one row beside one of two is as high as both."""
    tops = [_tops(table) for table in tables]
    if len({len(each) for each in tops}) == 1 or not all(tops):
        return tuple(tables)
    every: list[float] = []
    for top in sorted(top for each in tops for top in each):
        if not every or top - every[-1] > LEVEL:
            every.append(top)
    return tuple(_recut(table, every) for table in tables)


def _recut(table: Table, tops: Sequence[float]) -> Table:
    cells = []
    for cell in table.cells:
        _, begin, _, end = cell.bbox or (0.0, 0.0, 0.0, 0.0)
        row = sum(top < begin - LEVEL for top in tops)
        spanned = sum(begin - LEVEL <= top < end - LEVEL for top in tops)
        cells.append(replace(cell, row=row, rowspan=max(1, spanned)))
    return replace(table, cells=tuple(cells), rows=len(tops))


def _first(number: int, found: Mapping[int, int]) -> int:
    return found.get(number, number)


def _lone(page: Page) -> PageTable | None:
    tables = [block for block in page.blocks if isinstance(block, Table)]
    if len(tables) != 1 or page.recognised != "no":
        return None
    tops = _tops(tables[0])
    return PageTable(page, tables[0], tops) if tops else None


def _tops(table: Table) -> tuple[float, ...]:
    """How high each row begins; empty where a cell has no place."""
    tops: dict[int, float] = {}
    for cell in table.cells:
        if cell.bbox is None:
            return ()
        tops[cell.row] = min(cell.bbox[1], tops.get(cell.row, cell.bbox[1]))
    return tuple(tops[row] for row in sorted(tops))


Pairs = Sequence[tuple[PageTable | None, PageTable | None]]


def _go_on(pairs: Pairs, lone: Mapping[int, PageTable], found: Mapping[int, int]) -> bool:
    """Whether the later pages of these pairs hold the same rows as the earlier ones, further to the right."""
    held = [(earlier, later) for earlier, later in pairs if earlier is not None and later is not None]
    if len(held) < len(pairs) or not all(_may_stand_beside(earlier, later) for earlier, later in held):
        return False
    rows = sum(len(earlier.tops) for earlier, _ in held)
    (first, second), earlier = held[0], [one for one, _ in held]
    if rows < FEWEST or not _are_one_stretch(earlier, found):
        return False
    ahead = _first(first.page.number, found)
    before = [lone[number] for number in (ahead, *(at for at, begin in found.items() if begin == ahead and at in lone))]
    if any(_head(second.table) == _head(one.table) for one in before):
        return False
    if len(pairs) > 1:
        return True
    # Printed to the right first and then down, the third page has the first columns again.
    if any(_columns(second) == _columns(one) for one in before[:-1]):
        return False
    return len(before) > 1 or _ends_early(first) or first.table.columns != second.table.columns


def _may_stand_beside(earlier: PageTable, later: PageTable) -> bool:
    return not _has_title(later.page) and (not later.tops or _are_level(earlier.tops, later.tops))


def _are_one_stretch(earlier: Sequence[PageTable], found: Mapping[int, int]) -> bool:
    """Whether these pages are one stretch of rows: of first columns, or found to go on beside such."""
    firsts = [found[one.page.number] for one in earlier if one.page.number in found]
    if firsts:
        return len(firsts) == len(earlier) and firsts == list(range(firsts[0], firsts[0] + len(firsts)))
    return all(one.table.continues for one in earlier[1:])


def _are_level(tops: Sequence[float], others: Sequence[float]) -> bool:
    """Whether the rows begin at the same heights; within the head, one page may have rows that the other has not."""
    fewer, more = sorted((tops, others), key=len)
    extra = len(more) - len(fewer)
    if extra >= HEAD_ROWS:
        return False
    body = min(len(fewer), max(0, HEAD_ROWS - extra)) if extra else 0
    same = all(abs(a - b) <= LEVEL for a, b in zip(fewer[body:], more[body + extra :], strict=True))
    return same and all(any(abs(a - b) <= LEVEL for b in more) for a in fewer[:body])


def _is_blank(page: Page) -> bool:
    return not page.blocks and page.recognised == "no"


def _has_title(page: Page) -> bool:
    """Whether anything is said above the table."""
    first = page.blocks[0] if page.blocks else None
    return isinstance(first, Paragraph)


def _head(table: Table) -> list[str]:
    return [unspaced(cell.text) for cell in table.cells if cell.row == 0]


def _columns(one: PageTable) -> list[tuple[int, int]]:
    """From where to where each cell of the last row is, in points: the columns, where none of them is merged."""
    last = max(cell.row for cell in one.table.cells)
    return [_across(cell) for cell in one.table.cells if cell.row == last and cell.bbox is not None]


def _across(cell: Cell) -> tuple[int, int]:
    left, _, right, _ = cell.bbox or (0.0, 0.0, 0.0, 0.0)
    return round(left), round(right)


def _ends_early(one: PageTable) -> bool:
    box, high = one.table.bbox, one.page.height
    return box is not None and high is not None and box[3] < LOW * high
