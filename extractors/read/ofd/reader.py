"""Read an OFD (GB/T 33190): pages of paragraphs and tables, laid out by the same functions as a PDF's.

Out:    places in points from the top left, as for PDF; annotations show over their pages, signatures are left aside.
Raises: UnreadableDocument for a damaged, locked or oversized file.
Source: GB/T 33190-2016, 7 (structure of the document) and 11 (text).
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml.etree import _Element as Element

from extractors.layout import overlays, page_kind
from extractors.layout.continued import OpenPage, joined
from extractors.layout.crossed_out import crossed
from extractors.layout.doubtful import doubted_at
from extractors.layout.geometry import Drawing, Glyphs
from extractors.layout.page import laid_out
from extractors.layout.ticks import ticked
from extractors.read.media_type import DAMAGED, ENCRYPTED, OFD
from extractors.read.ocr.scope import OcrScope
from extractors.read.ofd.annotations import PageAnnotations, by_page
from extractors.read.ofd.package import resolved
from extractors.read.ofd.page import POINTS, Painter, children, first, name_of, numbers
from extractors.read.ofd.pictures import composed
from extractors.read.office_package import Package
from extractors.read.refusals import refusal
from extractors.read.scan import reader as scan_reader
from schemas.document import DAMAGED_PAGE, Comment, Document, Page, Paragraph
from schemas.errors import UnreadableDocument
from schemas.locator import Box
from schemas.process import heartbeat
from schemas.trust import Doubt

MOST_PAGES = 3000
"""More pages than any dossier has; what comes after them is left unread, and the document says so."""

_A4 = (0.0, 0.0, 210.0, 297.0)
_READABLE = ("text", "mixed")
_NOTES = "在页面上另行键入或绘制的内容（注释）已计入"
_LOST = "有注释无法打开，需人工核对原件"
_WATERMARK = "水印或压在正文上的大字未计入"
_CROSSED = "部分文字上画有斜线或曲线，是否划去请与原件核对"
_COVERED = "被遮盖、看不见的文字未计入，请与原件核对"


@dataclass(slots=True)
class _OfdDocument:
    """One document of the file: where its pages and templates lie, what they share."""

    area: tuple[float, ...] = _A4
    pages: list[tuple[str, str]] = field(default_factory=list)
    """Id and part of each page."""
    templates: dict[str, str] = field(default_factory=dict)
    fonts: dict[str, str] = field(default_factory=dict)
    drawn: dict[str, Element] = field(default_factory=dict)
    """Composite objects that pages use by id."""
    media: dict[str, str] = field(default_factory=dict)
    """The part of each picture."""
    notes: dict[str, PageAnnotations] = field(default_factory=dict)
    """What lies over each page, by its id."""
    outline: list[tuple[str, str]] = field(default_factory=list)


def read(data: bytes, path: str, sha256: str, scope: OcrScope | None = None) -> Document:
    """The document of these bytes, page by page; pages that are pictures as far as ``scope`` says."""
    package = Package(data, path)
    if "Encryptions.xml" in package:
        raise UnreadableDocument(path, *refusal(ENCRYPTED))
    # A document that is listed again is the same document: read twice, its rows would count twice.
    roots = dict.fromkeys(resolved("", root) for root in _roots(package.tree("OFD.xml")))
    bodies = [_body(package, root) for root in roots]
    count = sum(len(body.pages) for body in bodies)
    if not count:
        raise UnreadableDocument(path, *refusal(DAMAGED))
    pages = joined(_pages(package, bodies, scope))
    note = f"文件共 {count} 页，只读取了前 {MOST_PAGES} 页" if count > MOST_PAGES else ""
    return Document(path, sha256, OFD, pages, note, _outline(bodies), comments=tuple(_comments(bodies)))


def _comments(bodies: list[_OfdDocument]) -> Iterator[Comment]:
    """What somebody wrote to other readers of the pages, each with its box in points from the top left."""
    pages = [(body, identifier) for body in bodies for identifier, _ in body.pages]
    for number, (body, identifier) in enumerate(pages, 1):
        for text, (left, top, wide, high) in body.notes[identifier].comments if identifier in body.notes else ():
            x, y = (left - body.area[0]) * POINTS, (top - body.area[1]) * POINTS
            yield Comment(text, page=number, bbox=(x, y, x + wide * POINTS, y + high * POINTS))


def _roots(ofd: Element) -> Iterator[str]:
    for body in children(ofd, "DocBody"):
        root = first(body, "DocRoot")
        if root is not None and root.text:
            yield root.text.strip()


def _body(package: Package, part: str) -> _OfdDocument:
    document = package.tree(part)
    body = _OfdDocument()
    common = first(document, "CommonData")
    if common is not None:
        body.area = _area(first(common, "PageArea")) or _A4
        for template in children(common, "TemplatePage"):
            body.templates[template.get("ID", "")] = resolved(part, template.get("BaseLoc", ""))
        for kind in ("PublicRes", "DocumentRes"):
            for resource in children(common, kind):
                _resources(package, resolved(part, resource.text or ""), body)
    listed = first(document, "Pages")
    for page in children(listed, "Page") if listed is not None else ():
        body.pages.append((page.get("ID", ""), resolved(part, page.get("BaseLoc", ""))))
    body.notes = by_page(package, part, document)
    outlines = first(document, "Outlines")
    if outlines is not None:
        body.outline = list(_bookmarks(outlines, 0))
    return body


def _resources(package: Package, part: str, body: _OfdDocument) -> None:
    if part not in package:
        return
    root = package.tree(part)
    base = posixpath.join(resolved(part, root.get("BaseLoc", "")), "")
    for element in root.iter():
        if name_of(element) == "Font":
            body.fonts[element.get("ID", "")] = element.get("FontName", "")
        elif name_of(element) == "CompositeGraphicUnit":
            body.drawn[element.get("ID", "")] = element
        elif name_of(element) == "MultiMedia":
            file = first(element, "MediaFile")
            body.media[element.get("ID", "")] = resolved(base, getattr(file, "text", None) or "")


def _area(area: Element | None) -> tuple[float, ...] | None:
    """The box that the page shows, in millimetres; None where it is not stated well."""
    if area is None:
        return None
    for kind in ("ApplicationBox", "PhysicalBox"):
        box = numbers(getattr(first(area, kind), "text", None))
        # The application box only cuts off margins for printing.
        if kind == "PhysicalBox" and len(box) == 4 and 0 < box[2] <= 5000 and 0 < box[3] <= 5000:
            return box
    return None


def _bookmarks(element: Element, depth: int) -> Iterator[tuple[str, str]]:
    for entry in children(element, "OutlineElem"):
        target = next((each.get("PageID") for each in entry.iter() if name_of(each) == "Dest"), None)
        if target:
            yield entry.get("Title", "").strip(), target
        if depth < 8:
            yield from _bookmarks(entry, depth + 1)


def _outline(bodies: list[_OfdDocument]) -> tuple[tuple[str, int], ...]:
    found: list[tuple[str, int]] = []
    before = 0
    for body in bodies:
        places = {identifier: before + number for number, (identifier, _) in enumerate(body.pages, 1)}
        found.extend((title, places[page]) for title, page in body.outline if page in places)
        before += len(body.pages)
    return tuple(found[:MOST_PAGES])


def _pages(package: Package, bodies: list[_OfdDocument], scope: OcrScope | None) -> Iterator[OpenPage]:
    parts = [(body, identifier, part) for body in bodies for identifier, part in body.pages]
    for number, (body, identifier, part) in enumerate(parts[:MOST_PAGES], 1):
        heartbeat.beat(number, len(parts))
        try:
            done = _page(package, body, _painted(package, body, identifier, part), (identifier, number), scope)
        except UnreadableDocument:
            done = OpenPage(Page(number, kind="unreliable_text", note=DAMAGED_PAGE))
        yield done


def _page(
    package: Package, body: _OfdDocument, painter: Painter, known_as: tuple[str, int], scope: OcrScope | None
) -> OpenPage:
    identifier, number = known_as
    seen, drawn = painter.seen(), painter.drawn
    kind, note = page_kind.kind_of(seen, drawn)
    readable = kind in _READABLE
    seen, remarks, doubtful = _as_shown(seen, drawn, painter, body.notes.get(identifier))
    layout = laid_out(seen, drawn) if readable else None
    if layout:
        remarks.append(layout.remark)
    read = Page(
        number=number,
        kind=kind,
        width=round(seen.turn.width, 2),
        height=round(seen.turn.height, 2),
        furniture=tuple(Paragraph(text, where) for text, where in seen.askew) if readable else (),
        note="；".join(each for each in (note, *remarks, "页面字符过多，只读取了一部分" if seen.cut else "") if each),
    )
    frame = (
        composed(package, body.media, painter.pictures, seen.turn.width, seen.turn.height) if kind == "scan" else None
    )
    if frame is None:
        return OpenPage(read, layout, doubted_at((box, Doubt.OVERLAID) for box in doubtful))
    return scan_reader.of_frame(read, frame, scope)


def _painted(package: Package, body: _OfdDocument, identifier: str, part: str) -> Painter:
    """The page with its templates beneath and its annotations over it."""
    root = package.tree(part)
    painter = Painter(_area(first(root, "Area")) or body.area, body.fonts, body.drawn)
    for used in children(root, "Template"):
        template = body.templates.get(used.get("TemplateID", ""), "")
        if template in package:
            painter.paint(package.tree(template))
    painter.paint(root)
    notes = body.notes.get(identifier)
    for appearance in notes.appearances if notes else ():
        painter.paint_over(appearance)
    return painter


def _as_shown(
    seen: Glyphs, drawn: Drawing, painter: Painter, notes: PageAnnotations | None
) -> tuple[Glyphs, list[str], list[Box]]:
    """The page's glyphs without the words that lie over it, what has to be said of it, and what is to be doubted."""
    glyphs, large = overlays.apart(seen.glyphs)
    glyphs, by_drawing = ticked(glyphs, drawn)
    struck = crossed(glyphs, drawn.strokes, drawn.level)
    remarks = [_NOTES] if notes and notes.appearances else []
    remarks.extend([_LOST] if notes and notes.lost else [])
    remarks.extend([_WATERMARK] if large or (notes and notes.watermark) else [])
    remarks.extend([_COVERED] if painter.covered else [])
    remarks.extend([_CROSSED] if struck else [])
    shown = replace(seen, glyphs=tuple(glyphs), askew=(*seen.askew, *overlays.strings(large)))
    return shown, remarks, [*by_drawing, *struck]
