"""Read an XLSX: one page per sheet, its tables and lone texts with the addresses of their cells.

Out:    what a person sees: hidden rows and columns, and what is struck out, are left out and counted in the notes; rows
        that only a filter or a collapsed group hides are kept; hidden sheets are kept and marked. Formulas give the
        value the workbook has stored, else the one that LibreOffice works out. Pictures that hold writing are pages.
Raises: UnreadableDocument for a damaged, locked or oversized file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree
from lxml.etree import _Element as Element

from extractors.read import pictures_in
from extractors.read.contained.office import opened_objects
from extractors.read.media_type import DAMAGED, XLSX
from extractors.read.ocr.scope import OcrScope
from extractors.read.office_package import RELATED, Package, Relation
from extractors.read.refusals import refusal
from extractors.read.sheets.drawn import OnSheet, cell_pictures, drawn, large
from extractors.read.sheets.notes import notes
from extractors.read.sheets.recalculated import fill
from extractors.read.sheets.regions import blocks
from extractors.read.sheets.sheet import Book, S, SheetCells, filter_area
from extractors.read.sheets.xlsx_cells import read_sheet
from extractors.read.sheets.xlsx_comments import note_comments
from extractors.read.sheets.xlsx_strings import read_strings
from extractors.read.sheets.xlsx_styles import striking_looks, xlsx_styles
from extractors.values.text import cleaned
from schemas.document import Block, Document, Page, PageKind, Paragraph
from schemas.errors import UnreadableDocument


@dataclass(slots=True)
class _Tab:
    """One tab of the workbook: its name, its part, what it stores; ``sheet`` is None for a chart."""

    name: str
    hidden: bool
    target: str = ""
    sheet: SheetCells | None = None


def read(data: bytes, path: str, sha256: str, scope: OcrScope | None = None) -> Document:
    """The workbook, sheet by sheet, in the order of its tabs; then its pictures that hold writing."""
    package = Package(data, path)
    tabs, relations = _tabs(package)
    fill(data, [tab.sheet for tab in tabs], lambda again: [tab.sheet for tab in _tabs(Package(again, path))[0]])
    in_cells = cell_pictures(package, relations)
    shown = _SheetPictures(package, scope)
    pages = [_page(package, tab, number, in_cells, shown) for number, tab in enumerate(tabs, 1)]
    note = "；".join(f"工作表“{page.sheet}”{page.note}" for page in pages if page.note)
    pictured = [replace(page, number=len(pages) + at) for at, page in enumerate(shown.pages, 1)]
    comments = tuple(one for tab in tabs if tab.sheet is not None for one in tab.sheet.hung(tab.name))
    unread = tuple(shown.unread)
    return Document(path, sha256, XLSX, (*pages, *pictured), note=note, unread=unread, comments=comments)


def _tabs(package: Package) -> tuple[list[_Tab], dict[str, Relation]]:
    """What each tab of the workbook stores. Raises UnreadableDocument where it is damaged."""
    main = package.main_part("xl/workbook.xml")
    workbook = package.tree(main)
    relations = package.relations(main)
    listed = workbook.find(S + "sheets")
    if listed is None or not len(listed):
        raise UnreadableDocument(package.path, *refusal(DAMAGED))
    try:
        book = _book(package, workbook, relations)
        return [_tab(package, relations, tab, number, book) for number, tab in enumerate(listed, 1)], relations
    except etree.XMLSyntaxError as error:
        raise UnreadableDocument(package.path, *refusal(DAMAGED)) from error


def _tab(package: Package, relations: dict[str, Relation], tab: Element, number: int, book: Book) -> _Tab:
    name = cleaned(tab.get("name") or f"Sheet{number}")
    hidden = tab.get("state") in ("hidden", "veryHidden")
    relation = relations.get(tab.get(RELATED + "id") or "")
    if relation is None or relation.kind != "worksheet" or relation.target not in package:
        return _Tab(name, hidden)
    content = package.read(relation.target)
    grounded = b"tablePart" in content or b"conditionalFormatting" in content
    sheet = read_sheet(content, replace(book, styles=book.styles_on_grounds) if grounded else book)
    sheet.restyled = [covered for look, covered in sheet.conditions if look in book.striking]
    return _Tab(name, hidden, relation.target, sheet)


class _SheetPictures:
    """The pictures of a workbook: what was read of them so far, each part once."""

    def __init__(self, package: Package, scope: OcrScope | None) -> None:
        self.pages: list[Page] = []
        self.unread: list[str] = []
        self._package, self._scope = package, scope
        self._known: dict[str, bool | None] = {}

    def read(self, targets: Sequence[str], sheet: str) -> int:
        """Read the pictures of a sheet; how many of them that may hold writing were left unread."""
        new = [target for target in dict.fromkeys(targets) if target not in self._known]
        contents = {target: content for target in new if (content := large(self._package, target)) is not None}
        self._known.update(dict.fromkeys(new))
        if contents:
            before = sum(known is not None for known in self._known.values())
            read = pictures_in.pages(list(contents.values()), self._package.path, self._scope, before)
            self._known.update((target, page is not None) for target, page in zip(contents, read, strict=True))
            self.pages.extend(replace(page, sheet=sheet) for page in read if page is not None)
        return sum(self._known[target] is False for target in set(targets))


def _book(package: Package, workbook: Element, relations: dict[str, Relation]) -> Book:
    parts = {relation.kind: relation.target for relation in relations.values()}
    strings, styles = parts.get("sharedStrings", ""), parts.get("styles", "")
    properties, calculation = workbook.find(S + "workbookPr"), workbook.find(S + "calcPr")
    style_tree = package.tree(styles) if styles in package else None
    return Book(
        strings=read_strings(package.read(strings)) if strings in package else (),
        styles=() if style_tree is None else xlsx_styles(style_tree),
        styles_on_grounds=() if style_tree is None else xlsx_styles(style_tree, white_is_seen=True),
        striking=frozenset() if style_tree is None else striking_looks(style_tree),
        since_1904=properties is not None and properties.get("date1904") in ("1", "true"),
        calculates=calculation is not None and calculation.get("fullCalcOnLoad") in ("1", "true"),
    )


def _page(package: Package, tab: _Tab, number: int, in_cells: Mapping[str, str], shown: _SheetPictures) -> Page:
    """One sheet as a page; a tab that is a chart has nothing to read."""
    sheet = tab.sheet
    if sheet is None:
        return Page(number, (), "blank", sheet=tab.name, hidden=tab.hidden, note="不是数据工作表（图表等），未读取")
    related = package.relations(tab.target)
    note_comments(package, related, sheet)
    on_top = drawn(package, sheet, related, in_cells)
    unseen = _unseen_rows(package, sheet, related)
    content: tuple[Block, ...] = (*blocks(sheet, unseen), *on_top.texts)
    unread = shown.read(on_top.pictures, tab.name)
    shown.unread.extend([f"工作表“{tab.name}”的图片 {unread} 张"] if unread else [])
    shown.unread.extend([f"工作表“{tab.name}”的 SmartArt 图形 {on_top.diagrams} 个"] if on_top.diagrams else [])
    kind: PageKind = "text" if content else "scan" if unread else "blank"
    objects = _objects(package, tab.target, related, shown)
    remarks = [*notes(sheet, unseen), *_drawn_notes(on_top, unread), *objects]
    furniture = tuple(Paragraph(text) for text in sheet.furniture)
    return Page(number, content, kind, sheet=tab.name, hidden=tab.hidden, furniture=furniture, note="、".join(remarks))


def _objects(package: Package, target: str, related: Mapping[str, Relation], shown: _SheetPictures) -> Iterator[str]:
    """What has to be said of embedded objects."""
    objects = [key for key, relation in related.items() if relation.kind in ("oleObject", "package")]
    apart = opened_objects(package, target) if objects else frozenset()
    left = sum(key not in apart for key in objects)
    if len(objects) - left:
        yield f"含嵌入的文件 {len(objects) - left} 个，已作为单独的文件读取"
    if left:
        shown.unread.append(f"嵌入对象 {left} 个")
        yield f"含嵌入对象 {left} 个，未读取"


def _unseen_rows(package: Package, sheet: SheetCells, related: Mapping[str, Relation]) -> frozenset[int]:
    """The rows hidden for good: those that an active filter or a collapsed group hides are data, one click away."""
    hidden = sheet.hidden_rows - sheet.collapsed_rows
    if not hidden:
        return frozenset()
    areas = list(sheet.filters)
    for identifier in sheet.related.get("tablePart", ()):
        part = related.get(identifier)
        table = filter_area(package.tree(part.target)) if part is not None and part.target in package else None
        if table is not None:
            areas.append(table)
    if sheet.filtered and not areas:
        return frozenset()
    return frozenset(row for row in hidden if not any(top <= row <= bottom for top, _, bottom, _ in areas))


def _drawn_notes(on_top: OnSheet, unread: int) -> Iterator[str]:
    if unread:
        yield f"含图片 {unread} 张，图中文字未读取"
    if on_top.charts:
        yield f"含图表 {on_top.charts} 个，其中数字未读取"
    if on_top.diagrams:
        yield f"含 SmartArt 图形 {on_top.diagrams} 个，其中文字未读取"
    if on_top.controls:
        yield f"含复选框等控件 {on_top.controls} 个，其选择未读取，请人工核看"
