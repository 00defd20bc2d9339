"""With which block of a document does each of its logical tables begin?"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.content.tables import Grid
from schemas.document import Document, Paragraph


def beginnings(document: Document, grids: Sequence[Grid]) -> dict[int, int]:
    """By the number of the block, counted from 0 over all pages, the number of the table that begins there.

    A block that goes on a table of the page before begins none.
    """
    begun: dict[int, int] = {}
    blocks = ((page, block) for page in document.pages for block in page.blocks)
    for order, (page, block) in enumerate(blocks):
        if isinstance(block, Paragraph) or len(begun) == len(grids):
            continue
        if document.place(page, block) == grids[len(begun)].place:
            begun[order] = len(begun)
    return begun
