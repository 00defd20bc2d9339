"""Which ink of a page is dirt: the specks that faxes and copiers strew over it.

In:     the picture of a page, and its resolution.
Out:    the picture without specks that stand far from all writing; one that has few stays as it is.
Raises: nothing.

A speck beside a letter may be its point: it stays. So do points in a row, which are leaders or a dotted rule.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.read.components import components
from extractors.read.ocr.engine import Picture
from extractors.read.scan.rules import ink
from extractors.read.scan.settings import SPECK

Ink = NDArray[np.uint8]


def without_specks(picture: Picture, dpi: float) -> Picture:
    """The picture with the paper's own colour where dirt was."""
    if dpi < SPECK.coarsest:
        return picture
    dark = ink(np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), np.uint8), dpi)
    specks, count = _specks(dark, dpi)
    if count < SPECK.fewest:
        return picture
    cleaned = picture.copy()
    grown = cv2.dilate(specks, np.ones((3, 3), np.uint8)) > 0
    cleaned[grown] = np.median(picture[::8, ::8].reshape(-1, 3), axis=0).astype(np.uint8)
    return cleaned


def _specks(dark: Ink, dpi: float) -> tuple[Ink, int]:
    """Small bodies of ink apart from larger ones, and not in a row; how many lie where there is nothing else."""
    _, marked, stats, _ = components(dark)
    labels = np.asarray(marked, np.int32)
    small = np.max(stats[:, 2:4], axis=1) <= max(SPECK.largest * dpi, 2.0)
    small[0] = False
    letters = np.asarray(~small, np.uint8)
    letters[0] = 0
    alone = _apart(labels, small, letters, SPECK.near * dpi)
    alone[_in_a_row(alone, dpi) > 0] = 0
    return alone, len(np.unique(labels[_apart(labels, small, letters, SPECK.far * dpi) > 0]))


def _apart(labels: NDArray[np.int32], small: NDArray[np.bool_], letters: Ink, away: float) -> Ink:
    """The small bodies of ink that lie so far from all larger ones."""
    reach = 2 * round(away) + 1
    beside = cv2.dilate(letters[labels], np.ones((reach, reach), np.uint8))
    kept = small.copy()
    kept[np.unique(labels[beside > 0])] = False
    return np.asarray(kept, np.uint8)[labels]


def _in_a_row(points: Ink, dpi: float) -> Ink:
    """The points that make a line, level or upright."""
    gap, long = round(SPECK.gap * dpi) | 1, round(SPECK.row * dpi)
    rows = np.zeros_like(points)
    for shape, line in (((1, gap), (1, long)), ((gap, 1), (long, 1))):
        closed = cv2.morphologyEx(points, cv2.MORPH_CLOSE, np.ones(shape, np.uint8))
        rows |= np.asarray(cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones(line, np.uint8)), np.uint8)
    return rows
