"""How is a workbook written so that it is safe to open and has the same bytes every time?"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from pipeline import wording
from pipeline.timeless import CREATED

_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
_LONGEST_CELL = 32_000
_LINE = 15.0
_A3, _A4 = 8, 9
# So many columns of text are still legible across one landscape sheet of paper.
_ACROSS_A4, _ACROSS_A3 = 150, 300


@dataclass(frozen=True, slots=True)
class ReportSheet:
    """One worksheet: its name, its heads and rows of text and numbers."""

    name: str
    heads: Sequence[str]
    rows: Sequence[Sequence[object]]
    widest: int = 48
    frozen: int = 0
    """Columns that stay in sight beside the head."""


def workbook(sheets: Sequence[ReportSheet]) -> bytes:
    """The workbook's bytes: frozen and filtered heads, widths by content."""
    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": CREATED, "author": "dossier-intake"})
    head = book.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1, "text_wrap": True, "valign": "vcenter"})
    body = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
    taken: set[str] = set()
    for sheet in sheets:
        _write(book.add_worksheet(_sheet_name(sheet.name, taken)), sheet, head, body)
    book.close()
    return target.getvalue()


def _write(worksheet: Worksheet, sheet: ReportSheet, head: Format, body: Format) -> None:
    widths = [_width(sheet, column) for column in range(len(sheet.heads))]
    worksheet.set_row(0, _height(sheet.heads, widths))
    for column, title in enumerate(sheet.heads):
        worksheet.write_string(0, column, title, head)
        worksheet.set_column(column, column, widths[column])
    for number, row in enumerate(sheet.rows, start=1):
        worksheet.set_row(number, _height(row, widths))
        for column, value in enumerate(row):
            _cell(worksheet, number, column, value, body)
    worksheet.freeze_panes(1, sheet.frozen)
    if sheet.heads:
        worksheet.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.heads) - 1)
    worksheet.set_landscape()
    across = sum(widths)
    worksheet.set_paper(_A4 if across <= _ACROSS_A4 else _A3)
    worksheet.fit_to_pages(max(1, -(-across // _ACROSS_A3)), 0)
    worksheet.repeat_rows(0)
    if sheet.frozen and across > _ACROSS_A3:
        worksheet.repeat_columns(0, sheet.frozen - 1)
    worksheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    worksheet.set_footer("&L&A&R第 &P 页，共 &N 页")


def _cell(worksheet: Worksheet, row: int, column: int, value: object, form: Format) -> None:
    if value is None or value == "":
        worksheet.write_blank(row, column, None, form)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        worksheet.write_number(row, column, value, form)
    else:
        # Always as text: what an applicant wrote after = + - @ must never become a formula.
        worksheet.write_string(row, column, safe(str(value)), form)


def safe(text: str) -> str:
    """The text as a workbook can hold and show it; a cell too long for it says so at its end."""
    shown = wording.visible(text)
    if len(shown) <= _LONGEST_CELL:
        return shown
    return f"{shown[:_LONGEST_CELL]}……（共 {len(shown)} 字，以下从略）"


def _sheet_name(name: str, taken: set[str]) -> str:
    plain = _NOT_IN_A_NAME.sub(" ", safe(name)).strip("' ")[:28] or "表"
    candidate, count = plain, 1
    while candidate.casefold() in taken:
        count += 1
        candidate = f"{plain}~{count}"
    taken.add(candidate.casefold())
    return candidate


def _height(row: Sequence[object], widths: Sequence[int]) -> float:
    """High enough for every wrapped cell: not every program fits rows by itself. Excel allows 409 points."""
    cells = [str(value) for value in row[: len(widths)]]
    lines = [
        sum(max(1, -(-_columns(line) * 10 // (width * 9))) for line in text.split("\n"))
        for text, width in zip(cells, widths, strict=False)
    ]
    return min(405.0, _LINE * max(lines, default=1))


def _width(sheet: ReportSheet, column: int) -> int:
    """Wide enough for most of the column's lines; a hanzi takes two. A head may wrap."""
    texts = [str(row[column]) for row in sheet.rows[:200] if column < len(row) and row[column] is not None]
    longest = max((_columns(line) for text in texts for line in text.splitlines()), default=0)
    # A hanzi is a little wider than two digits.
    return min(sheet.widest, max(6, min(_columns(sheet.heads[column]), 12), -(-longest * 10 // 9)) + 2)


def _columns(text: str) -> int:
    return sum(1 if letter < "\u0300" else 2 for letter in text)
