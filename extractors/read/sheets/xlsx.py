"""Read an XLSX: one page per sheet, its tables and lone texts with the addresses of their cells.

Out:    what a person sees: hidden rows and columns are left out and counted in the notes; rows that only a filter
        hides are kept; hidden sheets are kept and marked. Formulas give the value the workbook has stored.
Raises: UnreadableDocument for a damaged, locked or oversized file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from extractors.read.media_type import DAMAGED, XLSX
from extractors.read.office_package import RELATED, Package, Relation
from extractors.read.refusals import refusal
from extractors.read.sheets.number_formats import number_format
from extractors.read.sheets.regions import blocks
from extractors.read.sheets.sheet import Book, S, SheetCells, Style, filter_area, hidden_column_bits, letters
from extractors.read.sheets.xlsx_cells import read_sheet, read_strings
from extractors.read.symbol_fonts import is_symbol_font
from extractors.values.text import cleaned
from schemas.document import Block, Document, Page, PageKind, Paragraph
from schemas.errors import UnreadableDocument

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_X = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_NAMED_FORMULAS = 5


@dataclass(slots=True)
class _Overlay:
    """What lies on top of a sheet: texts of boxes with the cell they hang on, pictures."""

    texts: list[Paragraph]
    pictures: int = 0
    controls: int = 0


def read(data: bytes, path: str, sha256: str) -> Document:
    """The workbook, sheet by sheet, in the order of its tabs."""
    package = Package(data, path)
    main = package.main_part("xl/workbook.xml")
    workbook = package.tree(main)
    relations = package.relations(main)
    tabs = workbook.find(S + "sheets")
    if tabs is None or not len(tabs):
        raise UnreadableDocument(path, *refusal(DAMAGED))
    try:
        book = _book(package, workbook, relations)
        pages = tuple(_page(package, relations, tab, number, book) for number, tab in enumerate(tabs, 1))
    except etree.XMLSyntaxError as error:
        raise UnreadableDocument(path, *refusal(DAMAGED)) from error
    note = "；".join(f"工作表“{page.sheet}”{page.note}" for page in pages if page.note)
    return Document(path, sha256, XLSX, pages, note=note)


def _book(package: Package, workbook: Element, relations: dict[str, Relation]) -> Book:
    parts = {relation.kind: relation.target for relation in relations.values()}
    strings, styles = parts.get("sharedStrings", ""), parts.get("styles", "")
    properties = workbook.find(S + "workbookPr")
    return Book(
        strings=read_strings(package.read(strings)) if strings in package else (),
        styles=_styles(package.tree(styles)) if styles in package else (),
        since_1904=properties is not None and properties.get("date1904") in ("1", "true"),
    )


def _styles(root: Element) -> list[Style]:
    codes = {each.get("numFmtId"): each.get("formatCode") for each in root.iter(S + "numFmt")}
    borders = {index for index, each in enumerate(root.findall(f"{S}borders/{S}border")) if _has_lines(each)}
    fonts = {index: _symbol_font(each) for index, each in enumerate(root.findall(f"{S}fonts/{S}font"))}
    return [
        Style(
            format=number_format(_number(each, "numFmtId"), codes.get(each.get("numFmtId"))),
            bordered=_number(each, "borderId") in borders,
            symbols=fonts.get(_number(each, "fontId")),
        )
        for each in root.findall(f"{S}cellXfs/{S}xf")
    ]


def _has_lines(border: Element) -> bool:
    return any(side.get("style") not in (None, "none") for side in border)


def _symbol_font(font: Element) -> str | None:
    name = font.find(S + "name")
    named = None if name is None else name.get("val")
    return named if is_symbol_font(named) else None


def _number(element: Element, name: str) -> int:
    value = element.get(name) or ""
    return int(value) if value.isdecimal() else 0


def _page(package: Package, relations: dict[str, Relation], tab: Element, number: int, book: Book) -> Page:
    """One sheet as a page; a tab that is a chart has nothing to read."""
    name = cleaned(tab.get("name") or f"Sheet{number}")
    hidden = tab.get("state") in ("hidden", "veryHidden")
    relation = relations.get(tab.get(RELATED + "id") or "")
    if relation is None or relation.kind != "worksheet" or relation.target not in package:
        return Page(number, (), "blank", sheet=name, hidden=hidden, note="不是数据工作表（图表等），未读取")
    sheet = read_sheet(package.read(relation.target), book)
    related = package.relations(relation.target) if sheet.related else {}
    drawn = _drawn(package, sheet, related)
    unseen = _unseen_rows(package, sheet, related)
    content: tuple[Block, ...] = (*blocks(sheet, unseen), *drawn.texts)
    kind: PageKind = "text" if content else "scan" if drawn.pictures or sheet.cell_pictures else "blank"
    remarks = [*notes(sheet, unseen), *_drawn_notes(sheet, drawn)]
    furniture = tuple(Paragraph(text) for text in sheet.furniture)
    return Page(number, content, kind, sheet=name, hidden=hidden, furniture=furniture, note="、".join(remarks))


def _unseen_rows(package: Package, sheet: SheetCells, related: dict[str, Relation]) -> frozenset[int]:
    """The hidden rows but for those that an active filter hides: a filter is a view, the rows are data."""
    if not sheet.hidden_rows:
        return frozenset()
    areas = list(sheet.filters)
    for identifier in sheet.related.get("tablePart", ()):
        part = related.get(identifier)
        table = filter_area(package.tree(part.target)) if part is not None and part.target in package else None
        if table is not None:
            areas.append(table)
    if sheet.filtered and not areas:
        return frozenset()
    return frozenset(row for row in sheet.hidden_rows if not any(top <= row <= bottom for top, _, bottom, _ in areas))


def notes(sheet: SheetCells, unseen: frozenset[int]) -> Iterator[str]:
    """What of the sheet was left out, or taken in though hidden, in Chinese."""
    left_out = sum(1 for row in unseen if row in sheet.rows)
    filtered = sum(1 for row in sheet.hidden_rows - unseen if row in sheet.rows)
    bits = hidden_column_bits(sheet)
    columns = {column for row in sheet.rows.values() for column in row if bits >> column & 1} if bits else set()
    if left_out:
        yield f"隐藏行 {left_out} 行未计入"
    if filtered:
        yield f"被筛选隐藏的 {filtered} 行已计入"
    if columns:
        yield f"隐藏列 {_listed([letters(column) for column in sorted(columns)])} 未计入"
    if sheet.lost:
        yield f"有 {sheet.lost} 个单元格的文字在文件中缺失，未能读取，请与申请人核对"
    if sheet.cut:
        yield f"内容过多，最后 {sheet.cut} 行未读取"
    if sheet.unevaluated:
        yield f"公式没有保存计算结果：{_listed(sheet.unevaluated)}，请用 Office 或 WPS 打开并保存后再交"


def _drawn_notes(sheet: SheetCells, drawn: _Overlay) -> Iterator[str]:
    pictures = drawn.pictures + sheet.cell_pictures
    if pictures:
        yield f"含图片 {pictures} 张，图中文字未读取"
    if drawn.controls:
        yield f"含复选框等控件 {drawn.controls} 个，其选择未读取，请人工核看"


def _listed(names: list[str]) -> str:
    shown = "、".join(names[:_NAMED_FORMULAS])
    return shown if len(names) <= _NAMED_FORMULAS else f"{shown} 等 {len(names)} 处"


def _drawn(package: Package, sheet: SheetCells, related: dict[str, Relation]) -> _Overlay:
    drawn = _Overlay([], controls=sum(relation.kind == "ctrlProp" for relation in related.values()))
    for identifier in sheet.related.get("drawing", ()):
        part = related.get(identifier)
        if part is None or part.target not in package:
            continue
        for anchor in package.tree(part.target):
            drawn.pictures += sum(1 for _ in anchor.iter(_A + "blip"))
            text = "\n".join(_box_lines(anchor))
            if text:
                drawn.texts.append(Paragraph(text, cell=_anchor_address(anchor)))
    return drawn


def _box_lines(anchor: Element) -> Iterator[str]:
    for paragraph in anchor.iter(_A + "p"):
        line = cleaned("".join(node.text or "" for node in paragraph.iter(_A + "t"))).strip()
        if line:
            yield line


def _anchor_address(anchor: Element) -> str | None:
    column, row = anchor.findtext(f"{_X}from/{_X}col"), anchor.findtext(f"{_X}from/{_X}row")
    return (
        f"{letters(int(column) + 1)}{int(row) + 1}"
        if column and row and column.isdecimal() and row.isdecimal()
        else None
    )
