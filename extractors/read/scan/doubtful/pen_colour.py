"""Which words of a page printed in black are written in coloured ink?

In:     the straightened picture, its ink without rules, and the lines that were read.
Out:    the middles of the characters in colour, in pixels.
Raises: nothing.

A pen is blue or red, print is black. Where much of a page is in colour, colour tells nothing; titles and addresses of
mail and web are printed in colour. A pen draws strokes: what is filled (a star, an emblem, a logo) is print.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.read.ocr.engine import Picture
from extractors.read.scan.settings import PEN
from extractors.read.scan.type_size import ReadLine, middles, type_sizes

Ink = NDArray[np.uint8]
Shades = NDArray[np.float32]
_OF_ADDRESSES = ("@", "www", "http", ".com", ".cn")


def in_colour(lines: Sequence[ReadLine], picture: Picture, bare: Ink) -> list[tuple[float, float]]:
    """Where characters in coloured ink stand; none where too many of the page are."""
    if not lines:
        return []
    sizes = type_sizes(lines)
    usual = float(np.median(sizes))
    signs = sum(len(line.chars) for _, line in lines)
    found = [
        place for line, em in zip(lines, sizes, strict=True) for place in _of_line(line, em, usual, (picture, bare))
    ]
    return found if len(found) <= PEN.most * signs else []


def _of_line(line: ReadLine, em: float, usual: float, page: tuple[Picture, Ink]) -> Iterator[tuple[float, float]]:
    """The characters of one line that are in colour."""
    quad, text = line
    if em > PEN.title * usual or any(part in text.text.lower() for part in _OF_ADDRESSES):
        return
    picture, bare = page
    x0, top = (max(round(float(value)), 0) for value in quad.min(axis=0))
    x1, bottom = (round(float(value)) for value in quad.max(axis=0))
    colour, ink = _colour(picture[top:bottom, x0:x1]), bare[top:bottom, x0:x1] > 0
    if not ink.any() or float((colour[ink] >= PEN.coloured).mean()) < PEN.part:
        return
    for char, x in zip(text.chars, middles(line), strict=True):
        about = slice(max(round(x - em / 2) - x0, 0), max(round(x + em / 2) - x0, 0))
        own = colour[:, about][ink[:, about]]
        drawn = own.size > 0 and float(np.median(own)) >= PEN.coloured and not _is_filled(ink[:, about], em)
        if char.strip() and drawn:
            yield x, float(quad[:, 1].mean())


def _is_filled(sign: NDArray[np.bool_], em: float) -> bool:
    """Whether most of the ink of a sign lies in a body broader than any stroke of its size."""
    broad = round(PEN.broad * em) | 1
    body = cv2.morphologyEx(sign.astype(np.uint8), cv2.MORPH_OPEN, np.ones((broad, broad), np.uint8))
    return int(body.sum()) > PEN.filled * int(sign.sum())


def _colour(part: Picture) -> Shades:
    """How much less the ink takes of one primary colour than of another, as a share: 0 is grey."""
    if not part.size:
        return np.zeros(part.shape[:2], np.float32)
    paper = np.percentile(part.reshape(-1, 3), PEN.paper, axis=0)
    taken = np.clip(paper - part.astype(np.float32), 0, None)
    most, least = taken.max(axis=2), taken.min(axis=2)
    return np.asarray((most - least) / np.maximum(most, PEN.faint), np.float32)
