"""Read an old workbook (.xls, .et): one page per sheet, as the XLSX reader gives it.

In:     the values are calamine's, the looks (formats, borders, hidden rows) biff's.
Raises: UnreadableDocument for a damaged, locked or oversized file.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from extractors.read import ole, pictures_in
from extractors.read.media_type import DAMAGED, ENCRYPTED, XLS
from extractors.read.ocr.scope import OcrScope
from extractors.read.refusals import refusal
from extractors.read.sheets import xls_looks
from extractors.read.sheets.drawn import may_hold_writing
from extractors.read.sheets.notes import notes
from extractors.read.sheets.number_formats import NumberFormat, shown, stored_number
from extractors.read.sheets.regions import blocks
from extractors.read.sheets.sheet import Content, RichText, SheetCells, Style
from extractors.read.sheets.xls_drawn import XlsDrawn
from extractors.read.sheets.xls_pictures import pictures
from extractors.read.sheets.xls_strings import marked_strings
from extractors.read.sheets.xlsx_strings import seen_text
from extractors.read.symbol_fonts import shown as symbol_shown
from extractors.values.text import cleaned
from schemas.document import Block, Comment, Document, Page, Paragraph
from schemas.errors import UnreadableDocument

Value = int | float | str | bool | time | date | datetime | timedelta

# calamine lays out the whole area up to the last cell.
_LARGEST_AREA = 3_000_000
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001  a workbook has no time zones
_DAY = Decimal(86400)
_PLAIN = Style()
_CONTROLS = "含 ActiveX 控件，其选择未读取，请人工核看"
"""Their states stand in a stream beside the workbook's own."""


def read(data: bytes, path: str, sha256: str, scope: OcrScope | None = None) -> Document:
    """The workbook, sheet by sheet, in the order of its tabs; then its pictures that hold writing."""
    stream = ole.workbook(data)
    if stream is None:
        raise UnreadableDocument(path, *refusal(DAMAGED))
    if ole.locked_workbook(stream):
        raise UnreadableDocument(path, *refusal(ENCRYPTED))
    stream, area = xls_looks.tamed(stream)
    if area > _LARGEST_AREA:
        raise UnreadableDocument(
            path, "工作表中有相距极远的单元格，为安全起见未读取", "请申请人删去多余内容、另存为 XLSX 后重新提交"
        )
    try:
        looks = xls_looks.looks(stream)
        comments: list[Comment] = []
        pages = tuple(_pages(stream, looks, marked_strings(stream, looks.run_looks), comments))
    except PasswordError as error:
        raise UnreadableDocument(path, *refusal(ENCRYPTED)) from error
    except (CalamineError, struct.error, IndexError) as error:
        raise UnreadableDocument(path, *refusal(DAMAGED)) from error
    shown, unread = _pictured(looks, pages, path, scope)
    note = "；".join(f"工作表“{page.sheet}”{page.note}" for page in pages if page.note)
    left = (f"图片 {unread} 张",) if unread else ()
    told = (
        note,
        f"含图片 {unread} 张，图中文字未读取" if unread else "",
        _CONTROLS if "ctls" in ole.names(data) else "",
    )
    note = "；".join(part for part in told if part)
    return Document(path, sha256, XLS, (*pages, *shown), note=note, unread=left, comments=tuple(comments))


def _pictured(
    looks: xls_looks.Looks, pages: Sequence[Page], path: str, scope: OcrScope | None
) -> tuple[list[Page], int]:
    """The pages of the pictures that hold writing, and how many were left unread; no sheet is told by the store."""
    placed = sum(look.on_top.pictures for look in looks.sheets.values())
    held = list(pictures(looks.drawing_group)) if placed else []
    large = [content for content in held if may_hold_writing(content)]
    read = pictures_in.pages(large, path, scope) if large else []
    made = [page for page in read if page is not None]
    numbered = [replace(page, number=len(pages) + at) for at, page in enumerate(made, 1)]
    return numbered, len(large) - len(made) if held else placed


def _pages(
    stream: bytes, looks: xls_looks.Looks, struck: Mapping[int, RichText], comments: list[Comment]
) -> Iterator[Page]:
    try:
        # A container of our own: over wrong numbers in a stranger's, calamine ends the process.
        with CalamineWorkbook.from_filelike(io.BytesIO(ole.alone("Workbook", stream))) as workbook:
            for number, tab in enumerate(workbook.sheets_metadata, 1):
                yield _page(workbook, tab, number, looks, struck)
                comments.extend(_comments(tab, looks))
    except BaseException as error:
        # A panic of the Rust code is no Exception, and pyo3 does not let its class be imported.
        if type(error).__name__ == "PanicException":
            raise CalamineError(str(error)) from None
        raise


