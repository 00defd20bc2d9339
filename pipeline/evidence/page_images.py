"""How does a page of a PDF or a scan become a small picture?"""

from __future__ import annotations

import base64
import io
from collections.abc import Mapping, Sequence
from contextlib import ExitStack

import pypdfium2 as pdfium
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError
from pypdfium2 import raw

from extractors.read import image_file
from extractors.read.pdf import fonts as pdf_fonts
from pipeline.evidence import kept_pictures
from pipeline.evidence.picture_budget import PictureBudget
from pipeline.evidence.pictures import PageImage
from schemas.document import Document, Page

# 100 dpi: a printed line can be read and an A4 page is about 25 kB.
_SCALE = 1.4
_WIDEST = 1400
_QUALITY = 45
_MARGIN = 60.0
# A strip that is most of the page is the page.
_MOST = 0.7


UNDRAWN = (
    pdfium.PdfiumError,
    UnidentifiedImageError,
    OSError,
    ValueError,
    SyntaxError,
    MemoryError,
    Image.DecompressionBombError,
)
"""What is raised where a page cannot be drawn: its reader has said what is wrong with the file."""


def images(
    document: Document, data: bytes, strips: Mapping[int, tuple[float, float]], allowance: PictureBudget
) -> list[PageImage]:
    """The strips (page → top and bottom of what is spoken of) of one file as pictures, as far as allowed."""
    pages = {page.number: page for page in document.pages if page.width and page.height}
    asked = [(pages[number], _strip(pages[number], *strip)) for number, strip in strips.items() if number in pages]
    draw = _of_pdf if document.media_type == "application/pdf" else _of_picture
    try:
        return draw(document, data, asked, allowance)
    except UNDRAWN:
        # The reader has said what is wrong with the file; here it only has no picture.
        return []


def _strip(page: Page, top: float, bottom: float) -> tuple[float, float]:
    height = page.height or 0.0
    top, bottom = max(0.0, top - _MARGIN), min(height, bottom + _MARGIN)
    return (0.0, height) if bottom - top > _MOST * height or bottom <= top else (top, bottom)


Asked = Sequence[tuple[Page, tuple[float, float]]]


def _of_pdf(document: Document, data: bytes, asked: Asked, allowance: PictureBudget) -> list[PageImage]:
    drawn = []
    with ExitStack() as stack:
        pdf: pdfium.PdfDocument | None = None
        for page, strip in asked:
            if allowance.spent:
                break
            jpeg = kept_pictures.taken(document, page, strip)
            if jpeg is None:
                pdf = pdf or stack.enter_context(pdf_fonts.opened(data))
                opened = pdf[page.number - 1]
                try:
                    jpeg = kept_pictures.kept(document, page, strip, _jpeg(_rendered(opened, page, strip)))
                finally:
                    opened.close()
            drawn.append(_shown(document.path, page, strip, jpeg, allowance))
    return drawn


def _rendered(opened: pdfium.PdfPage, page: Page, strip: tuple[float, float]) -> Image.Image:
    """The strip of the page, upright as it was read."""
    scale = min(_SCALE, _WIDEST / max(opened.get_width(), 1.0))
    # Printed text needs no colour; on the picture of a page a seal is told by its red.
    grey = page.kind == "text"
    turn = (page.rotation - raw.FPDFPage_GetRotation(opened.raw) * 90) % 360
    if turn:
        whole = opened.render(scale=scale, grayscale=grey).to_pil().rotate(-turn, expand=True)
        return _cut(whole, page, strip)
    height = opened.get_height()
    factor = height / (page.height or height)
    crop = (0.0, max(0.0, height - strip[1] * factor), 0.0, strip[0] * factor)
    shown: Image.Image = opened.render(scale=scale, crop=crop, grayscale=grey).to_pil()
    return shown


def _of_picture(document: Document, data: bytes, asked: Asked, allowance: PictureBudget) -> list[PageImage]:
    by_number = {page.number: (page, strip) for page, strip in sorted(asked, key=lambda one: one[0].number)}
    before = {number: kept_pictures.taken(document, *one) for number, one in by_number.items()}
    kept = {number: jpeg for number, jpeg in before.items() if jpeg is not None}
    if len(kept) < len(by_number):
        return _of_frames(document, data, by_number, allowance)
    drawn = []
    for number, jpeg in kept.items():
        if not allowance.spent:
            drawn.append(_shown(document.path, *by_number[number], jpeg, allowance))
    return drawn


def _of_frames(
    document: Document, data: bytes, by_number: Mapping[int, tuple[Page, tuple[float, float]]], allowance: PictureBudget
) -> list[PageImage]:
    """The strips of a picture's frames (page number → page and strip), opened since not all were kept before."""
    drawn = []
    with image_file.opened(data) as image:
        tall = image_file.is_tall(image)
        if not tall:
            image.draft("RGB", (_WIDEST, _WIDEST))
        frames = image_file.pages_of(image) if tall else ImageSequence.Iterator(image)
        for number, frame in enumerate(frames, 1):
            if number not in by_number or allowance.spent:
                continue
            page, strip = by_number[number]
            shown = ImageOps.exif_transpose(frame.copy()).convert("RGB").rotate(-page.rotation, expand=True)
            shown.thumbnail((_WIDEST * _SCALE / 2, _WIDEST * _SCALE / 2))
            jpeg = kept_pictures.kept(document, page, strip, _jpeg(_cut(shown, page, strip)))
            drawn.append(_shown(document.path, page, strip, jpeg, allowance))
    return drawn


def _cut(image: Image.Image, page: Page, strip: tuple[float, float]) -> Image.Image:
    factor = image.height / (page.height or image.height)
    return image.crop((0, int(strip[0] * factor), image.width, max(1, int(strip[1] * factor))))


def _jpeg(image: Image.Image) -> bytes:
    out = io.BytesIO()
    (image if image.mode in ("L", "RGB") else image.convert("RGB")).save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()


def _shown(path: str, page: Page, strip: tuple[float, float], jpeg: bytes, allowance: PictureBudget) -> PageImage:
    allowance.bytes -= len(jpeg)
    allowance.pages -= 1
    uri = f"data:image/jpeg;base64,{base64.b64encode(jpeg).decode('ascii')}"
    return PageImage(path, page.number, page.width or 0.0, strip[0], strip[1], uri)
