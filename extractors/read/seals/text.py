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
from extractors.read.seals.ink import Rgb
from schemas.document import Seal

_LETTERS = (0.56, 0.97)
"""Between which shares of the radius the name stands."""

_STRIP = 48
_SURE = 0.85
"""What the least sure letter must score: with writing under the seal, letters are misread at 0.2 to 0.8 (measured)."""

_LEAST = 4


def text_of(picture: Rgb, dpi: float, seal: Seal) -> str:
    """The name on a round or oval seal, or "" where it is not read with confidence."""
    if seal.kind not in ("round", "oval"):
        return ""
    strip = unrolled(picture, dpi, seal)
    said = ocr_engine.recognise([np.ascontiguousarray(strip[:, :, ::-1])])[0]
    return said.text if len(said.text) >= _LEAST and min(said.scores) >= _SURE else ""


def unrolled(picture: Rgb, dpi: float, seal: Seal) -> Rgb:
    """The ring laid out straight, letters upright, begun where the widest gap between letters is."""
    x0, y0, x1, y1 = (value * dpi / 72 for value in seal.bbox)
    across, down = (x1 - x0) / 2, (y1 - y0) / 2
    wide = round(_STRIP * np.pi * (_LETTERS[0] + _LETTERS[1]) / (_LETTERS[1] - _LETTERS[0]))
    # Clockwise from the bottom; the outer side of the ring is the top of the letters.
    angles = np.pi / 2 + np.arange(wide) * (2 * np.pi / wide)
    radii = np.linspace(_LETTERS[1], _LETTERS[0], _STRIP)[:, None]
    map_x = ((x0 + x1) / 2 + across * radii * np.cos(angles)).astype(np.float32)
    map_y = ((y0 + y1) / 2 + down * radii * np.sin(angles)).astype(np.float32)
    strip = np.asarray(
        cv2.remap(np.ascontiguousarray(picture), map_x, map_y, cv2.INTER_CUBIC, borderValue=(255, 255, 255)), np.uint8
    )
    red = np.asarray(_red_only(strip), np.uint8)
    return np.roll(red, -_gap(red), axis=1)


def _red_only(strip: Rgb) -> NDArray[np.uint8]:
    """The strip with only its red ink, dark on white: what is printed under the seal goes."""
    light = strip.astype(np.float32)
    redder = light[:, :, 0] - np.maximum(light[:, :, 1], light[:, :, 2])
    most = max(float(np.percentile(redder, 97)), 20.0)
    grey = 255 - np.clip(redder / most, 0, 1) * 255
    return np.repeat(grey.astype(np.uint8)[:, :, None], 3, axis=2)


def _gap(strip: Rgb) -> int:
    """The column in the middle of the widest stretch without letters; the ring's own line is left out."""
    letters = (strip[_STRIP // 6 : -_STRIP // 6, :, 0] < 150).sum(axis=0) > 1
    wide = len(letters)
    best, length, start = 0, 0, 0
    for column in range(2 * wide):
        if letters[column % wide]:
            start = column + 1
        elif column - start + 1 > length:
            length, best = column - start + 1, (start + column) // 2
    return best % wide
