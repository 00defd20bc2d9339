"""Read an OpenDocument spreadsheet (.ods): one page per sheet, as the XLSX reader gives it.

calamine reads ODS too, but without merged cells, percent signs and what is hidden.
Raises: UnreadableDocument for a damaged, locked or oversized file.
Source: OASIS OpenDocument 1.3 part 3, 9 (tables) and 16.29 (data styles).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal

from lxml.etree import _Element as Element

from extractors.read.media_type import DAMAGED, ODS
from extractors.read.office_package import Package
from extractors.read.refusals import refusal
from extractors.read.set_off import Look, Piece, has_references, read_off
from extractors.read.sheets.notes import notes
from extractors.read.sheets.number_formats import PERCENT, NumberFormat, plain, shown, stored_number
from extractors.read.sheets.ods_styles import OFFICE, TABLE, TEXT, Styles, styles_of
from extractors.read.sheets.regions import blocks
from extractors.read.sheets.sheet import LAST_COLUMN, LAST_ROW, Content, SheetCells, Style
from extractors.read.sheets.xlsx_cells import WIDEST_GAP
from extractors.read.symbol_fonts import shown as symbol_shown
from extractors.values.text import cleaned
from schemas.document import Comment, Document, Page
from schemas.errors import UnreadableDocument

_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_MOST_CELLS = 2_000_000
"""Repeated cells are stored once and laid out as often as they say."""
_MOST_ALIKE = 10_000
"""Rows that repeat one row, with what stands in it: nobody fills in so many, and a few bytes ask for a million."""
_REPEATED = "重复"
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001  a workbook has no time zones
_DURATION = ("H", "M", "S")


@dataclass(slots=True)
class _SheetState:
    """One sheet as it is read: the row at hand, the cells so far, rows that are hidden for good."""

    sheet: SheetCells
    styles: Styles
    columns: list[tuple[int, str | None]]
    row: int = 0
    cells: int = 0
    cut: list[str] = field(default_factory=list)
    """What was left out of rows that repeat one row too often."""


def read(data: bytes, path: str, sha256: str) -> Document:
    """The workbook, sheet by sheet, in the order of its tabs."""
    package = Package(data, path)
    content = package.tree("content.xml")
    styles = styles_of(content, package.tree("styles.xml") if "styles.xml" in package else None)
    tables = content.findall(f"{OFFICE}body/{OFFICE}spreadsheet/{TABLE}table")
    if not tables:
        raise UnreadableDocument(path, *refusal(DAMAGED))
    comments: list[Comment] = []
    pages = tuple(_page(table, number, styles, path, comments) for number, table in enumerate(tables, 1))
    note = "；".join(f"工作表“{page.sheet}”{page.note}" for page in pages if page.note)
    unread = tuple(f"工作表“{page.sheet}”中重复的行" for page in pages if _REPEATED in page.note)
    return Document(path, sha256, ODS, pages, note=note, comments=tuple(comments), unread=unread)


def _page(table: Element, number: int, styles: Styles, path: str, comments: list[Comment]) -> Page:
    reading = _SheetState(SheetCells(), styles, [])
    unseen: set[int] = set()
    for column in table.iter(TABLE + "table-column"):
        _column(column, reading)
    for row in table.iter(TABLE + "table-row"):
        unseen.update(_row(row, reading))
        if reading.cells > _MOST_CELLS:
            raise UnreadableDocument(
                path, "工作表内容异常庞大，为安全起见未读取", "请申请人删去多余内容、另存为 XLSX 后重新提交"
            )
    sheet = reading.sheet
    last = max(sheet.rows, default=0)
    sheet.bordered = {row: bits for row, bits in sheet.bordered.items() if row <= last}
    content = blocks(sheet, frozenset(unseen))
    name = cleaned(table.get(TABLE + "name") or f"Sheet{number}")
    comments.extend(sheet.hung(name))
    pictures = sum(1 for _ in table.iter(_DRAW + "image"))
    unread = [f"含图片 {pictures} 张，图中文字未读取"] if pictures else []
    remarks = [*notes(sheet, frozenset(unseen)), *reading.cut, *unread]
    return Page(
        number,
        content,
        "text" if content else "scan" if pictures else "blank",
        sheet=name,
        hidden=table.get(TABLE + "style-name") in styles.hidden_tables,
        note="、".join(remarks),
    )


def _column(column: Element, reading: _SheetState) -> None:
    first = sum(count for count, _ in reading.columns) + 1
    count = _repeated(column, "columns", LAST_COLUMN)
    reading.columns.append((count, column.get(TABLE + "default-cell-style-name")))
    grouped = next(column.iterancestors(TABLE + "table-column-group"), None) is not None
    if column.get(TABLE + "visibility") in ("collapse", "filter") and not grouped and first <= LAST_COLUMN:
        reading.sheet.hidden_columns.append((first, min(first + count - 1, LAST_COLUMN)))


def _repeated(element: Element, what: str, most: int) -> int:
    count = element.get(f"{TABLE}number-{what}-repeated") or ""
    return min(int(count), most) if count.isdecimal() and int(count) else 1


def _row(row: Element, reading: _SheetState) -> Iterator[int]:
    """Take in one row as often as it is repeated; gives the rows that are hidden and not merely filtered."""
    count = _repeated(row, "rows", LAST_ROW)
    cells, borders = _cells(row, reading)
    sheet, first = reading.sheet, reading.row + 1
    reading.row += count
    if not cells and (not borders or count > WIDEST_GAP):
        return
    kept = min(count, _MOST_ALIKE, max(LAST_ROW - first + 1, 0))
    reading.cells += kept * len(cells)
    if reading.cells > _MOST_CELLS or first > LAST_ROW:
        return
    if cells and kept < count:
        reading.cut.append(f"第 {first} 行的内容{_REPEATED} {count} 行，只读取了 {kept} 行")
    numbers = range(first, first + kept)
    if cells:
        sheet.rows.update(dict.fromkeys(numbers, cells))
    if borders:
        sheet.bordered.update(dict.fromkeys(numbers, borders))
    yield from _hidden(row, numbers, sheet)


def _hidden(row: Element, numbers: range, sheet: SheetCells) -> Iterator[int]:
    """Note the rows as hidden where they are; gives those that are hidden for good."""
    visibility = row.get(TABLE + "visibility")
    # LibreOffice, given a collapsed group of another program's, hides its rows one by one.
    groups = list(row.iterancestors(TABLE + "table-row-group"))
    folded = any(group.get(TABLE + "display") == "false" for group in groups)
    collapsed = folded or (visibility == "collapse" and bool(groups))
    if visibility in ("collapse", "filter") or collapsed:
        sheet.hidden_rows.update(numbers)
    if collapsed:
        sheet.collapsed_rows.update(numbers)
    elif visibility == "collapse":
        yield from numbers


def _cells(row: Element, reading: _SheetState) -> tuple[dict[int, Content], int]:
    found: dict[int, Content] = {}
    crossed: list[int] = []
    borders, column = 0, 1
    own = row.get(TABLE + "default-cell-style-name")
    for cell in row:
        if cell.tag not in (TABLE + "table-cell", TABLE + "covered-table-cell"):
            continue
        count = _repeated(cell, "columns", LAST_COLUMN)
        if cell.tag == TABLE + "table-cell":
            style = reading.styles.cell(cell.get(TABLE + "style-name") or own or _default(reading, column))
            _note_comment(cell, reading, column)
            before = reading.sheet.struck
            content = _content(cell, style, reading)
            if content is None and reading.sheet.struck > before:
                crossed.append(column)
            if content is not None and style.unseen:
                reading.sheet.unseen.add((reading.row + 1, column))
            elif content is not None:
                found.update(dict.fromkeys(range(column, min(column + count, LAST_COLUMN + 1)), content))
            elif style.bordered and column + count <= WIDEST_GAP:
                borders |= ((1 << count) - 1) << column
            _merge(cell, reading, column)
        column += count
    if found:
        reading.sheet.cross_out(reading.row + 1, crossed, found)
    return found, borders


def _note_comment(cell: Element, reading: _SheetState, column: int) -> None:
    comment = cell.find(OFFICE + "annotation")
    if comment is not None:
        lines = ("".join(map(str, line.itertext())) for line in comment.iter(TEXT + "p"))
        reading.sheet.comment(reading.row + 1, column, "\n".join(lines))


def _default(reading: _SheetState, column: int) -> str | None:
    before = 0
    for count, style in reading.columns:
        before += count
        if column <= before:
            return style
    return None


def _merge(cell: Element, reading: _SheetState, column: int) -> None:
    wide, high = (cell.get(f"{TABLE}number-{what}-spanned") or "1" for what in ("columns", "rows"))
    if wide.isdecimal() and high.isdecimal() and (wide != "1" or high != "1"):
        top = reading.row + 1
        bottom, right = min(top + int(high) - 1, LAST_ROW), min(column + int(wide) - 1, LAST_COLUMN)
        reading.sheet.merges.append((top, column, bottom, right))


def _content(cell: Element, style: Style, reading: _SheetState) -> Content | None:
    """What a person sees in the cell, and what is stored; None for an empty one."""
    lines = [_pieces(each, style, reading.styles, _of_cell(style)) for each in cell.findall(TEXT + "p")]
    runs = [*_lines_joined(list(line) for line in lines)]
    if _is_all_struck(runs):
        reading.sheet.struck += 1
        return None
    kind = cell.get(OFFICE + "value-type") or ""
    valued = _STORED[kind](cell, kind, style) if kind in _STORED else None
    if valued is not None:
        return valued
    reading.sheet.struck += any(look is Look.STRUCK and text.strip() for text, look in runs)
    text, by_look = read_off(runs)
    reading.sheet.chosen_by_look |= by_look
    reading.sheet.references |= has_references(runs)
    text = cleaned(text).strip()
    return (text, None) if text else None


def _is_all_struck(runs: Sequence[Piece]) -> bool:
    """Whether there is writing in the cell, and all of it is struck out."""
    looks = [look for text, look in runs if text.strip()]
    return bool(looks) and all(look is Look.STRUCK for look in looks)


def _number(cell: Element, kind: str, style: Style) -> Content | None:
    number = stored_number(cell.get(OFFICE + "value") or "")
    if number is None:
        return None
    look = PERCENT if kind == "percentage" and style.format.kind != "percent" else style.format
    return shown(number, look) if look.kind != "date" else (plain(number), number)


def _truth(cell: Element, _kind: str, _style: Style) -> Content:
    truth = cell.get(OFFICE + "boolean-value") == "true"
    return ("TRUE" if truth else "FALSE"), truth


def _date_or_time(cell: Element, kind: str, style: Style) -> Content | None:
    moment = _moment(cell)
    if moment is None:
        return None
    usual = NumberFormat("date", "h" if kind == "time" else "ymd")
    return shown(moment, style.format if style.format.kind == "date" else usual)


_STORED: Mapping[str, Callable[[Element, str, Style], Content | None]] = {
    **dict.fromkeys(("float", "percentage", "currency"), _number),
    "boolean": _truth,
    **dict.fromkeys(("date", "time"), _date_or_time),
}
"""What a cell shows that stores a value, by the type that it says it has."""


def _of_cell(style: Style) -> Look:
    return Look.STRUCK if style.struck else Look.PLAIN


def _lines_joined(lines: Iterable[list[Piece]]) -> Iterator[Piece]:
    """The pieces of several lines, a line end between them."""
    for number, line in enumerate(lines):
        if number:
            yield "\n", Look.PLAIN
        yield from line


def _moment(cell: Element) -> Decimal | None:
    """The days since the workbook's epoch."""
    try:
        if cell.get(OFFICE + "value-type") == "date":
            since = datetime.fromisoformat(cell.get(OFFICE + "date-value") or "").replace(tzinfo=None) - _EPOCH
            return Decimal(since.days) + Decimal(since.seconds) / 86400
        spoken = (cell.get(OFFICE + "time-value") or "").removeprefix("PT")
        seconds = Decimal(0)
        for unit, size in zip(_DURATION, (3600, 60, 1), strict=True):
            count, found, rest = spoken.partition(unit)
            if found:
                seconds, spoken = seconds + Decimal(count) * size, rest
    except (ValueError, ArithmeticError):
        return None
    return seconds / 86400


def _pieces(element: Element, style: Style, styles: Styles, look: Look) -> Iterator[Piece]:
    """The text of a paragraph, runs of a symbol font shown as signs; comments are no part of it."""
    yield symbol_shown(element.text or "", style.symbols), look
    for child in element:
        if child.tag == TEXT + "s":
            count = child.get(TEXT + "c") or "1"
            yield " " * min(int(count) if count.isdecimal() else 1, 100), look
        elif child.tag in (TEXT + "tab", TEXT + "line-break"):
            yield ("\t" if child.tag == TEXT + "tab" else "\n"), look
        elif child.tag in (TEXT + "span", TEXT + "a"):
            name = child.get(TEXT + "style-name") or ""
            own = replace(style, symbols=styles.fonts.get(name, style.symbols))
            said = styles.looks.get(name)
            yield from _pieces(child, own, styles, look if said is None else said)
        yield symbol_shown(child.tail or "", style.symbols), look
