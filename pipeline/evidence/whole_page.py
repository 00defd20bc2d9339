"""How does a whole page of a PDF or a scan look, upright as it was read, for somebody who reads it on the screen?"""

from __future__ import annotations

import io
from dataclasses import dataclass

import pypdfium2 as pdfium
from PIL import Image, ImageOps, ImageSequence
from pypdfium2 import raw

from extractors.read import image_file
from extractors.read.pdf import fonts as pdf_fonts
from pipeline.evidence.page_images import UNDRAWN
from schemas.document import Page

DPI = 150
"""A4 is then 1240 pixels wide: 10-point print can be read at the width of a column, seals keep their colour."""

_LONGEST = 4000
_QUALITY = 72


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height in the units of the boxes: points, upright."""

    width: float
    height: float


def sizes(data: bytes) -> list[PageSize]:
    """The pages of a PDF as it says itself, for when nothing else is known of it; empty where it does not open."""
    try:
        with pdf_fonts.opened(data) as pdf:
            return [PageSize(*pdf.get_page_size(number)) for number in range(len(pdf))]
    except pdfium.PdfiumError:
        return []


def of_pdf(data: bytes, number: int, page: Page | None = None, dpi: int = DPI) -> bytes | None:
    """Page ``number`` (from 1) as a JPEG, lying as ``page`` says that it was read. None where it cannot be drawn."""
    try:
        with pdf_fonts.opened(data) as pdf:
            if not 1 <= number <= len(pdf):
                return None
            opened = pdf[number - 1]
            scale = min(dpi / 72, _LONGEST / max(opened.get_width(), opened.get_height(), 1.0))
            turn = (page.rotation - raw.FPDFPage_GetRotation(opened.raw) * 90) % 360 if page else 0
            drawn = opened.render(scale=scale).to_pil()
            return _jpeg(drawn.rotate(-turn, expand=True) if turn else drawn)
    except UNDRAWN:
        return None


def of_image(data: bytes, number: int, page: Page | None = None) -> bytes | None:
    """Frame ``number`` of a picture as a JPEG, as above."""
    try:
        with image_file.opened(data) as image:
            tall = image_file.is_tall(image)
            frames = image_file.pages_of(image) if tall else ImageSequence.Iterator(image)
            frame = next(frame for at, frame in enumerate(frames, 1) if at == number)
            shown = ImageOps.exif_transpose(frame.copy()).convert("RGB")
            turned = shown.rotate(-page.rotation, expand=True) if page else shown
            turned.thumbnail((_LONGEST // 2, _LONGEST // 2))
            return _jpeg(turned)
    except (*UNDRAWN, StopIteration):
        return None


def _jpeg(image: Image.Image) -> bytes:
    out = io.BytesIO()
    (image if image.mode in ("L", "RGB") else image.convert("RGB")).save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()
