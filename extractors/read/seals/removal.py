"""Which ink of a scanned page is no writing: red seals laid over text.

In:     a colour picture.
Out:    the picture without the red of its seals. Red titles stay.
Raises: nothing.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.read.ocr.engine import Picture

_REDDER = 28
"""How much more red than green and blue a pixel of seal ink is."""

_SMALLEST = 0.045
_LARGEST = 0.34
"""A seal's diameter as a share of the page's longer side (13 to 100 mm of A4)."""


def without_seals(picture: Picture) -> Picture:
    """The picture with the red ink of seals taken out; the black under it stays."""
    blue, green, red = cv2.split(picture)
    redder = cv2.subtract(red, cv2.max(green, blue))
    mask = np.asarray(redder > _REDDER, np.uint8)
    if int(mask.sum()) < 200:
        return picture
    places = _seals(mask)
    if not places:
        return picture
    cleaned = picture.copy()
    for x, y, wide, high in places:
        part = cleaned[y : y + high, x : x + wide]
        inked = cv2.dilate(mask[y : y + high, x : x + wide], np.ones((3, 3), np.uint8)) > 0
        # Where the seal covers writing the red channel is dark: the writing stays, the seal goes.
        light = np.maximum(red[y : y + high, x : x + wide], 0)
        paper = int(np.percentile(light, 90))
        shown = np.where(light > 0.62 * paper, paper, light).astype(np.uint8)
        part[inked] = shown[inked][:, None]
    return cleaned


def _seals(mask: NDArray[np.uint8]) -> list[tuple[int, int, int, int]]:
    """Boxes of red shapes that are as large and as round as seals; their letters lie within."""
    longer = max(mask.shape)
    scale = min(1.0, 600 / longer)
    small = cv2.resize(mask, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else mask
    small = cv2.dilate(np.asarray(small > 0, np.uint8), np.ones((3, 3), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(small, connectivity=8)
    found = []
    for index in range(1, count):
        x, y, wide, high, area = (int(value) for value in stats[index])
        size = max(wide, high) / (longer * scale)
        if _SMALLEST <= size <= _LARGEST and min(wide, high) >= 0.4 * max(wide, high) and area < 0.7 * wide * high:
            pad = round(2 / scale)
            left, top = max(round(x / scale) - pad, 0), max(round(y / scale) - pad, 0)
            found.append((left, top, round(wide / scale) + 2 * pad, round(high / scale) + 2 * pad))
    return found
