"""Read a workbook that Excel 2002/2003 or a system wrote as XML (XML Spreadsheet 2003), mostly called .xls.

Out:    one page per sheet, as the XLSX reader gives it.
Raises: UnreadableDocument for a damaged or oversized file.
Source: Microsoft, XML Spreadsheet Reference (urn:schemas-microsoft-com:office:spreadsheet).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element as Element

from extractors.read.media_type import DAMAGED, SHEET_XML
from extractors.read.office_package import parser
from extractors.read.paper_white import is_white
from extractors.read.refusals import TOO_LARGE, refusal
from extractors.read.set_off import Look
from extractors.read.sheets.notes import notes
from extractors.read.sheets.number_formats import GENERAL, iso_moment, number_format, shown, stored_number
from extractors.read.sheets.regions import blocks
from extractors.read.sheets.sheet import LAST_COLUMN, LAST_ROW, Content, RichText, Room, SheetCells, Style
from extractors.read.sheets.xlsx_strings import seen_text
from extractors.read.symbol_fonts import is_symbol_font
from extractors.values.text import cleaned
from schemas.document import Comment, Document, Page
from schemas.errors import UnreadableDocument

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_X = "{urn:schemas-microsoft-com:office:excel}"
_HTML = "{http://www.w3.org/TR/REC-html40}"
_LARGEST = 48 * 2**20
_CUSTOM = 200
_NAMED = {
    "General Number": "General",
    "Percent": "0%",
    "Short Date": "yyyy-mm-dd",
    "Medium Date": "yyyy-mm-dd",
    "Long Date": "yyyy-mm-dd",
    "General Date": "yyyy-mm-dd hh:mm",
    "Short Time": "hh:mm",
    "Medium Time": "hh:mm",
    "Long Time": "hh:mm",
    "Fixed": "0.00",
    "Standard": "#,##0.00",
    "Currency": "#,##0.00",
}
"""Formats that go by a name."""


@dataclass(frozen=True, slots=True)
class _XmlStyle(Style):
    """A style, with what those that build on it take over."""

    white: bool = False
    bare: bool = True


@dataclass(slots=True)
class _SheetXml:
    """One sheet as it is read."""

    styles: dict[str, _XmlStyle]
    room: Room
    sheet: SheetCells = field(default_factory=SheetCells)
    row: int = 0


def read(data: bytes, path: str, sha256: str) -> Document:
    """The workbook, sheet by sheet, in the order of its tabs."""
    if len(data) > _LARGEST:
        raise UnreadableDocument(path, *TOO_LARGE)
    try:
        root = etree.fromstring(data.lstrip(b"\r\n\t "), parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument(path, *refusal(DAMAGED)) from error
    tabs = root.findall(_SS + "Worksheet")
    if not tabs:
        raise UnreadableDocument(path, *refusal(DAMAGED))
    styles, room = _styles(root), Room()
    comments: list[Comment] = []
    pages = tuple(_page(tab, number, (styles, room), comments) for number, tab in enumerate(tabs, 1))
    note = "；".join(f"工作表“{page.sheet}”{page.note}" for page in pages if page.note)
    return Document(path, sha256, SHEET_XML, pages, note=note, comments=tuple(comments))


def _styles(root: Element) -> dict[str, _XmlStyle]:
    """The styles by id, each with what it takes over from its parent, which stands before it."""
    found: dict[str, _XmlStyle] = {}
    for each in root.iterfind(f"{_SS}Styles/{_SS}Style"):
        parent = found.get(each.get(_SS + "Parent") or "Default", _XmlStyle())
        found[each.get(_SS + "ID") or ""] = _style(each, parent)
    return found


def _style(element: Element, parent: _XmlStyle) -> _XmlStyle:
    form, font, lines, ground = (element.find(_SS + name) for name in ("NumberFormat", "Font", "Borders", "Interior"))
    code = None if form is None else form.get(_SS + "Format")
    look = parent.format if code is None else number_format(_CUSTOM, _NAMED.get(code, code))
    name = None if font is None else font.get(_SS + "FontName")
    struck = parent.struck if font is None else font.get(_SS + "StrikeThrough") == "1"
    bordered = parent.bordered if lines is None else len(lines) > 0
    white = parent.white if font is None else is_white(font.get(_SS + "Color") or "")
    bare = parent.bare if ground is None else _is_bare(ground)
    symbols = name if is_symbol_font(name) else None
    unseen = look.unseen or (white and bare)
    return _XmlStyle(look, bordered, symbols, struck, unseen=unseen, white=white, bare=bare)


def _is_bare(ground: Element) -> bool:
    """Whether the ground of a cell is as white as the paper."""
    kind = ground.get(_SS + "Pattern") or "None"
    return kind == "None" or (kind == "Solid" and is_white(ground.get(_SS + "Color") or "#FFFFFF"))


def _page(tab: Element, number: int, book: tuple[dict[str, _XmlStyle], Room], comments: list[Comment]) -> Page:
    reading = _SheetXml(*book)
    table = tab.find(_SS + "Table")
    if table is not None:
        _columns(table, reading.sheet)
        for row in table.iterfind(_SS + "Row"):
            _row(row, reading)
    options = tab.find(_X + "WorksheetOptions")
    hidden = options is not None and (options.findtext(_X + "Visible") or "").startswith("Sheet")
    sheet = reading.sheet
    sheet.filtered = tab.find(f"{_X}AutoFilter/{_X}AutoFilterColumn") is not None
    unseen = frozenset() if sheet.filtered else frozenset(sheet.hidden_rows)
    content = blocks(sheet, unseen)
    name = cleaned(tab.get(_SS + "Name") or f"Sheet{number}")
    note = "、".join(notes(sheet, unseen))
    comments.extend(sheet.hung(name))
    return Page(number, content, "text" if content else "blank", sheet=name, hidden=hidden, note=note)


def _columns(table: Element, sheet: SheetCells) -> None:
    column = 0
    for each in table.iterfind(_SS + "Column"):
        column = _number(each, "Index", column + 1)
        last = column + _number(each, "Span", 0)
        if each.get(_SS + "Hidden") == "1" and column <= LAST_COLUMN:
            sheet.hidden_columns.append((column, min(last, LAST_COLUMN)))
        column = last


def _row(row: Element, reading: _SheetXml) -> None:
    """One row; ``Span`` says how many empty ones of its make follow."""
    sheet = reading.sheet
    reading.row = _number(row, "Index", reading.row + 1)
    if not 0 < reading.row <= LAST_ROW:
        return
    if reading.room.is_full:
        sheet.cut += len(row) > 0
        return
    if row.get(_SS + "Hidden") == "1":
        sheet.hidden_rows.add(reading.row)
    cells: dict[int, Content] = {}
    crossed: list[int] = []
    column = 0
    for cell in row.iterfind(_SS + "Cell"):
        column = _number(cell, "Index", column + 1)
        if column > LAST_COLUMN:
            break
        before = sheet.struck
        content = _cell(row, cell, reading, column)
        if content is not None:
            cells[column] = content
        elif sheet.struck > before:
            crossed.append(column)
        column += _merged(cell, sheet, reading.row, column)
    if cells:
        sheet.cross_out(reading.row, crossed, cells)
        reading.room.take(cells)
        sheet.rows[reading.row] = cells
    reading.row += _number(row, "Span", 0)


def _cell(row: Element, cell: Element, reading: _SheetXml, column: int) -> Content | None:
    """One cell: what it shows, None for an empty one, whose border is noted; and what somebody noted on it."""
    sheet = reading.sheet
    style = reading.styles.get(cell.get(_SS + "StyleID") or row.get(_SS + "StyleID") or "Default", _XmlStyle())
    comment = cell.find(_SS + "Comment")
    if comment is not None:
        sheet.comment(reading.row, column, "".join(map(str, comment.itertext())))
    content = _content(cell, style, sheet, (reading.row, column))
    if content is None and style.bordered:
        sheet.bordered[reading.row] = sheet.bordered.get(reading.row, 0) | 1 << column
    return content


def _merged(cell: Element, sheet: SheetCells, row: int, column: int) -> int:
    """Note a merged area; gives how many columns it takes up beside its first."""
    across, down = _number(cell, "MergeAcross", 0), _number(cell, "MergeDown", 0)
    if across or down:
        sheet.merges.append((row, column, min(row + down, LAST_ROW), min(column + across, LAST_COLUMN)))
    return across


def _content(cell: Element, style: Style, sheet: SheetCells, place: tuple[int, int]) -> Content | None:
    """What a person sees in the cell, and what is stored; None for an empty one."""
    held = next((child for child in cell if child.tag == _SS + "Data"), None)
    if held is None:
        return _without_value(cell, sheet, place)
    runs = tuple(_runs(held, None))
    raw = "".join(text for text, _ in runs).strip()
    if style.struck or style.unseen or any(look is not None for _, look in runs):
        text = cleaned(seen_text(RichText(runs), sheet, struck=style.struck)).strip()
        if text and style.unseen:
            sheet.unseen.add(place)
        return (text, None) if text and not style.unseen else None
    return _valued(held.get(_SS + "Type"), raw, style) if raw else None


def _without_value(cell: Element, sheet: SheetCells, place: tuple[int, int]) -> Content | None:
    """A cell that stores nothing: empty, or a formula that nobody worked out."""
    if not cell.get(_SS + "Formula"):
        return None
    sheet.unevaluated.append(place)
    sheet.not_read.add(place)
    return "", None


def _runs(element: Element, look: Look | None) -> Iterator[tuple[str, Look | None]]:
    """The text of a cell, whose parts may be marked up as those of a page are."""
    if element.text:
        yield cleaned(element.text), look
    for child in element:
        yield from _runs(child, _LOOKS.get(child.tag, look))
        if child.tail:
            yield cleaned(child.tail), look


_LOOKS = {space + tag: look for space in (_HTML, _SS) for tag, look in (("S", Look.STRUCK), ("Sup", Look.RAISED))}


def _valued(kind: str | None, raw: str, style: Style) -> Content:
    if kind == "Boolean":
        return ("TRUE" if raw == "1" else "FALSE"), raw == "1"
    if kind == "DateTime":
        return iso_moment(raw.removesuffix(".000"))
    number = stored_number(raw) if kind == "Number" else None
    if number is None:
        return raw, None
    return shown(number, GENERAL if style.format.kind == "date" else style.format)


def _number(element: Element, name: str, otherwise: int) -> int:
    value = element.get(_SS + name) or ""
    return int(value) if value.isascii() and value.isdecimal() else otherwise
