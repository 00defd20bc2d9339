"""Read what is a picture: scanned pages of a PDF, photographs and scans in image files.

In:     a document whose pictured pages were left unread, or the bytes of an image file.
Out:    the document with those pages read: paragraphs and tables with their places.
Raises: UnreadableDocument for image files that do not open.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.readers import pdf_furniture, pdf_layout, scan_page
from extractors.readers.scan_images import Frame, frames
from schemas.document import Document, Page, Table

Wanted = Callable[[int, tuple[str, ...]], bool]
"""Told a page's number and its top lines: whether the page is to be read in full."""

DPI = 150.0
"""At which pages are rendered: 100 and 200 read no better (measured); a coarser picture keeps its own."""

_LEAST_DPI = 72.0
_PICTURED = ("scan", "vector", "unreliable_text")


def recognised(document: Document, data: bytes, wanted: Wanted | None = None) -> Document:
    """The PDF with its unread pages recognised, in full where ``wanted`` says so (or nothing is asked)."""
    unread = [index for index, page in enumerate(document.pages) if page.kind in _PICTURED and not page.blocks]
    if not unread:
        return document
    pages = list(document.pages)
    pdf = pdfium.PdfDocument(data)
    try:
        for index in unread:
            before = pdf_layout.last_table(pages[index - 1]) if index else None
            pages[index] = _read(pdf, pages[index], wanted, before)
    finally:
        pdf.close()
    return replace(document, pages=pdf_layout.carried_on(pdf_furniture.apart(pages)))


def read(data: bytes, path: str, sha256: str) -> Document:
    """The document of an image file, one page for each of its frames."""
    media_type, found = frames(data, path)
    pages: list[Page] = []
    for number, frame in enumerate(found, start=1):
        blank = Page(number, kind="scan")
        before = pdf_layout.last_table(pages[-1]) if pages else None
        pages.append(_filled(blank, frame, None, before))
    return Document(path, sha256, media_type, pdf_layout.carried_on(pdf_furniture.apart(pages)))


def _read(pdf: pdfium.PdfDocument, page: Page, wanted: Wanted | None, before: Table | None) -> Page:
    """One page of a PDF, rendered and read."""
    opened = pdf[page.number - 1]
    try:
        frame = rendered(opened)
    finally:
        opened.close()
    return _filled(page, frame, wanted, before)


def _filled(page: Page, frame: Frame, wanted: Wanted | None, before: Table | None) -> Page:
    asked = None if wanted is None else lambda lines: wanted(page.number, lines)
    seen = scan_page.seen(frame.picture, frame.scale, asked, before)
    return replace(
        page,
        blocks=seen.blocks,
        width=round(seen.width, 2),
        height=round(seen.height, 2),
        rotation=(frame.turn + seen.turn) % 360,
        recognised=seen.recognised,
        note=_note(page, seen),
    )


def _note(page: Page, seen: scan_page.Seen) -> str:
    if not seen.blocks:
        return "页面是图片，未发现文字"
    what = {"scan": "页面是图片", "vector": "页面文字以轮廓曲线绘成"}.get(page.kind, "页面文字层不可信")
    if seen.recognised == "top":
        return f"{what}，只识别了标题部分的文字"
    return f"{what}，文字由识别得到，请与原件核对"


def rendered(page: pdfium.PdfPage) -> Frame:
    """The page as it shows, and the points per pixel: at DPI, or at what its one picture has where that is less."""
    dpi = min(DPI, max(_own_dpi(page), _LEAST_DPI))
    bitmap = page.render(scale=dpi / 72, may_draw_forms=True)
    shown = np.asarray(bitmap.to_numpy(), np.uint8)
    picture = shown[:, :, :3] if shown.ndim == 3 else shown
    if picture.ndim == 2 or picture.shape[2] == 1:
        picture = np.repeat(picture.reshape(*picture.shape[:2], 1), 3, axis=2)
    turn = raw.FPDFPage_GetRotation(page.raw) * 90
    return Frame(np.ascontiguousarray(picture), page.get_width() / picture.shape[1], turn)


def _own_dpi(page: pdfium.PdfPage) -> float:
    """The resolution of the pictures on the page; that of a print where there are none, or too many to ask."""
    found = []
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, _, right, _ = item.get_bounds()
        if right - left > 0.5 * page.get_width():
            found.append(item.get_px_size()[0] * 72 / (right - left))
        if len(found) > 20:
            return DPI
    return max(found, default=DPI)
