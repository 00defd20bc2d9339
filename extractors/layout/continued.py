"""Does a table carry on the one that ended the page before? Asked of geometry, in a second pass over the pages.

In:     pages laid out by themselves, in order.
Out:    the pages; each table that goes on from the page before is marked so, its repeated head too.
Raises: nothing.

A page whose first table lost its head, or is but one box, reads otherwise once the table above the edge is known:
only then is it laid out again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from extractors.layout.borderless.continued import extents, tables_below
from extractors.layout.furniture import apart, is_paging_mark
from extractors.layout.heads import repeated_head, with_head_of
from extractors.layout.page import Layout, arranged
from extractors.layout.ruled.tables import columns_of
from extractors.layout.scaling import scaled
from extractors.layout.settings import CONTINUED
from schemas.document import Block, Page, Paragraph, Table
from schemas.locator import Box


class Shown(Protocol):
    """How the blocks of a layout stand on the page itself: turned back, with what is doubtful marked."""

    def __call__(self, blocks: Sequence[Block], /) -> tuple[Block, ...]:
        """The blocks as the page shows them."""


@dataclass(frozen=True, slots=True)
class OpenPage:
    """A page by itself. ``layout`` is None where it has no text to lay out.

    ``larger``: how many times larger the page counts than its layout.
    """

    page: Page
    layout: Layout | None = None
    shown: Shown = tuple
    larger: float = 1.0


def joined(pages: Iterable[OpenPage]) -> tuple[Page, ...]:
    """The pages of one document, one at a time: what is kept of a page for a second look is let go before the next."""
    return marked(apart(list(_below_each_other(pages))))


def _below_each_other(pages: Iterable[OpenPage]) -> Iterator[Page]:
    above: Page | None = None
    for open_page in pages:
        above = below(above, open_page)
        yield above


def below(above: Page | None, open_page: OpenPage) -> Page:
    """The page with its blocks, laid out with the table in mind that ends the page above, where one does."""
    layout = open_page.layout
    if layout is None:
        return open_page.page
    table = last_table(above) if above else None
    if table is not None:
        layout = _laid_again(layout, scaled(table, 1 / open_page.larger))
    blocks = open_page.shown(layout.blocks)
    return replace(open_page.page, blocks=tuple(scaled(block, open_page.larger) for block in blocks))


def _laid_again(layout: Layout, above: Table) -> Layout:
    """The layout where the table above may go on: a single box with its columns is the rest of a row."""
    sketch = layout.sketch
    columns = columns_of(above)
    boxes = [box for box in sketch.lattices if not box.is_box or _same_columns(columns, box.xs, sketch.width)]
    if layout.ruled and not any(box.is_box for box in boxes):
        return layout
    return arranged(sketch, boxes, partial(tables_below, above), layout.remark)


def last_table(page: Page) -> Table | None:
    """The table that ends a page, where only lines at the foot follow it."""
    for block in reversed(page.blocks):
        if isinstance(block, Table):
            return block if block.bbox and page.height and block.bbox[3] >= CONTINUED.low * page.height else None
        if block.bbox and page.height and block.bbox[1] < CONTINUED.foot * page.height:
            return None
    return None


def marked(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages with each table that goes on from the page before marked so, its repeated head too."""
    done: list[Page] = []
    heads: Table | None = None
    for page in pages:
        last = done[-1].blocks[-1] if done and done[-1].blocks else None
        if isinstance(last, Table):
            # A page that does not repeat the head must not lose it for the pages after.
            heads = heads if last.continues and not last.recut and heads else last
            done.append(_marked(page, done[-1], last, heads))
        else:
            done.append(page)
    return tuple(done)


def _marked(page: Page, above: Page, last: Table, heads: Table) -> Page:
    """The page, its first table marked where it carries on ``last``; ``heads`` is where that table began."""
    place = next((place for place, block in enumerate(page.blocks) if not _is_mark(block)), len(page.blocks))
    table = page.blocks[place] if place < len(page.blocks) else None
    if not isinstance(table, Table):
        return page
    again = table.columns == last.columns and repeated_head(table, heads)
    if again or carries_on(last, table, page.width or CONTINUED.page):
        continued = with_head_of(replace(table, continues=True), heads)
    elif not place and _is_low(above, last) and same_outline(last.bbox, table.bbox, above.width):
        continued = replace(table, continues=True, recut=True)
    else:
        return page
    return replace(page, blocks=(*page.blocks[:place], continued, *page.blocks[place + 1 :]))


def _is_mark(block: Block) -> bool:
    return isinstance(block, Paragraph) and is_paging_mark(block.text)


def carries_on(last: Table, table: Table, width: float) -> bool:
    """Whether a table has the columns of the last one of the page before."""
    if _is_apart(last) and _is_apart(table) and last.columns == table.columns:
        near = CONTINUED.near * width
        pairs = zip(_spans(last), _spans(table), strict=True)
        return all(min(abs(a0 - b0), abs(a1 - b1), abs(a0 + a1 - b0 - b1) / 2) <= near for (a0, a1), (b0, b1) in pairs)
    return _same_columns(columns_of(last), columns_of(table), width)


def _same_columns(one: Sequence[float], other: Sequence[float], width: float) -> bool:
    """Whether two tables begin and end alike, and the columns of one are the other's or a selection of them.

    A page whose rows are all merged shows fewer columns than the table it belongs to.
    """
    near = CONTINUED.near * width
    if not one or not other or abs(one[0] - other[0]) > near or abs(one[-1] - other[-1]) > near:
        return False
    few, many = sorted((one, other), key=len)
    return all(any(abs(x - y) <= near for y in many) for x in few)


def same_outline(one: Box | None, other: Box | None, width: float | None) -> bool:
    """Whether two tables have the same outer edges.

    A form's rows are cut differently on every page, so its inner edges need not agree.
    """
    if one is None or other is None:
        return False
    return all(abs(one[side] - other[side]) <= CONTINUED.near * (width or CONTINUED.page) for side in (0, 2))


def _is_low(page: Page, table: Table) -> bool:
    return page.height is None or (table.bbox is not None and table.bbox[3] > CONTINUED.low * page.height)


def _spans(table: Table) -> list[tuple[float, float]]:
    return [extent or (0.0, 0.0) for extent in extents(table)]


def _is_apart(table: Table) -> bool:
    """Whether the table was found by its columns alone: there is room between their boxes."""
    return len(columns_of(table)) > table.columns + 1
