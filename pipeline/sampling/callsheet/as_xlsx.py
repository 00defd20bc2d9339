"""The work paper as a workbook: printable on A4 landscape, and read back when it is filled."""

from __future__ import annotations

import io
import json

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from pipeline.sampling.callsheet.callsheet import BOX, DATA_SHEET, CallSheet, CallsheetLine
from pipeline.timeless import CREATED
from pipeline.wording import still

SHEET = "抽样核实表"
_A4 = 9
_WIDTHS = {
    "enterprise": 26,
    "applicant": 26,
    "issuer": 24,
    "service": 18,
    "phone": 14,
    "interviewee": 10,
    "position": 9,
}
_Formats = tuple[Format, Format, Format]
_SHADES = {"certain": "#FFF2CC", "reserve": "#EDEDED", "risk": "#FCE4D6"}


def render(sheet: CallSheet) -> bytes:
    """callsheet.xlsx."""
    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": CREATED, "author": "dossier-intake"})
    _write(book, book.add_worksheet(SHEET), sheet)
    _data(book.add_worksheet(DATA_SHEET), sheet)
    book.close()
    return target.getvalue()


def _write(book: Workbook, page: Worksheet, sheet: CallSheet) -> None:
    last = _columns(sheet) - 1
    row = _above(book, page, sheet, last)
    _heads(book, page, sheet, row)
    body = {role: _body(book, role) for role in ("", *_SHADES)}
    first = row + 2
    for number, line in enumerate(sheet.lines, start=first):
        _line(page, sheet, number, line, body.get(line.pick.role, body[""]))
    _answers(page, sheet, first, first + len(sheet.lines) - 1)
    _below(book, page, sheet, first + len(sheet.lines), last)
    _printing(page, sheet, row, last)


def _columns(sheet: CallSheet) -> int:
    return 1 + len(sheet.plain_columns) + len(sheet.paper.outcomes) + 1


def _above(book: Workbook, page: Worksheet, sheet: CallSheet, last: int) -> int:
    """Banner, title and what was drawn how; gives back the first row of the head."""
    banner = book.add_format({"bold": True, "font_color": "#C00000", "align": "center", "border": 1, "font_size": 10})
    title = book.add_format({"bold": True, "font_size": 15, "align": "center", "valign": "vcenter"})
    plain = book.add_format({"font_size": 9, "text_wrap": True, "valign": "vcenter"})
    page.merge_range(0, 0, 0, last, sheet.common.banner, banner)
    page.merge_range(1, 0, 1, last, still(_title(sheet)), title)
    page.set_row(1, 26)
    for number, text in enumerate(opening(sheet), start=2):
        page.merge_range(number, 0, number, last, still(text), plain)
        page.set_row(number, 15 if len(text) < 85 else 27)
    return 2 + len(opening(sheet))


def _title(sheet: CallSheet) -> str:
    return f"{sheet.subject.applicant}　{sheet.paper.title}" if sheet.subject.applicant else sheet.paper.title


def opening(sheet: CallSheet) -> list[str]:
    """The lines between title and table."""
    subject = sheet.subject
    whose = f"卷宗：{subject.dossier}　申请单位：{subject.applicant}　适用办法：{subject.rulebook_title}"
    facts = [f"{head}：{text}" for head, text in sheet.facts]
    boxes = "　".join(f"{BOX}{method}" for method in sheet.common.methods)
    return [
        *([whose] if subject.dossier else []),
        "　".join(facts[:3]),
        *facts[3:],
        f"{f'测评方法：{boxes}　　' if sheet.paper.rating else ''}核实人：　　　　　　核实日期：　　　　年　　月　　日",
    ]


