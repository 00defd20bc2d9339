"""What does an OFD page look like that is made of pictures?

In:     the pictures of a page with their places in points, and the package that holds them.
Out:    the page as one picture, as a scanner would give it.
Raises: nothing; a picture that does not open is left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import cv2
import numpy as np

from extractors.read.ocr.engine import Picture
from extractors.read.office_package import Package
from extractors.read.scan.images import PictureFrame, frames
from schemas.errors import UnreadableDocument
from schemas.locator import Box

DPI = 150.0
_MOST_PIXELS = 40_000_000


def composed(
    package: Package, media: Mapping[str, str], pictures: Sequence[tuple[str, Box]], width: float, height: float
) -> PictureFrame | None:
    """The page with its pictures at their places; None where none opens. ``media``: the part of each."""
    scale = 72 / DPI
    across, down = round(width / scale), round(height / scale)
    if not 0 < across * down <= _MOST_PIXELS:
        return None
    page = np.full((down, across, 3), 255, np.uint8)
    painted = False
    for resource, box in pictures:
        picture = _opened(package, media.get(resource, ""))
        if picture is not None:
            painted |= _pasted(page, picture, box, scale)
    return PictureFrame(page, scale) if painted else None


def _opened(package: Package, part: str) -> Picture | None:
    if part not in package:
        return None
    try:
        return next(frames(package.read(part), part)).picture
    except (UnreadableDocument, StopIteration):
        return None


def _pasted(page: Picture, picture: Picture, box: Box, scale: float) -> bool:
    """Paste a picture into its box, as far as that is on the page; whether any of it is."""
    x0, top, x1, bottom = (round(side / scale) for side in box)
    down, across = page.shape[:2]
    if x1 <= x0 or bottom <= top or (x1 - x0) * (bottom - top) > _MOST_PIXELS:
        return False
    fitted = cv2.resize(picture, (x1 - x0, bottom - top), interpolation=cv2.INTER_AREA)
    left, over = max(x0, 0), max(top, 0)
    right, under = min(x1, across), min(bottom, down)
    if left >= right or over >= under:
        return False
    page[over:under, left:right] = fitted[over - top : under - top, left - x0 : right - x0]
    return True
