"""Read what is a picture: scanned pages of a PDF, photographs and scans in image files.

In:     a document whose pictured pages were left unread, or the bytes of an image file.
Out:    the document with those pages read: paragraphs and tables with their places.
Raises: UnreadableDocument for image files that do not open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.layout.continued import OpenPage, below, joined, marked
from extractors.layout.furniture import apart
from extractors.layout.geometry import Glyph
from extractors.layout.page_kind import covered
from extractors.layout.scaling import scaled
from extractors.layout.settings import KIND
from extractors.read import media_type as media_types
from extractors.read.ocr.scope import OcrScope
from extractors.read.pdf import fonts as pdf_fonts
from extractors.read.pdf.shown import ShownPage, shown
from extractors.read.pdf.unopened import hides_a_picture
from extractors.read.scan import page as scan_page
from extractors.read.scan.doubtful.words import doubted
from extractors.read.scan.images import EndedEarly, PictureFrame, frames
from extractors.read.scan.settings import IMAGE_FILE
from extractors.read.seals import detect as seals_detect
from schemas.document import BROKEN_PICTURE, TOO_MUCH_DRAWN, Block, Document, Page, Paragraph
from schemas.locator import Box
from schemas.process import heartbeat
from schemas.trust import Doubt

LONG_SCAN = 4
"""Pages to recognise from which it is worth while that two begin at different ends."""

_LEFT = "图片中的文字未读"
_RECOGNISED = "图片中的文字由识别得到，请与原件核对"


def recognised(document: Document, data: bytes, scope: OcrScope | None = None) -> Document:
    """The PDF with its unread pages recognised, in full where ``scope`` says so (or nothing is asked).

    Asked again, only pages that were not yet read in full are read on; what was read is not read twice.
    Pictures on pages that have text of their own are always read in full.
    """
    unread = [index for index, page in enumerate(document.pages) if _is_unread(page)]
    if not unread:
        return document
    pages = list(document.pages)
    pdf = pdf_fonts.opened(data)
    try:
        for index in unread:
            pages[index] = below(pages[index - 1] if index else None, _read(pdf, pages[index], scope))
    finally:
        pdf.close()
    return replace(document, pages=marked(apart(pages)))


def foresee(document: Document, data: bytes, scope: OcrScope | None) -> None:
    """Recognise the later half of the pages that are to be recognised: what their pictures say is then kept."""
    unread = [page for page in document.pages if _is_unread(page)]
    if len(unread) < LONG_SCAN:
        return
    pdf = pdf_fonts.opened(data)
    try:
        for page in unread[len(unread) // 2 :]:
            _read(pdf, page, scope)
    finally:
        pdf.close()


def _is_unread(page: Page) -> bool:
    if page.note == TOO_MUCH_DRAWN:
        return False
    if page.kind == "mixed":
        return page.recognised == "no"
    return page.is_picture and page.recognised != "all" and (not page.blocks or page.recognised == "top")


def read(data: bytes, path: str, sha256: str, scope: OcrScope | None = None) -> Document:
    """The document of an image file, one page for each of its frames."""
    pages = _ImagePages(data, path, scope)
    return Document(path, sha256, media_types.media_type(data, path), joined(pages), pages.note)


class _ImagePages:
    """The pages of an image file, one at a time, and what has to be said of them once they were read."""

    def __init__(self, data: bytes, path: str, scope: OcrScope | None) -> None:
        self.note = ""
        self._frames = frames(data, path)
        self._scope = scope

    def __iter__(self) -> Iterator[OpenPage]:
        try:
            for number, frame in enumerate(self._frames, start=1):
                yield _filled(Page(number, kind="scan"), frame, self._scope)
        except EndedEarly as end:
            self.note = f"图片文件从第 {end.number} 页起已损坏或页数过多，未能读取，请与申请人核对"


def of_frame(page: Page, frame: PictureFrame, scope: OcrScope | None) -> OpenPage:
    """A page whose picture somebody else made, read."""
    return _filled(page, frame, scope)


def pictured(data: bytes, path: str, number: int, scope: OcrScope | None) -> Page:
    """The first picture of an image file as page ``number``. Raises UnreadableDocument where it does not open."""
    return below(None, _filled(Page(number, kind="scan"), next(frames(data, path)), scope))


def _read(pdf: pdfium.PdfDocument, page: Page, scope: OcrScope | None) -> OpenPage:
    """One page of a PDF, rendered and read; one that does not open stays as it is."""
    try:
        opened = pdf[page.number - 1]
    except pdfium.PdfiumError:
        return OpenPage(page)
    try:
        if page.kind != "mixed":
            frame = rendered(opened)
            if hides_a_picture(opened, frame.picture):
                return OpenPage(replace(page, note=BROKEN_PICTURE))
        else:
            bare, frame = rendered(opened, annotations=False), rendered(opened)
            seen = shown(pdf, opened, page.number - 1, layers=True)
            seen.page.close()
            return _typed_over(page, seen, bare) or OpenPage(_completed(page, seen, frame))
    finally:
        opened.close()
    return _filled(page, frame, scope)


def _typed_over(page: Page, seen: ShownPage, frame: PictureFrame) -> OpenPage | None:
    """A scan over which fields or notes were filled in, read as one page; None where that cannot be done."""
    turn = seen.glyphs.turn
    if not seen.typed or covered(seen.drawn.images, turn.width, turn.height) < KIND.page:
        return None
    if turn.rotation != frame.turn or len(seen.typed) < len(seen.glyphs.glyphs):
        return None
    smaller = 1 / frame.larger
    known = [
        glyph._replace(
            x0=glyph.x0 * smaller, x1=glyph.x1 * smaller, top=glyph.top * smaller, bottom=glyph.bottom * smaller
        )
        for glyph in seen.typed
    ]
    read = _filled(page, frame, None, known)
    if read.page.rotation != frame.turn % 360 or not read.layout:
        return None
    told = page.note.replace(_LEFT, _RECOGNISED)
    return replace(read, page=replace(read.page, note=told))


def _completed(page: Page, seen: ShownPage, frame: PictureFrame) -> Page:
    """A page of text and pictures, with what stands in its pictures; none of that counts as sure."""
    glyphs = seen.glyphs
    done = replace(page, recognised="all", note=page.note.replace(_LEFT, _RECOGNISED))
    if glyphs.turn.rotation != frame.turn:
        return page
    picture = np.full_like(frame.picture, 255)
    for box in seen.drawn.images:
        part = _pixels(box, frame.scale, 0.0)
        picture[part] = frame.picture[part]
    for glyph in glyphs.glyphs:
        picture[_pixels((glyph.x0, glyph.top, glyph.x1, glyph.bottom), frame.scale, 1.0)] = 255
    read_page = scan_page.read_picture(picture, frame.scale / frame.larger, None)
    if read_page.turn or not read_page.blocks:
        return done
    found = (scaled(_unsure(block), frame.larger) for block in read_page.blocks)
    blocks = [doubted(block) for block in (*page.blocks, *found)]
    return replace(
        done, blocks=tuple(sorted(blocks, key=lambda block: block.bbox[1::-1] if block.bbox else (0.0, 0.0)))
    )


def _pixels(box: Box, scale: float, more: float) -> tuple[slice, slice]:
    x0, y0, x1, y1 = box
    return (
        slice(max(round((y0 - more) / scale), 0), max(round((y1 + more) / scale), 0)),
        slice(max(round((x0 - more) / scale), 0), max(round((x1 + more) / scale), 0)),
    )


def _unsure(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, doubts=block.doubts | {Doubt.RECOGNISED})
    cells = (replace(cell, doubts=cell.doubts | {Doubt.RECOGNISED}) for cell in block.cells)
    return replace(block, cells=tuple(cells))


def _filled(page: Page, frame: PictureFrame, scope: OcrScope | None, known: Sequence[Glyph] = ()) -> OpenPage:
    heartbeat.beat(page.number)
    by, scale = frame.larger, frame.scale / frame.larger
    read_page = scan_page.read_picture(frame.picture, scale, scope, page.number, known)
    found, grey = seals_detect.on_page(frame.picture, scale, read_page.turn)
    filled = replace(
        page,
        blocks=(),
        width=round(read_page.width * by, 2),
        height=round(read_page.height * by, 2),
        rotation=(frame.turn + read_page.turn) % 360,
        recognised=read_page.recognised,
        note=_note(page, read_page),
        lines=tuple(scaled(line, by) for line in read_page.lines),
        seals=tuple(scaled(seal, by) for seal in found),
        grey=grey,
    )
    return OpenPage(filled, read_page.layout, read_page.shown, by)


def _note(page: Page, read_page: scan_page.ReadPage) -> str:
    if not read_page.blocks:
        return "页面是图片，未发现文字"
    what = {"scan": "页面是图片", "vector": "页面文字以轮廓曲线绘成"}.get(page.kind, "页面文字层不可信")
    if read_page.recognised == "top":
        return f"{what}，只识别了标题部分的文字"
    return f"{what}，文字由识别得到，请与原件核对"


def rendered(page: pdfium.PdfPage, *, annotations: bool = True) -> PictureFrame:
    """The page as it shows at ``IMAGE_FILE.rendered``, and the points per pixel; without annotations read apart.

    A page that calls itself smaller than A6 or larger than A3 is taken for A4: telephones and copiers count
    pixels for points.
    """
    longer = max(*page.get_size(), 1.0)
    taken = longer if IMAGE_FILE.page_small <= longer <= IMAGE_FILE.page_large else IMAGE_FILE.paper
    scale = IMAGE_FILE.rendered / 72 * taken / longer
    bitmap = page.render(scale=scale, may_draw_forms=annotations, draw_annots=annotations)
    shown = np.asarray(bitmap.to_numpy(), np.uint8)
    picture = shown[:, :, :3] if shown.ndim == 3 else shown
    if picture.ndim == 2 or picture.shape[2] == 1:
        picture = np.repeat(picture.reshape(*picture.shape[:2], 1), 3, axis=2)
    turn = raw.FPDFPage_GetRotation(page.raw) * 90
    return PictureFrame(np.ascontiguousarray(picture), page.get_width() / picture.shape[1], turn, longer / taken)