def _heads(book: Workbook, page: Worksheet, sheet: CallSheet, row: int) -> None:
    """Two rows of heads; ratings stand under the form's own upper head."""
    form = book.add_format(
        {
            "bold": True,
            "border": 1,
            "align": "center",
            "valign": "vcenter",
            "text_wrap": True,
            "bg_color": "#DCE6F1",
            "font_size": 9,
        }
    )
    page.merge_range(row, 0, row + 1, 0, sheet.common.number, form)
    page.set_column(0, 0, 6)
    for column, (key, head) in enumerate(sheet.plain_columns, start=1):
        page.merge_range(row, column, row + 1, column, head, form)
        page.set_column(column, column, _WIDTHS.get(key, 13))
    column = 1 + len(sheet.plain_columns)
    ratings = [outcome for outcome in sheet.paper.outcomes if outcome.rating]
    if len(ratings) > 1:
        page.merge_range(row, column, row, column + len(ratings) - 1, sheet.rating_head, form)
    for outcome in sheet.paper.outcomes:
        if outcome.rating and len(ratings) > 1:
            page.write_string(row + 1, column, outcome.head, form)
        else:
            page.merge_range(row, column, row + 1, column, outcome.head, form)
        page.set_column(column, column, 7)
        column += 1
    page.merge_range(row, column, row + 1, column, sheet.common.remarks, form)
    page.set_column(column, column, 22)
    page.set_row(row, 18)
    page.set_row(row + 1, 26)


def _body(book: Workbook, role: str) -> _Formats:
    shade = {"bg_color": _SHADES[role]} if role else {}
    common = {"border": 1, "valign": "vcenter", "text_wrap": True, "font_size": 9, **shade}
    marks = {**common, "align": "center"}
    return book.add_format(common), book.add_format({**marks, "font_size": 12}), book.add_format(marks)


def _line(page: Worksheet, sheet: CallSheet, row: int, line: CallsheetLine, forms: _Formats) -> None:
    text, centred, label = forms
    page.set_row(row, 27)
    page.write_string(row, 0, line.label, label)
    for column, (key, _) in enumerate(sheet.plain_columns, start=1):
        # Always as text: what an applicant wrote after = + - @ must never become a formula.
        page.write_string(row, column, still(line.cells.get(key, "")), text)
    column = 1 + len(sheet.plain_columns)
    for number in range(len(sheet.paper.outcomes)):
        page.write_string(row, column + number, BOX, centred)
    page.write_string(row, column + len(sheet.paper.outcomes), still(line.remarks), text)


def _answers(page: Worksheet, sheet: CallSheet, first: int, last: int) -> None:
    """A choice of □ and √ in the boxes; anything else may be written too."""
    column = 1 + len(sheet.plain_columns)
    if last >= first:
        choice = {"validate": "list", "source": [BOX, "√"], "ignore_blank": True, "show_error": False}
        page.data_validation(first, column, last, column + len(sheet.paper.outcomes) - 1, choice)


def _below(book: Workbook, page: Worksheet, sheet: CallSheet, row: int, last: int) -> None:
    note = book.add_format({"font_size": 9, "text_wrap": True, "valign": "top"})
    for number, text in enumerate(sheet.notes, start=1):
        page.merge_range(row + number - 1, 0, row + number - 1, last, f"说明{number}：{text}", note)
        page.set_row(row + number - 1, 27 if len(text) > 70 else 15)


def _printing(page: Worksheet, sheet: CallSheet, head: int, last: int) -> None:
    page.freeze_panes(head + 2, 2)
    page.set_landscape()
    page.set_paper(_A4)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.fit_to_pages(1, 0)
    page.repeat_rows(head, head + 1)
    page.print_area(0, 0, head + 1 + len(sheet.lines) + len(sheet.notes), last)
    page.set_footer(f"&L{sheet.common.banner[:6]}&R第 &P 页，共 &N 页")


def _data(page: Worksheet, sheet: CallSheet) -> None:
    """What reading the sheet back needs, one JSON object a row; nobody fills this in."""
    for row, record in enumerate(sheet.data):
        page.write_string(row, 0, json.dumps(record, ensure_ascii=False, sort_keys=True))
    page.hide()
