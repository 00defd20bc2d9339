"""What does the ring of a round seal say?

In:     the picture, its resolution and a seal found on it.
Out:    the letters around the ring, from their beginning; "" where they cannot be read with confidence.
Raises: nothing. The text decides nothing: it only lets a person compare names faster.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.read.ocr import engine as ocr_engine
from extractors.read.seals import ink
from extractors.read.seals.ink import Rgb
from extractors.read.seals.settings import SEAL_TEXT
from schemas.document import Seal


def text_of(picture: Rgb, dpi: float, seal: Seal) -> str:
    """The name on a round or oval seal, or "" where it is not read with confidence."""
    if seal.kind not in ("round", "oval"):
        return ""
    strip = unrolled(picture, dpi, seal)
    line = ocr_engine.recognise([np.ascontiguousarray(strip[:, :, ::-1])])[0]
    return line.text if len(line.text) >= SEAL_TEXT.fewest and min(line.scores) >= SEAL_TEXT.sure else ""


def unrolled(picture: Rgb, dpi: float, seal: Seal) -> Rgb:
    """The ring laid out straight, letters upright, begun where the widest gap between letters is."""
    x0, y0, x1, y1 = (value * dpi / 72 for value in seal.bbox)
    across, down = (x1 - x0) / 2, (y1 - y0) / 2
    wide = round(SEAL_TEXT.strip * np.pi * (SEAL_TEXT.inner + SEAL_TEXT.outer) / (SEAL_TEXT.outer - SEAL_TEXT.inner))
    # Clockwise from the bottom; the outer side of the ring is the top of the letters.
    angles = np.pi / 2 + np.arange(wide) * (2 * np.pi / wide)
    radii = np.linspace(SEAL_TEXT.outer, SEAL_TEXT.inner, SEAL_TEXT.strip)[:, None]
    map_x = ((x0 + x1) / 2 + across * radii * np.cos(angles)).astype(np.float32)
    map_y = ((y0 + y1) / 2 + down * radii * np.sin(angles)).astype(np.float32)
    strip = np.asarray(
        cv2.remap(np.ascontiguousarray(picture), map_x, map_y, cv2.INTER_CUBIC, borderValue=(255, 255, 255)), np.uint8
    )
    red = np.asarray(_red_only(strip), np.uint8)
    return np.roll(red, -_gap(red), axis=1)


def _red_only(strip: Rgb) -> NDArray[np.uint8]:
    """The strip with only its red ink, dark on white: what is printed under the seal goes."""
    redder = ink.redness(*cv2.split(strip.astype(np.float32)))
    most = max(float(np.percentile(redder, SEAL_TEXT.red)), SEAL_TEXT.red_least)
    grey = 255 - np.clip(redder / most, 0, 1) * 255
    return np.repeat(grey.astype(np.uint8)[:, :, None], 3, axis=2)


def _gap(strip: Rgb) -> int:
    """The column in the middle of the widest stretch without letters; the ring's own line is left out."""
    rim = SEAL_TEXT.strip // SEAL_TEXT.rim
    letters = (strip[rim:-rim, :, 0] < SEAL_TEXT.letter).sum(axis=0) > 1
    wide = len(letters)
    best, length, start = 0, 0, 0
    for column in range(2 * wide):
        if letters[column % wide]:
            start = column + 1
        elif column - start + 1 > length:
            length, best = column - start + 1, (start + column) // 2
    return best % wide
