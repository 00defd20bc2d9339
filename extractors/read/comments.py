"""Where do the comments hang that somebody wrote beside a document, and what has to be said of them?

A comment is no part of what the document says; but where it hangs on a value it may say otherwise (应为12).

In:     a document as its reader saw it, with its comments.
Out:    the same; cells and paragraphs on which one hangs are doubted, its note quotes them.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from extractors.layout.doubtful import doubted_at
from schemas.document import Block, Comment, Document, Page, Paragraph
from schemas.locator import Box
from schemas.trust import Doubt

_QUOTED, _LONGEST = 5, 24
_COMMENTED = frozenset({Doubt.COMMENTED})


def hung(document: Document) -> Document:
    """The document, doubted where a comment hangs on it, and saying so."""
    if not document.comments:
        return document
    pages = tuple(_marked(page, document.comments) for page in document.pages)
    return replace(
        document, pages=pages, note="；".join(part for part in (document.note, _said(document.comments)) if part)
    )


def _marked(page: Page, comments: Sequence[Comment]) -> Page:
    named: set[str | None] = {one.cell for one in comments if one.cell and one.sheet == page.sheet}
    boxes = [one.bbox for one in comments if one.bbox and one.page == page.number]
    if not named and not boxes:
        return page
    shown = doubted_at((point, Doubt.COMMENTED) for box in boxes for point in points_of(box))
    return replace(page, blocks=tuple(_named(block, named) for block in shown(page.blocks)))


def points_of(box: Box) -> Iterator[Box]:
    """Where a comment touches: the middle of its box, and the corner by which its sign was put down."""
    yield box
    yield box[0], box[1], min(box[2], box[0] + _CORNER), min(box[3], box[1] + _CORNER)


_CORNER = 4.0
"""Points; a sign of a comment is about 20 high, which may be more than a row."""


def _named(block: Block, named: Container[str | None]) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, doubts=block.doubts | _COMMENTED) if block.cell in named else block
    if not any(cell.address in named for cell in block.cells):
        return block
    cells = (replace(cell, doubts=cell.doubts | _COMMENTED) if cell.address in named else cell for cell in block.cells)
    return replace(block, cells=tuple(cells))


def _said(comments: Sequence[Comment]) -> str:
    """How many there are, and the first of them."""
    quoted = "、".join(f"{_place(one)}“{shortened(one.text)}”" for one in comments[:_QUOTED])
    return f"批注 {len(comments)} 处未计入正文：{quoted}" + ("等" if len(comments) > _QUOTED else "")


def _place(comment: Comment) -> str:
    if comment.page is not None:
        return f"第{comment.page}页"
    return f"工作表“{comment.sheet}”{comment.cell}" if comment.sheet else comment.cell or ""


def shortened(text: str) -> str:
    """The words in one line, as short as a note has room for."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"
