"""What lies over the text of a PDF page, painted later: areas of colour, pictures?

In:     the content of a page.
Out:    the glyphs that may be covered, and which objects can hide anything at all.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from ctypes import byref, c_float, c_int

import numpy as np
import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.layout.geometry import Glyph, Overlay
from extractors.layout.settings import OVERLAY
from extractors.read.pdf.drawing import THIN
from extractors.read.pdf.objects import address_of, painted
from extractors.read.pdf.page_content import PageContent

_SOLID, _HOLES = 250, 0.05
"""Opacity from which a pixel of a picture is solid, and the share of others that a solid picture may have."""

_PLAIN, _PICTURE = "plain", "picture"


def maybe_covered(content: PageContent, own: Sequence[int]) -> dict[int, bool]:
    """The glyphs in whose place something was painted later, and whether that is a picture."""
    glyphs, drawn = content.seen.glyphs, content.drawn
    # Where a picture of the whole page lies over its text, the page is read as a picture.
    if not own or not drawn.overlays or drawn.buries:
        return {}
    beneath = _beneath(glyphs, own, drawn.overlays)
    if not beneath:
        return {}
    order, pictures = _order(content.page)
    at = [order.get(address, len(order)) for address in content.objects]
    later = {number: _later(overlays, at[glyphs[number].run]) for number, overlays in beneath.items()}
    handles = dict(zip((id(over) for over in drawn.overlays if over.picture), pictures, strict=False))
    kinds = _kinds(later.values(), handles, content.page)
    hiding = {number: _is_hidden_by_picture(overlays, kinds) for number, overlays in later.items()}
    return {number: by_picture for number, by_picture in hiding.items() if by_picture is not None}


def _beneath(glyphs: Sequence[Glyph], own: Sequence[int], overlays: Sequence[Overlay]) -> dict[int, list[Overlay]]:
    """What lies in the place of each glyph that has anything there."""
    return {
        number: [over for over in overlays if _is_under(glyphs[number], over)]
        for number in _somewhere_under(glyphs, own, overlays)
    }


def _later(overlays: Sequence[Overlay], at: int) -> list[Overlay]:
    """Those painted after the string at this place of the order."""
    return [over for over in overlays if at < over.above]


def _kinds(later: Iterable[Sequence[Overlay]], handles: Mapping[int, object], page: pdfium.PdfPage) -> dict[int, str]:
    """How each picture among them covers; only these are opened, as a page may have thousands."""
    asked = dict.fromkeys(id(over) for overlays in later for over in overlays if over.picture)
    return {picture: _cover_of(handles[picture], page) for picture in asked if picture in handles}


def _is_hidden_by_picture(overlays: Sequence[Overlay], kinds: Mapping[int, str]) -> bool | None:
    """Whether the last that hides a glyph is a picture with something on it; None where nothing hides it."""
    hiding = [over for over in overlays if not over.picture or kinds.get(id(over))]
    return hiding[-1].picture and kinds[id(hiding[-1])] != _PLAIN if hiding else None


def _somewhere_under(glyphs: Sequence[Glyph], own: Sequence[int], overlays: Sequence[Overlay]) -> list[int]:
    """Those glyphs whose middle lies in the box of any of these."""
    boxes = np.array([over.box for over in overlays])
    middles = np.array([((glyphs[at].x0 + glyphs[at].x1) / 2, (glyphs[at].top + glyphs[at].bottom) / 2) for at in own])
    hit = np.zeros(len(own), bool)
    for x0, top, x1, bottom in boxes:
        hit |= (middles[:, 0] >= x0) & (middles[:, 0] <= x1) & (middles[:, 1] >= top) & (middles[:, 1] <= bottom)
    return [number for number, under in zip(own, hit, strict=True) if under]


def _is_under(glyph: Glyph, over: Overlay) -> bool:
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    x0, top, x1, bottom = over.box
    return x0 <= x <= x1 and top <= y <= bottom


def _order(page: pdfium.PdfPage) -> tuple[dict[int, int], list[object]]:
    """The number of each string in the order of painting, and the pictures that may lie over one."""
    order: dict[int, int] = {}
    pictures = []
    for item in painted(page):
        if item.kind == raw.FPDF_PAGEOBJ_TEXT:
            order[address_of(item.handle)] = len(order)
        elif item.kind == raw.FPDF_PAGEOBJ_IMAGE and order and not raw.FPDFPageObj_HasTransparency(item.handle):
            pictures.append(item.handle)
    return order, pictures


def covers(handle: object, kind: int, page: pdfium.PdfPage) -> bool:
    """Whether an object can hide what is beneath: a line cannot, nor what shines through, as the print of a seal."""
    if raw.FPDFPageObj_HasTransparency(handle):
        return False
    if kind == raw.FPDF_PAGEOBJ_IMAGE:
        return bool(_cover_of(handle, page))
    if kind != raw.FPDF_PAGEOBJ_PATH:
        return True
    fill, stroke = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(handle, byref(fill), byref(stroke))
    return fill.value != 0 or _is_band(handle)


def _is_band(handle: object) -> bool:
    """Whether a line is so thick that words find room beneath it."""
    width = c_float()
    return bool(raw.FPDFPageObj_GetStrokeWidth(handle, byref(width))) and width.value > THIN


def _cover_of(handle: object, page: pdfium.PdfPage) -> str:
    """What a picture can hide text as: one plain area, a picture of something, or nothing as it shines through."""
    rendered = raw.FPDFImageObj_GetRenderedBitmap(page.pdf.raw, page.raw, handle)
    if not rendered:
        return ""
    # The wrapper frees the picture when it is let go.
    bitmap = pdfium.PdfBitmap.from_raw(rendered)
    pixels = bitmap.to_numpy()
    if bitmap.format == raw.FPDFBitmap_BGRA and float((pixels[:, :, 3] < _SOLID).mean()) >= _HOLES:
        return ""
    return _PLAIN if int(np.ptp(pixels[:, :, 0])) < OVERLAY.contrast else _PICTURE
