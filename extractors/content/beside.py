"""Which tables of a document go on to the right on a later page, as a sheet too wide for its paper is printed?

A spreadsheet prints its rows down first, then what is left of them to the right on pages of their own: rows at the
same heights, under other heads, with nothing above them.

In:     the pages of a document.
Out:    for each page whose table goes on to the right of another's, the number of that other page.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from extractors.values.text import unspaced
from schemas.document import Document, Page, Paragraph, Table

LEVEL = 1.0
"""Points that the rows of both pages may differ in height."""

FEWEST = 4
"""Rows, the head among them: of fewer, equal heights say nothing."""

MOST_PAGES = 60
"""Pages that one stretch of rows takes up."""

LOW = 0.6
"""Share of the page's height: a table that ends above it did not go on below for want of room."""


class PageTable(NamedTuple):
    """The only table of a page, and how high each of its rows begins."""

    page: Page
    table: Table
    tops: tuple[float, ...]


def beside(document: Document) -> Mapping[int, int]:
    """By the number of the page that goes on: the page whose rows it goes on."""
    lone = {page.number: one for page in document.pages if (one := _lone(page)) is not None}
    found: dict[int, int] = {}
    for number in sorted(lone):
        if number in found:
            continue
        for count in range(1, min(MOST_PAGES, number) + 1):
            pairs = [(lone.get(number - count + at), lone.get(number + at)) for at in range(count)]
            if _go_on(pairs) and not any(number - count + at in found for at in range(count)):
                found.update({number + at: number - count + at for at in range(count)})
                break
    return found


def _lone(page: Page) -> PageTable | None:
    tables = [block for block in page.blocks if isinstance(block, Table)]
    if len(tables) != 1 or page.recognised != "no":
        return None
    tops: dict[int, float] = {}
    for cell in tables[0].cells:
        if cell.bbox is None:
            return None
        tops[cell.row] = min(cell.bbox[1], tops.get(cell.row, cell.bbox[1]))
    return PageTable(page, tables[0], tuple(tops[row] for row in sorted(tops)))


def _go_on(pairs: Sequence[tuple[PageTable | None, PageTable | None]]) -> bool:
    """Whether the later pages of these pairs hold the same rows as the earlier ones, further to the right."""
    rows = 0
    for earlier, later in pairs:
        if earlier is None or later is None or not _are_level(earlier.tops, later.tops) or _has_title(later.page):
            return False
        rows += len(earlier.tops)
    first, second = pairs[0]
    if first is None or second is None or rows < FEWEST or _head(first.table) == _head(second.table):
        return False
    if len(pairs) > 1:
        # The rows of the earlier pages are one stretch, and the later ones begin anew.
        return all(earlier is not None and earlier.table.continues for earlier, _ in pairs[1:])
    return _ends_early(first) or first.table.columns != second.table.columns


def _are_level(tops: Sequence[float], others: Sequence[float]) -> bool:
    return len(tops) == len(others) and all(abs(a - b) <= LEVEL for a, b in zip(tops, others, strict=True))


def _has_title(page: Page) -> bool:
    """Whether anything is said above the table."""
    first = page.blocks[0] if page.blocks else None
    return isinstance(first, Paragraph)


def _head(table: Table) -> list[str]:
    return [unspaced(cell.text) for cell in table.cells if cell.row == 0]


def _ends_early(one: PageTable) -> bool:
    box, high = one.table.bbox, one.page.height
    return box is not None and high is not None and box[3] < LOW * high
