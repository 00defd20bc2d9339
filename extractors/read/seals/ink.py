"""Where is seal ink on a picture of a page, and could a seal's colour be told there at all?

In:     a picture as rows of red, green, blue.
Out:    masks at one pixel per point; "colour" or "grey".
Raises: nothing.
"""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.read.seals.settings import INK

Rgb = NDArray[np.uint8]
Mask = NDArray[np.uint8]
"""1 where there is ink, 0 where there is none."""

Shades = NDArray[np.float32]
Light = NDArray[Any]
"""Levels of one colour, or shares of the paper's light."""


def at_points(picture: Rgb, dpi: float) -> Rgb:
    """The picture at one pixel per point; the coloured fringes that scanners give to black type even out."""
    scale = 72.0 / dpi
    high, wide = picture.shape[:2]
    size = (max(round(wide * scale), 1), max(round(high * scale), 1))
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(np.ascontiguousarray(picture), size, interpolation=how), np.uint8)


def redness(red: Light, green: Light, blue: Light) -> Light:
    """By how much more a picture gives back in red than in green and blue; levels do not go below 0.

    The one measure of red ink: over the whole page against the light of its paper, under a seal in levels.
    """
    return np.asarray(cv2.subtract(red, cv2.max(green, blue)))


class Inks(NamedTuple):
    """Where a picture has red ink, other dark ink, and bare paper."""

    red: Mask
    dark: Mask
    bare: Mask


def inks(picture: Rgb) -> Inks:
    """What is ink and what is paper. Red ink keeps the paper's red light and takes the green and the blue."""
    paper, (red, green, blue) = _lit(picture)
    on_paper = paper > INK.least_paper
    darkest = cv2.min(cv2.min(red, green), blue)
    redder = np.asarray(redness(red, green, blue), np.float32)
    inked = on_paper & (redder > _bound(redder[on_paper])) & (red > INK.least_red)
    beside = cv2.dilate(inked.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    found = (inked, on_paper & (darkest < 1 - INK.dark) & ~beside, on_paper & (darkest > INK.bare) & ~inked)
    return Inks(*(np.asarray(mask, np.uint8) for mask in found))


def _bound(redder: Shades) -> float:
    """What stands out of this paper's own noise; pale ink on clean paper is still ink."""
    if not redder.size:
        return INK.redder_most
    usual, high = np.percentile(redder[::7], [INK.noise_usual, INK.noise_high])
    return float(np.clip(usual + INK.noise * (high - usual), INK.redder_least, INK.redder_most))


def thin(mask: Mask) -> Mask:
    """The strokes of a mask, without what is filled: banners, photographs, emblems."""
    core = cv2.dilate(cv2.morphologyEx(mask, cv2.MORPH_OPEN, _disc(INK.filled)), _disc(INK.filled_rim))
    return np.asarray(cv2.subtract(mask, core), np.uint8)


def colour_of(picture: Rgb) -> Literal["colour", "grey"]:
    """Whether the picture was taken in colour: on a grey one a seal looks like any other ink.

    A tint that all pixels of one lightness share (sepia, a warm filter) is none.
    """
    shades = cv2.split(cv2.cvtColor(np.ascontiguousarray(picture[::2, ::2]), cv2.COLOR_RGB2YCrCb))
    light = shades[0]
    levels = np.arange(256) // 16
    tinted = np.zeros(light.shape, np.uint8)
    for tint in shades[1:]:
        counts = cv2.calcHist([light, tint], [0, 1], None, [16, 256], [0, 256, 0, 256]).astype(np.float64)
        usual = (counts @ np.arange(256)) / np.maximum(counts.sum(axis=1), 1)
        most = np.minimum(np.ceil(usual + INK.tint), 255).astype(np.uint8)[levels]
        least = np.maximum(np.floor(usual - INK.tint), 0).astype(np.uint8)[levels]
        tinted |= np.asarray(cv2.compare(tint, cv2.LUT(light, most), cv2.CMP_GE), np.uint8)
        tinted |= np.asarray(cv2.compare(tint, cv2.LUT(light, least), cv2.CMP_LE), np.uint8)
    shares = cv2.resize((tinted > 0).astype(np.float32), (INK.tiles, INK.tiles), interpolation=cv2.INTER_AREA)
    tiles = shares >= INK.tinted
    down, across = np.nonzero(tiles)
    if len(down) < INK.least_tiles:
        return "grey"
    span = max(int(np.ptp(down)), int(np.ptp(across))) + 1
    return "colour" if span >= INK.least_span else "grey"


def _lit(picture: Rgb) -> tuple[Shades, tuple[Shades, Shades, Shades]]:
    """The light of the paper around each pixel in its darkest colour, and each colour's share of it."""
    smooth = cv2.blur(picture, (3, 3))
    paper = cv2.dilate(smooth, np.ones((INK.window, INK.window), np.uint8))
    light = cv2.split(cv2.blur(paper, (INK.window, INK.window)))
    red, green, blue = (
        np.asarray(cv2.divide(one, np.maximum(lit, 1), dtype=cv2.CV_32F), np.float32)
        for one, lit in zip(cv2.split(picture), light, strict=True)
    )
    return np.asarray(cv2.min(cv2.min(light[0], light[1]), light[2]), np.float32), (red, green, blue)


def _disc(size: int) -> Mask:
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size)), np.uint8)
