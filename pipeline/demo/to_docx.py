"""How does a paper become a Word file?"""

from __future__ import annotations

import io

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from pipeline.demo.paper import Block, Break, DemoLine, DemoPaper, DemoTable, Title, spans
from pipeline.timeless import timeless


def file(paper: DemoPaper) -> bytes:
    """The paper as DOCX, always the same bytes."""
    document = docx.Document()
    for block in paper.blocks:
        _add(document, block)
    out = io.BytesIO()
    document.save(out)
    return timeless(out.getvalue())


def _add(document: Document, block: Block) -> None:
    match block:
        case Title(text):
            document.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.CENTER
        case DemoLine(text):
            document.add_paragraph(text)
        case Break():
            document.add_page_break()  # type: ignore[no-untyped-call]
        case DemoTable():
            _table(document, block)


def _table(document: Document, table: DemoTable) -> None:
    made = document.add_table(rows=len(table.rows), cols=len(table.rows[0]), style="Table Grid")
    grid = [list(row.cells) for row in made.rows]  # asked once: a row builds its cells anew each time
    for span in spans(table):
        cell = grid[span.row][span.column]
        if span.rows > 1 or span.columns > 1:
            cell = cell.merge(grid[span.row + span.rows - 1][span.column + span.columns - 1])
        cell.text = span.text
    document.add_paragraph()
