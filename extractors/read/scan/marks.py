"""Which sign is a lone body of ink in a cell: a tick, a cross, a ring?

In:     the ink of a cell, without rules.
Out:    √, × or ○; "" where it is none of them.
Raises: nothing.

A recogniser takes a tick of a pen for J, く or nothing: it was taught letters. What a mark is, its course says.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.layout.lines import is_hanzi
from extractors.read.components import components
from extractors.read.ocr.engine import RecognisedLine
from extractors.read.scan.second_look import by_cell
from extractors.read.scan.settings import MARK, SECOND_LOOK
from extractors.read.scan.type_size import ReadLine
from schemas.locator import Box

Ink = NDArray[np.uint8]
Shape = NDArray[np.bool_]


def with_marks(lines: Sequence[ReadLine], bare: Ink, cells: Sequence[Box], dpi: float) -> list[ReadLine]:
    """The lines of a page, those told by their ink that hold nothing but a mark; ``cells`` are in pixels."""
    found = list(lines)
    for cell, inside in by_cell(cells, lines):
        text = "".join(lines[index][1].text for index in inside).strip()
        sure = max((lines[index][1].score for index in inside), default=0.0) >= MARK.read
        # A lone letter is what a tick looks like (J, V), however sure the recogniser is; a hanzi or digit is none.
        if len(text) > 1 or len(inside) > 1 or (sure and (is_hanzi(text) or text.isdecimal())):
            continue
        left, top, right, bottom = (round(value) for value in cell)
        edge = SECOND_LOOK.inset
        sign = mark_of(bare[max(top + edge, 0) : bottom - edge, max(left + edge, 0) : right - edge], dpi)
        if sign:
            found[inside[0]] = (lines[inside[0]][0], RecognisedLine((sign,), (0.5,), (1.0,)))
    return found


def mark_of(cell: Ink, dpi: float) -> str:
    """The mark that the ink of a cell makes; a second body of ink of any size is more than a mark."""
    count, labels, stats, _ = components(cell)
    # What is thin is left of a rule, or a stroke of a pen that slipped.
    least = (MARK.speck * dpi, MARK.thin * dpi / 2)
    large = [
        index for index in range(1, count) if max(stats[index][2:4]) >= least[0] and min(stats[index][2:4]) >= least[1]
    ]
    if len(large) != 1:
        return ""
    x, y, wide, high, _ = (int(value) for value in stats[large[0]])
    if not (MARK.smallest * dpi <= max(wide, high) <= MARK.largest * dpi and min(wide, high) >= MARK.thin * dpi):
        return ""
    body = labels[y : y + high, x : x + wide] == large[0]
    if _is_tick(body):
        return "√"
    return "×" if _is_cross(body) else "○" if _is_ring(body) else ""


def _is_tick(body: Shape) -> bool:
    """Whether a stroke falls to a low point left of the middle, and rises from there to the upper right."""
    high, wide = body.shape
    depth = body.sum(axis=0)
    course = (body * np.arange(high)[:, None]).sum(axis=0) / np.maximum(depth, 1) / high
    low = int(np.argmax(np.where(depth > 0, body.shape[0] - 1 - body[::-1].argmax(axis=0), -1)))
    if not MARK.low_from * wide <= low <= MARK.low_to * wide:
        return False
    arm = course[low:]
    steps = np.array_split(arm, MARK.steps)
    heights = [float(step.mean()) for step in steps if len(step)]
    rises = all(after < before for before, after in pairwise(heights))
    thin = float(np.median(depth[low + wide // 8 :])) <= MARK.stroke * high
    return rises and heights[-1] <= MARK.top and thin


def _is_cross(body: Shape) -> bool:
    """Whether ink goes through the middle and to all corners, and leaves the middles of the sides bare."""
    high, wide = body.shape
    if not 1 / MARK.even <= wide / high <= MARK.even:
        return False
    y, x = max(high // 3, 1), max(wide // 3, 1)
    corners = (body[:y, :x], body[:y, -x:], body[-y:, :x], body[-y:, -x:], body[y:-y, x:-x])
    sides = (body[: y // 2, x:-x], body[-(y // 2) :, x:-x], body[y:-y, : x // 2], body[y:-y, -(x // 2) :])
    inked = all(part.size and part.mean() >= MARK.inked for part in corners)
    return inked and all(part.size == 0 or part.mean() <= MARK.bare for part in sides)


def _is_ring(body: Shape) -> bool:
    """Whether a stroke encloses most of its box, and leaves the corners bare."""
    high, wide = body.shape
    if not 1 / MARK.even <= wide / high <= MARK.even:
        return False
    padded = np.pad(np.asarray(body, np.uint8), 1)
    outside = padded.copy()
    cv2.floodFill(outside, None, (0, 0), 1)
    hole = float((outside == 0).sum()) / (high * wide)
    return hole >= MARK.hole and not any(body[y, x] for y in (0, -1) for x in (0, -1))
