"""What does a page of a PDF look like, as it reads?

In:     a loaded pdfium page and the turn at which it reads.
Out:    its picture in grey or in colours, and where a place on the page lies in it.
Raises: nothing.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray
from pypdfium2 import raw

from extractors.layout.geometry import Upright
from schemas.locator import Box

FINEST = 2.0
"""Pixels a point: letters of a table have strokes of a pixel or two."""

MOST_PIXELS = 6_000_000

_PLAIN = raw.FPDF_RENDER_NO_SMOOTHTEXT | raw.FPDF_RENDER_NO_SMOOTHPATH | raw.FPDF_RENDER_NO_SMOOTHIMAGE


class Picture(NamedTuple):
    """Rows of pixels (blue, green, red), turned as the page reads, how many a point has, and where they begin."""

    pixels: NDArray[np.uint8]
    scale: float
    x: float = 0.0
    y: float = 0.0

    def rows(self, box: Box) -> tuple[slice, slice]:
        """Which rows and columns of pixels a box in points takes up."""
        x0, top, x1, bottom = box
        first, last = round((top - self.y) * self.scale), round((bottom - self.y) * self.scale)
        left, right = round((x0 - self.x) * self.scale), round((x1 - self.x) * self.scale)
        return slice(max(first, 0), max(last, first, 0) + 1), slice(max(left, 0), max(right, left, 0) + 1)

    def part(self, box: Box) -> NDArray[np.uint8]:
        """The pixels of a box in points."""
        return self.pixels[self.rows(box)]


DARK = 200
"""A pixel darker than this (of 255) in any colour is ink."""


def inked(shown: Picture, box: Box) -> float:
    """The share of a box in points that shows ink."""
    part = shown.part(box)
    return float((part.min(axis=2) < DARK).mean()) if part.size else 0.0


def picture(page: pdfium.PdfPage, turn: Upright, box: Box | None = None, *, plain: bool = False) -> Picture:
    """The page with its annotations, or a ``box`` of it; ``plain``: every pixel of one colour, none softened."""
    wide, high = page.get_size()
    x0, top, x1, bottom = _unturned(box, turn, page) if box else (0.0, 0.0, wide, high)
    scale = min(FINEST, (MOST_PIXELS / max((x1 - x0) * (bottom - top), 1.0)) ** 0.5)
    left, over = int(max(x0, 0.0) * scale), int(max(top, 0.0) * scale)
    size = max(round(min(x1, wide) * scale) - left, 1), max(round(min(bottom, high) * scale) - over, 1)
    whole = max(round(wide * scale), 1), max(round(high * scale), 1)
    bitmap = pdfium.PdfBitmap.new_native(*size, raw.FPDFBitmap_BGRx)
    try:
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, *size)
        flags = raw.FPDF_ANNOT | (_PLAIN if plain else 0)
        raw.FPDF_RenderPageBitmap(bitmap.raw, page.raw, -left, -over, *whole, 0, flags)
        pixels = np.array(bitmap.to_numpy()[:, :, :3], np.uint8)
    finally:
        bitmap.close()
    quarters = (turn.rotation // 90 - raw.FPDFPage_GetRotation(page.raw)) % 4
    begins = {
        0: (left, over),
        1: (whole[1] - over - size[1], left),
        2: (whole[0] - left - size[0], whole[1] - over - size[1]),
        3: (over, whole[0] - left - size[0]),
    }[quarters]
    return Picture(np.rot90(pixels, -quarters), scale, begins[0] / scale, begins[1] / scale)


def _unturned(box: Box, turn: Upright, page: pdfium.PdfPage) -> Box:
    """A box of the upright page where it stands on the page as its file turns it."""
    quarters = (turn.rotation // 90 - raw.FPDFPage_GetRotation(page.raw)) % 4
    x0, top, x1, bottom = box
    wide, high = page.get_size()
    if quarters == 0:
        return box
    if quarters == 1:
        return top, high - x1, bottom, high - x0
    if quarters == 2:
        return wide - x1, high - bottom, wide - x0, high - top
    return wide - bottom, x0, wide - top, x1
