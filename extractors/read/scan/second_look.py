"""Which lines of a table were cut amiss or read with doubt, and what do they say cut anew from the ink of their cell?

In:     the picture and its ink without rules, the cells, the boxes of lines and what was read of them.
Out:    boxes and texts, those of doubtful cells as the better of the two looks has them.
Raises: nothing.

The detector sees a page from afar: lines set tight come in one box, or in boxes that lie over each other. In a cell,
whose sides are known, bare rows of paper part the lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from extractors.read.ocr.engine import Picture, Quads, recognise
from extractors.read.scan.orientation import strip
from extractors.read.scan.settings import SECOND_LOOK
from extractors.read.scan.type_size import ReadLine, type_sizes
from schemas.locator import Box

Ink = NDArray[np.uint8]


def looked_at_again(picture: Picture, bare: Ink, cells: Sequence[Box], lines: Sequence[ReadLine]) -> list[ReadLine]:
    """The lines of the page; ``bare`` is the ink without the rules, ``cells`` are in pixels."""
    if not lines or not cells:
        return list(lines)
    usual = float(np.median(type_sizes(lines)))
    members = [(cell, [lines[index] for index in inside]) for cell, inside in by_cell(cells, lines)]
    members = [(cell, old) for cell, old in members if not _is_mark(old)]
    missed = {id(old) for cell, old in members if _is_passed_over(old, bare, cell, usual)}
    asked = [(old, _cut(bare, cell, usual)) for cell, old in members if id(old) in missed or _is_doubtful(old)]
    dropped: set[int] = set()
    added: list[ReadLine] = []
    for old, new in _anew(picture, asked):
        if _is_better(new, old):
            dropped.update(id(quad) for quad, _ in old)
            added.extend(new)
        elif id(old) in missed:
            dropped.update(id(quad) for quad, _ in old)
            added.extend(_doubted(old))
    return [*(line for line in lines if id(line[0]) not in dropped), *added]


def _anew(
    picture: Picture, asked: Sequence[tuple[Sequence[ReadLine], Sequence[Quads]]]
) -> Iterator[tuple[Sequence[ReadLine], list[ReadLine]]]:
    """The lines of each cell as they were, and as they read by its own ink; all recognised at once."""
    found = recognise([strip(picture, quad) for _, quads in asked for quad in quads])
    start = 0
    for old, quads in asked:
        yield old, list(zip(quads, found[start : start + len(quads)], strict=True))
        start += len(quads)


def by_cell(cells: Sequence[Box], lines: Sequence[ReadLine]) -> Iterator[tuple[Box, list[int]]]:
    """Which lines have their middle in which cell."""
    middles = np.array([quad.mean(axis=0) for quad, _ in lines])
    for cell in cells:
        x0, top, x1, bottom = cell
        within = (x0 < middles[:, 0]) & (middles[:, 0] < x1) & (top < middles[:, 1]) & (middles[:, 1] < bottom)
        if within.any():
            yield cell, np.flatnonzero(within).tolist()


def _is_passed_over(lines: Sequence[ReadLine], bare: Ink, cell: Box, usual: float) -> bool:
    """Whether there is ink for a sign in a cell above or below all boxes: a last line that touches the one before."""
    left, top, right, bottom = _inside(cell)
    part = bare[top:bottom, left:right].copy()
    for quad, _ in lines:
        x0, y0, x1, y1 = (round(float(value)) for value in (*quad.min(axis=0), *quad.max(axis=0)))
        part[max(y0 - top, 0) : max(y1 - top, 0), max(x0 - left, 0) : max(x1 - left, 0)] = 0
    return bool(part.sum() >= SECOND_LOOK.passed_over * usual**2)


def _doubted(lines: Sequence[ReadLine]) -> list[ReadLine]:
    """The lines of a cell that may hold more than was read. Their scores stay: these tell a box from a letter."""
    return [(quad, line._replace(short=True)) for quad, line in lines]


def _inside(cell: Box) -> tuple[int, int, int, int]:
    """The cell without its rim, in whole pixels."""
    left, top, right, bottom = (round(value) for value in cell)
    inset = SECOND_LOOK.inset
    return max(left + inset, 0), max(top + inset, 0), max(right - inset, 0), max(bottom - inset, 0)


def _is_doubtful(lines: Sequence[ReadLine]) -> bool:
    """Whether the lines of a cell lie over each other, or were read with doubt."""
    return _overlap(lines) or any(min(line.scores, default=0.0) < SECOND_LOOK.doubt for _, line in lines)


def _is_mark(lines: Sequence[ReadLine]) -> bool:
    """Whether nothing but one sign was read: a mark is told by its ink, not by its letters."""
    return sum(len(line.text.strip()) for _, line in lines) <= 1


def _overlap(lines: Sequence[ReadLine]) -> bool:
    """Whether two boxes hold in part the same line; those of lines set tight touch by less."""
    for (one, _), (other, _) in combinations(lines, 2):
        x0, y0 = np.maximum(one.min(axis=0), other.min(axis=0))
        x1, y1 = np.minimum(one.max(axis=0), other.max(axis=0))
        lower = min(float(np.ptp(one[:, 1])), float(np.ptp(other[:, 1])))
        narrower = min(float(np.ptp(one[:, 0])), float(np.ptp(other[:, 0])))
        if x1 - x0 > SECOND_LOOK.beside * narrower and y1 - y0 > SECOND_LOOK.over * lower:
            return True
    return False


def _is_better(new: Sequence[ReadLine], old: Sequence[ReadLine]) -> bool:
    """Whether the second look is believed: boxes that were in order must miss signs, or have been read far worse."""
    if _overlap(old):
        return _worth(new) > _worth(old)
    signs = [sum(len(line.text) for _, line in lines) for lines in (new, old)]
    if signs[0] > signs[1]:
        return _worth(new) > _worth(old) - SECOND_LOOK.lost
    return signs[0] == signs[1] and _worth(new) > _worth(old) + SECOND_LOOK.better


def _worth(lines: Sequence[ReadLine]) -> float:
    """How surely a cell was read: the mean score of its signs."""
    scores = [score for _, line in lines for score in line.scores]
    return sum(scores) / len(scores) if scores else 0.0


def _cut(bare: Ink, cell: Box, usual: float) -> list[Quads]:
    """The boxes of the lines in one cell, from its ink; ``usual`` is the height of the type of the page."""
    inset = SECOND_LOOK.inset
    x0, top, x1, bottom = (round(value) for value in cell)
    part = bare[max(top + inset, 0) : bottom - inset, max(x0 + inset, 0) : x1 - inset]
    if not part.size:
        return []
    quads = []
    for first, last in _rows(part, usual):
        columns = np.flatnonzero(part[first : last + 1].any(axis=0))
        left, right = x0 + inset + int(columns[0]), x0 + inset + int(columns[-1]) + 1
        pad = SECOND_LOOK.pad * usual
        a, b = left - pad, right + pad
        c, d = top + inset + first - pad / 2, top + inset + last + 1 + pad / 2
        quads.append(np.array([[a, c], [b, c], [b, d], [a, d]], np.float32))
    return quads


def _rows(part: Ink, usual: float) -> list[tuple[int, int]]:
    """From which row to which each line of a cell reaches."""
    filled = np.flatnonzero(part.sum(axis=1) > 0)
    runs: list[list[int]] = []
    for row in filled.tolist():
        if runs and row - runs[-1][1] <= 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    lines: list[list[int]] = []
    for first, last in runs:
        # Strokes of one sign stand nearer than lines: 二, the dot of an i.
        if lines and last - lines[-1][0] < SECOND_LOOK.line * usual:
            lines[-1][1] = last
        else:
            lines.append([first, last])
    lines = [line for first, last in lines for line in _parted(part, first, last, usual)]
    return [(first, last) for first, last in lines if last - first >= SECOND_LOOK.low * usual]


def _parted(part: Ink, first: int, last: int, usual: float) -> list[list[int]]:
    """Two lines that touch, parted where least ink is."""
    high = last - first + 1
    if high < SECOND_LOOK.tall * usual:
        return [[first, last]]
    rim = max(round(SECOND_LOOK.middle * high), 1)
    ink = part[first + rim : last - rim + 1].sum(axis=1)
    if not len(ink):
        return [[first, last]]
    at = first + rim + int(ink.argmin())
    return [*_parted(part, first, at - 1, usual), *_parted(part, at, last, usual)]
