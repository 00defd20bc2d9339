"""How is a workbook written so that it is safe to open and has the same bytes every time?"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import IO

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from pipeline import wording
from pipeline.timeless import CREATED
from pipeline.workers.scratch import Scratch

_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
_LONGEST_CELL = 32_000
_LINE = 15.0
_A3, _A4 = 8, 9
# So many columns of text are still legible across one landscape sheet of paper.
_ACROSS_A4, _ACROSS_A3 = 150, 300
_AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False}
_FIRST = 200
"""Rows by whose contents the columns get their widths."""
_MOST_ROWS = 1_000_000
"""Rows below the head; a worksheet has room for few more."""


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
    book = _WrittenBook(Workbook(target, {"in_memory": True, **_AS_TEXT}))
    for sheet in sheets:
        writer = book.sheet(sheet)
        for row in sheet.rows:
            writer.add(row)
        writer.end()
    book.close()
    return target.getvalue()


def long_workbook(
    target: IO[bytes], sheets: Sequence[ReportSheet], rows: Iterable[tuple[int, Sequence[object]]]
) -> None:
    """Write a workbook of these sheets, whose rows come one by one, each with the number of its sheet.

    What it shows is what ``workbook`` shows of the same rows; of the rows only the first of each sheet are held.
    """
    scratch = Scratch()
    try:
        book = _WrittenBook(Workbook(target, {"constant_memory": True, "tmpdir": str(scratch.folder), **_AS_TEXT}))
        writers = [book.sheet(sheet) for sheet in sheets]
        for at, row in rows:
            writers[at].add(row)
        for writer in writers:
            writer.end()
        book.close()
    finally:
        scratch.remove()


class _WrittenBook:
    """A workbook while it is written: its formats, and the names that its sheets have."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        book.set_properties({"created": CREATED, "author": "dossier-intake"})
        look = {"bold": True, "bg_color": "#DCE6F1", "border": 1, "text_wrap": True, "valign": "vcenter"}
        self._head = book.add_format(look)
        self._body = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
        self._taken: set[str] = set()

    def sheet(self, sheet: ReportSheet) -> _SheetWriter:
        """The next sheet, still empty."""
        worksheet = self._book.add_worksheet(_sheet_name(sheet.name, self._taken))
        return _SheetWriter(worksheet, sheet, self._head, self._body)

    def close(self) -> None:
        self._book.close()


@dataclass(slots=True)
class _SheetWriter:
    """One worksheet while it is written, row by row; the first rows wait until the widths are known from them."""

    worksheet: Worksheet
    sheet: ReportSheet
    head: Format
    body: Format
    widths: Sequence[int] = ()
    count: int = 0
    _waiting: list[Sequence[object]] = field(default_factory=list)

    def add(self, row: Sequence[object]) -> None:
        """The next row."""
        if self.widths:
            self._write(row)
            return
        self._waiting.append(row)
        if len(self._waiting) == _FIRST:
            self._begin()

    def _begin(self) -> None:
        """The head and the rows that waited, in columns that are as wide as these need."""
        self.widths = [_width(self.sheet, self._waiting, column) for column in range(len(self.sheet.heads))]
        self.worksheet.set_row(0, _height(self.sheet.heads, self.widths))
        for column, title in enumerate(self.sheet.heads):
            self.worksheet.write_string(0, column, title, self.head)
            self.worksheet.set_column(column, column, self.widths[column])
        for row in self._waiting:
            self._write(row)
        self._waiting.clear()

    def _write(self, row: Sequence[object]) -> None:
        """The next row; of more than a worksheet can hold the last one says that there are more."""
        if self.count == _MOST_ROWS:
            return
        self.count += 1
        shown = row if self.count < _MOST_ROWS else ["其余从略，见各卷宗的报告"]
        self.worksheet.set_row(self.count, _height(shown, self.widths))
        for column, value in enumerate(shown):
            _cell(self.worksheet, self.count, column, value, self.body)

    def end(self) -> None:
        """What still waits, and how the sheet is shown and printed."""
        if not self.widths:
            self._begin()
        worksheet, sheet = self.worksheet, self.sheet
        worksheet.freeze_panes(1, sheet.frozen)
        if sheet.heads:
            worksheet.autofilter(0, 0, max(1, self.count), len(sheet.heads) - 1)
        worksheet.set_landscape()
        across = sum(self.widths)
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


def _width(sheet: ReportSheet, rows: Sequence[Sequence[object]], column: int) -> int:
    """Wide enough for most of the column's lines; a hanzi takes two. A head may wrap."""
    texts = [str(row[column]) for row in rows[:_FIRST] if column < len(row) and row[column] is not None]
    longest = max((_columns(line) for text in texts for line in text.splitlines()), default=0)
    # A hanzi is a little wider than two digits.
    return min(sheet.widest, max(6, min(_columns(sheet.heads[column]), 12), -(-longest * 10 // 9)) + 2)


def _columns(text: str) -> int:
    return sum(1 if letter < "\u0300" else 2 for letter in text)
