"""What was read of a page, in the points that the page counts in.

In:     blocks, seals and boxes of a page that calls itself larger or smaller than it was taken to be.
Out:    the same, so many times larger.
Raises: nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import overload

from schemas.document import Block, Paragraph, Seal, Table
from schemas.locator import Box


@overload
def scaled(item: Paragraph, by: float) -> Paragraph: ...
@overload
def scaled(item: Table, by: float) -> Table: ...
@overload
def scaled(item: Seal, by: float) -> Seal: ...
@overload
def scaled(item: Block, by: float) -> Block: ...


def scaled(item: Block | Seal, by: float) -> Block | Seal:
    """The block or the seal with its boxes so many times larger."""
    if by == 1.0:
        return item
    if isinstance(item, Paragraph):
        return replace(item, bbox=_box(item.bbox, by))
    if isinstance(item, Seal):
        x0, y0, x1, y1 = item.bbox
        return replace(item, bbox=(x0 * by, y0 * by, x1 * by, y1 * by))
    return replace(
        item, bbox=_box(item.bbox, by), cells=tuple(replace(cell, bbox=_box(cell.bbox, by)) for cell in item.cells)
    )


def _box(box: Box | None, by: float) -> Box | None:
    if box is None:
        return None
    x0, y0, x1, y1 = box
    return round(x0 * by, 2), round(y0 * by, 2), round(x1 * by, 2), round(y1 * by, 2)
