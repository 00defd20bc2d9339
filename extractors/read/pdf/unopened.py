"""Does a page show nothing only because a picture on it does not open?

A decoder that gives up leaves the place white, and white is what an empty sheet looks like too.

In:     a loaded pdfium page and its picture as it shows.
Out:    whether the page cannot be told from what it shows.
Raises: nothing.
"""

from __future__ import annotations

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray
from pypdfium2 import raw

_COARSE = 16
"""Every so many rows and columns are looked at first: hardly a written page is of one shade there."""
_DEEPEST = 3
_MOST = 50
"""Pictures that are tried."""


def hides_a_picture(page: pdfium.PdfPage, picture: NDArray[np.uint8]) -> bool:
    """Whether all of the page is of one shade, and a picture on it cannot be opened."""
    if np.ptp(picture[::_COARSE, ::_COARSE]) or np.ptp(picture):
        return False
    placed = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=_DEEPEST)
    return any(not _opens(each.raw) for _, each in zip(range(_MOST), placed, strict=False))


def _opens(handle: object) -> bool:
    bitmap = raw.FPDFImageObj_GetBitmap(handle)
    if bitmap:
        raw.FPDFBitmap_Destroy(bitmap)
    return bool(bitmap)
