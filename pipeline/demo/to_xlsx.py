"""How does a paper become a workbook?"""

from __future__ import annotations

import io
from decimal import Decimal, InvalidOperation

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from pipeline.demo.paper import Break, CellSpan, DemoPaper, DemoTable, spans
from pipeline.timeless import CREATED

_LONGEST_NUMBER = 9


def file(paper: DemoPaper) -> bytes:
    """The paper as one worksheet, always the same bytes."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"created": CREATED})
    sheet = book.add_worksheet("Sheet1")
    border = book.add_format({"border": 1, "text_wrap": True, "valign": "vcenter"})
    row = 0
    for block in paper.blocks:
        if isinstance(block, DemoTable):
            for span in spans(block):
                _write(sheet, row, span, border)
            row += len(block.rows)
        elif not isinstance(block, Break):
            sheet.write_string(row, 0, block.text)
            row += 1
    sheet.set_column(1, 1, 30)
    sheet.set_column(2, 12, 14)
    book.close()
    return out.getvalue()


def _write(sheet: Worksheet, top: int, span: CellSpan, border: Format) -> None:
    row, value = top + span.row, _value(span.text)
    if span.rows == span.columns == 1:
        sheet.write(row, span.column, value, border)
    else:
        sheet.merge_range(row, span.column, row + span.rows - 1, span.column + span.columns - 1, value, border)


def _value(text: str) -> str | Decimal:
    """A number where the text is one; phones stay text."""
    try:
        return Decimal(text) if len(text) < _LONGEST_NUMBER else text
    except InvalidOperation:
        return text
