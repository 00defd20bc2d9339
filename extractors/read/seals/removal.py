"""Which ink of a scanned page is no writing: red seals laid over text.

In:     a colour picture.
Out:    the picture without the red of its seals. Red titles stay.
Raises: nothing.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.read.components import components
from extractors.read.ocr.engine import Picture
from extractors.read.seals import ink
from extractors.read.seals.settings import REMOVAL


def without_seals(picture: Picture) -> Picture:
    """The picture with the red ink of seals taken out; the black under it stays."""
    blue, green, red = cv2.split(picture)
    mask = np.asarray(ink.redness(red, green, blue) > REMOVAL.redder, np.uint8)
    if int(mask.sum()) < REMOVAL.least_ink:
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
        paper = int(np.percentile(light, REMOVAL.paper))
        shown = np.where(light > REMOVAL.light * paper, paper, light).astype(np.uint8)
        part[inked] = shown[inked][:, None]
    return cleaned


def _seals(mask: NDArray[np.uint8]) -> list[tuple[int, int, int, int]]:
    """Boxes of red shapes that are as large and as round as seals; their letters lie within."""
    longer = max(mask.shape)
    scale = min(1.0, REMOVAL.coarse / longer)
    small = cv2.resize(mask, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else mask
    small = cv2.dilate(np.asarray(small > 0, np.uint8), np.ones((3, 3), np.uint8))
    count, _, stats, _ = components(small)
    found = []
    for index in range(1, count):
        x, y, wide, high, area = (int(value) for value in stats[index])
        size = max(wide, high) / (longer * scale)
        even = min(wide, high) >= REMOVAL.even * max(wide, high)
        if REMOVAL.smallest <= size <= REMOVAL.largest and even and area < REMOVAL.filled * wide * high:
            pad = round(2 / scale)
            left, top = max(round(x / scale) - pad, 0), max(round(y / scale) - pad, 0)
            found.append((left, top, round(wide / scale) + 2 * pad, round(high / scale) + 2 * pad))
    return found
