"""Which words of a scanned page does a stroke of the pen cross out?

In:     the ink of the straightened picture, with its rules, and the lines that were read.
Out:    the middles of the characters that a stroke crosses, in pixels.
Raises: nothing.

What is crossed out often reads as if it were not: the stroke runs where a digit has one of its own. But a stroke runs
on past the words at both ends and through the gaps between them, where nothing else is; signs that touch do not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.read.scan.settings import PEN
from extractors.read.scan.type_size import ReadLine, middles, type_sizes

Ink = NDArray[np.uint8]
Run = tuple[int, int]

_LEVEL_SIGNS = frozenset("—－-_一–―─ー~～=＝…")
"""Signs that are a level stroke themselves."""


def crossed_out(lines: Sequence[ReadLine], ink: Ink) -> list[tuple[float, float]]:
    """Where characters stand that a stroke goes through."""
    found = []
    for line, em in zip(lines, type_sizes(lines), strict=True):
        y = float(line[0][:, 1].mean())
        for start, end in _strokes(line, em, ink):
            places = zip(line[1].chars, middles(line), strict=True)
            found.extend((x, y) for char, x in places if start <= x <= end and char not in _LEVEL_SIGNS)
    return found


def _strokes(line: ReadLine, em: float, ink: Ink) -> Iterator[Run]:
    """From where to where strokes run through the body of a line."""
    quad, _ = line
    (x0, y0), (x1, y1) = quad.min(axis=0), quad.max(axis=0)
    # Of odd sides: a stroke of even ones would be shifted.
    long, beyond = round(PEN.long * em) | 1, round(PEN.beyond * em)
    high = float(y1 - y0)
    top, bottom = max(round(float(y0) + PEN.top * high), 0), round(float(y0) + PEN.foot * high)
    left, right = max(round(float(x0)) - beyond, 0), round(float(x1)) + beyond
    part = ink[top:bottom, left:right]
    if long < PEN.least or x1 - x0 < long or not _may_hold(part, long):
        return
    straight = np.zeros_like(part)
    for kernel in _kernels(long):
        straight |= cv2.morphologyEx(part, cv2.MORPH_OPEN, kernel, borderType=cv2.BORDER_CONSTANT, borderValue=0)
    whole = ink[max(round(float(y0)), 0) : round(float(y1)), left:right]
    for start, end in _runs(straight.any(axis=0)):
        # What goes on beyond the words on both sides is a rule.
        within = end - start >= long and (start > 0 or end < part.shape[1])
        if within and _runs_past(_depths(whole[:, start:end]) <= PEN.thick * em, em):
            yield left + start, left + end


def _depths(part: Ink) -> NDArray[np.intp]:
    """How deep each column is inked, from its uppermost ink to its lowest."""
    filled = part > 0
    first, last = filled.argmax(axis=0), filled.shape[0] - 1 - filled[::-1].argmax(axis=0)
    return np.asarray(np.where(filled.any(axis=0), last - first + 1, 0), np.intp)


def _runs_past(thin: NDArray[np.bool_], em: float) -> bool:
    """Whether a run is alone at both its ends, and between words; ``thin``: its columns that hold no more than it."""
    signs = np.flatnonzero(~thin)
    if not len(signs):
        return False
    ends = min(int(signs[0]), len(thin) - 1 - int(signs[-1]))
    return ends >= PEN.past * em and int(thin.sum()) >= PEN.alone * em


def _may_hold(part: Ink, long: int) -> bool:
    """Whether there are so many columns without a gap: between printed signs there is one."""
    return any(end - start >= long for start, end in _runs(part.any(axis=0)))


def _runs(filled: NDArray[np.bool_]) -> list[Run]:
    """Where columns are filled, one after the other."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], filled, [False]]).astype(np.int8)))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


@cache
def _kernels(long: int) -> tuple[Ink, ...]:
    """Straight strokes of this length, level and leaning a little."""
    found = []
    for rise in range(-PEN.steps, PEN.steps + 1):
        down = 2 * round(rise * PEN.steep * long / PEN.steps / 2)
        kernel = np.zeros((abs(down) + 1, long), np.uint8)
        cv2.line(kernel, (0, max(-down, 0)), (long - 1, max(down, 0)), 1, 1)
        found.append(kernel)
    return tuple(found)
