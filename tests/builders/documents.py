"""Small made-up documents for extractor tests."""

from __future__ import annotations

from collections.abc import Sequence

from schemas.document import Block, Cell, Document, Page, Paragraph, Table

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"


def table(rows: Sequence[Sequence[str | None]], *, continues: bool = False) -> Table:
    """A table of these texts; None is a position that the cell to its left (or above) covers."""
    cells = []
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            if text is None:
                continue
            span = 1
            while column + span < len(texts) and texts[column + span] is None:
                span += 1
            cells.append(Cell(row, column, text, colspan=span, address=f"表1!R{row + 1}C{column + 1}"))
    return Table(tuple(cells), len(rows), max(map(len, rows)), continues=continues)


def document(*pages: Sequence[Block | str], path: str = "材料.docx", media_type: str = DOCX) -> Document:
    """A document of these pages; a bare text is a paragraph."""
    made = tuple(
        Page(number, tuple(Paragraph(block) if isinstance(block, str) else block for block in blocks))
        for number, blocks in enumerate(pages, start=1)
    )
    return Document(path, "0" * 64, media_type, made)