def _comments(tab: SheetMetadata, looks: xls_looks.Looks) -> Iterator[Comment]:
    """What somebody noted on the cells of a sheet."""
    sheet = SheetCells()
    for (row, column), text in looks.sheets.get(tab.name, xls_looks.SheetLook()).on_top.by_place():
        sheet.comment(row, column, text)
    return sheet.hung(cleaned(tab.name))


def _page(
    workbook: CalamineWorkbook, tab: SheetMetadata, number: int, looks: xls_looks.Looks, struck: Mapping[int, RichText]
) -> Page:
    name = cleaned(tab.name)
    hidden = tab.visible is not SheetVisibleEnum.Visible
    if tab.typ is not SheetTypeEnum.WorkSheet:
        return Page(number, (), "blank", sheet=name, hidden=hidden, note="不是数据工作表（图表等），未读取")
    look = looks.sheets.get(tab.name, xls_looks.SheetLook())
    sheet = _sheet(workbook.get_sheet_by_name(tab.name), look, looks.since_1904, struck)
    unseen = frozenset() if sheet.filtered else frozenset(sheet.hidden_rows - sheet.collapsed_rows)
    boxes = (cleaned(text).strip() for text in look.on_top.boxes())
    content: tuple[Block, ...] = (*blocks(sheet, unseen), *(Paragraph(text) for text in boxes if text))
    remark = "、".join([*notes(sheet, unseen), *_drawn_notes(look.on_top)])
    return Page(number, content, "text" if content else "blank", sheet=name, hidden=hidden, note=remark)


def _drawn_notes(on_top: XlsDrawn) -> Iterator[str]:
    if on_top.charts:
        yield f"含图表 {on_top.charts} 个，其中数字未读取"
    if on_top.controls:
        yield f"含复选框等控件 {on_top.controls} 个，其选择未读取，请人工核看"


def _sheet(
    source: CalamineSheet, look: xls_looks.SheetLook, since_1904: bool, struck: Mapping[int, RichText]
) -> SheetCells:
    sheet = SheetCells(
        bordered={row: bits for row, bits in look.bordered.items() if source.end and row <= source.end[0] + 1},
        hidden_rows=look.hidden_rows,
        collapsed_rows=look.collapsed_rows,
        hidden_columns=look.hidden_columns,
        merges=[(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in _merges(source)],
        filtered=look.filtered,
    )
    for row, values in enumerate(source.to_python(skip_empty_area=False), 1):
        cells: dict[int, Content] = {}
        crossed: list[int] = []
        for column, value in enumerate(values, 1):
            style, before = look.styles.get((row, column), _PLAIN), sheet.struck
            rich = struck.get(look.strings.get((row, column), -1))
            content = _content(_unstruck(value, rich, style, sheet), style, since_1904)
            if content is None and sheet.struck > before:
                crossed.append(column)
            if content is not None and style.unseen and not (look.grounded and not style.format.unseen):
                sheet.unseen.add((row, column))
            elif content is not None:
                cells[column] = content
        if cells:
            sheet.cross_out(row, crossed, cells)
            sheet.rows[row] = cells
    return sheet


def _merges(source: CalamineSheet) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    return source.merged_cell_ranges or []


def _unstruck(value: Value, rich: RichText | None, style: Style, sheet: SheetCells) -> Value:
    """The value without what is struck out; "" where all of it is."""
    if isinstance(value, str) and value:
        value = seen_text(rich or value, sheet, struck=style.struck)
    elif style.struck and value != "":
        sheet.struck += 1
        return ""
    return value


def _content(value: Value, style: Style, since_1904: bool) -> Content | None:
    """What a person sees in the cell, and what is stored; None for an empty one."""
    if isinstance(value, str):
        text = symbol_shown(cleaned(value), style.symbols).strip()
        return (text, None) if text else None
    if isinstance(value, bool):
        return ("TRUE" if value else "FALSE"), value
    if isinstance(value, (int, float)):
        number = _number(value)
        if number is None:
            return None
        return shown(number, style.format, since_1904=since_1904)
    moment = style.format if style.format.kind == "date" else NumberFormat("date", "h" if _is_time(value) else "ymd")
    # calamine has counted from the workbook's own epoch already.
    return shown(_serial(value), moment)


def _is_time(value: time | date | timedelta) -> bool:
    return isinstance(value, (time, timedelta))


def _number(value: float) -> Decimal | None:
    return stored_number(str(int(value)) if value == value // 1 and abs(value) < 1e15 else repr(value))


def _serial(value: time | date | datetime | timedelta) -> Decimal:
    """The days since the last day of 1899 but one, as a workbook counts them."""
    if isinstance(value, time):
        return Decimal(value.hour * 3600 + value.minute * 60 + value.second) / _DAY
    if isinstance(value, timedelta):
        return Decimal(str(value.total_seconds())) / _DAY
    moment = value if isinstance(value, datetime) else datetime.combine(value, time())
    since = moment - _EPOCH
    return Decimal(since.days) + Decimal(since.seconds) / _DAY
