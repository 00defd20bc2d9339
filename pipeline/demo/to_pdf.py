"""How does a paper become a PDF with a text layer?"""

from __future__ import annotations

import io
from collections.abc import Sequence
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Flowable, LongTable, PageBreak, Paragraph, SimpleDocTemplate, Spacer

from pipeline.demo.paper import Block, Break, DemoLine, DemoPaper, DemoTable, Title, spans

_FONT = "STSong-Light"  # a font every PDF viewer brings for Chinese: nothing is embedded
_MARGIN = 56.0
_WIDTH = A4[0] - 2 * _MARGIN
_LINE = ParagraphStyle("line", fontName=_FONT, fontSize=11, leading=18, wordWrap="CJK")
_CELL = ParagraphStyle("cell", parent=_LINE, fontSize=9, leading=12)
_TITLE = ParagraphStyle("title", parent=_LINE, fontSize=16, leading=28, alignment=TA_CENTER)


def file(paper: DemoPaper) -> bytes:
    """The paper as PDF, always the same bytes."""
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    out = io.BytesIO()
    sheet = SimpleDocTemplate(out, pagesize=A4, leftMargin=_MARGIN, rightMargin=_MARGIN, invariant=1)
    sheet.build([part for block in paper.blocks for part in _parts(block)])
    return out.getvalue()


def _parts(block: Block) -> Sequence[Flowable]:
    match block:
        case Title(text):
            return [Paragraph(escape(text), _TITLE)]
        case DemoLine(text):
            return [Paragraph(escape(text), _LINE)]
        case Break():
            return [PageBreak()]
        case DemoTable():
            return [_table(block), Spacer(1, 8)]


def _table(table: DemoTable) -> Flowable:
    width = len(table.rows[0])
    cells: list[list[object]] = [[""] * width for _ in table.rows]
    style: list[tuple[object, ...]] = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
    for span in spans(table):
        cells[span.row][span.column] = Paragraph(escape(span.text), _CELL)
        if span.rows > 1 or span.columns > 1:
            end = (span.column + span.columns - 1, span.row + span.rows - 1)
            style.append(("SPAN", (span.column, span.row), end))
    return LongTable(cells, colWidths=[_WIDTH / width] * width, style=style, repeatRows=table.heads)
