"""A document as lines of text, each with its place."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.document import Document, Paragraph
from schemas.locator import Locator


@dataclass(frozen=True, slots=True)
class Text:
    """One line of a document: a paragraph or a cell.

    ``row`` numbers its table and table row, None for a paragraph. ``alone``: a paragraph, or a cell as wide as
    its table.
    """

    text: str
    place: Locator
    page: int
    row: tuple[int, int] | None = None
    alone: bool = True
    glimpsed: bool = False
    """Of a scanned page of which only the top was recognised."""


def texts_of(document: Document) -> list[Text]:
    """Every paragraph and every cell of a document, in order."""
    lines: list[Text] = []
    tables = 0
    for page in document.pages:
        glimpsed = page.recognised == "top"
        for block in page.blocks:
            if isinstance(block, Paragraph):
                lines.append(Text(block.text, document.place(page, block), page.number, glimpsed=glimpsed))
                continue
            tables += 1
            lines.extend(
                Text(
                    cell.text,
                    document.place(page, cell),
                    page.number,
                    (tables, cell.row),
                    cell.colspan >= block.columns,
                    glimpsed,
                )
                for cell in block.cells
                if cell.text.strip()
            )
    return lines
