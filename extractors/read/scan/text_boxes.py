"""Which boxes hold one line of text each: those found, cut at rules and between lines, and what they passed over.

In:     the ink of a straightened picture, its rules, and the boxes of the lines that were found.
Out:    boxes of single lines; in cells, also of ink that no line covers (single characters, ticks).
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.layout.geometry import Edge
from extractors.layout.ruled.lattice import lattices
from extractors.read.components import components
from extractors.read.ocr.engine import Quads
from extractors.read.scan.settings import TEXT_BOX
from schemas.locator import Box

Ink = NDArray[np.uint8]
Parts = NDArray[np.int32]
"""Bodies of ink, one in a row: from the left, from the top, to the right, to the bottom."""


def single_lines(quad: Quads, down: Sequence[Edge], ink: Ink, usual: float, cells: Sequence[Box] = ()) -> list[Quads]:
    """The box cut where upright rules cross it, and between its lines. ``usual`` is the height of most boxes.

    In a cell, where lines are set tight, it is also freed of what reaches into it from its neighbours.
    """
    cut = [line for piece in _at_rules(quad, down) for line in _by_lines(piece, ink, usual)]
    return [_alone(line, ink) if _in_a_cell(line, cells) else line for line in cut]


def _in_a_cell(quad: Quads, cells: Sequence[Box]) -> bool:
    x, y = quad.mean(axis=0)
    return any(left < x < right and top < y < bottom for left, top, right, bottom in cells)


def _alone(quad: Quads, ink: Ink) -> Quads:
    """The box without what reaches into it from the lines above and below: ink at its edge, apart from its own."""
    (x0, y0), (x1, y1) = np.maximum(np.round(quad.min(axis=0)).astype(int), 0), np.round(quad.max(axis=0)).astype(int)
    if float(np.abs(np.diff(quad[[0, 1, 3, 2], 1])[::2]).max()) > TEXT_BOX.slant:
        return quad
    runs = _runs_of(np.flatnonzero(ink[y0:y1, x0:x1].any(axis=1)))
    low = TEXT_BOX.intruder * float(y1 - y0)
    first, last = 0, len(runs) - 1
    if first < last and runs[first][0] <= 1 and runs[first][1] - runs[first][0] < low:
        first += 1
    if first < last and runs[last][1] >= y1 - y0 - 2 and runs[last][1] - runs[last][0] < low:
        last -= 1
    if last - first == len(runs) - 1:
        return quad
    top = y0 + (runs[first - 1][1] + runs[first][0] + 1) / 2 if first else float(quad[:2, 1].mean())
    below = last < len(runs) - 1
    bottom = y0 + (runs[last][1] + runs[last + 1][0] + 1) / 2 if below else float(quad[2:, 1].mean())
    return np.array([[x0, top], [x1, top], [x1, bottom], [x0, bottom]], np.float32)


def _runs_of(rows: NDArray[np.intp]) -> list[tuple[int, int]]:
    """Rows that follow each other, from the first to the last; one bare row parts nothing."""
    if not len(rows):
        return []
    ends = np.flatnonzero(np.diff(rows) > TEXT_BOX.bare_rows)
    return list(zip(rows[[0, *(ends + 1)]].tolist(), rows[[*ends, len(rows) - 1]].tolist(), strict=True))


def _at_rules(quad: Quads, down: Sequence[Edge]) -> list[Quads]:
    """A line's box cut where upright rules cross it."""
    (x0, y0), (x1, y1) = quad.min(axis=0), quad.max(axis=0)
    high, middle = float(y1 - y0), float(y0 + y1) / 2
    margin, through = TEXT_BOX.cut_margin * high, TEXT_BOX.cut_through * high
    places = sorted(
        {
            edge.at
            for edge in down
            if x0 + margin < edge.at < x1 - margin and edge.start <= middle - through and edge.end >= middle + through
        }
    )
    quad = _off_rules(quad, down)
    if not places or float(x1 - x0) < high:
        return [quad]
    x0, x1 = quad[:, 0].min(), quad[:, 0].max()
    bounds = [
        float(x0),
        *(place + side for place in places for side in (-TEXT_BOX.cut_side, TEXT_BOX.cut_side)),
        float(x1),
    ]
    cut = [_slice(quad, a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=True) if b - a >= through]
    return cut or [quad]  # rules so close that no piece is left are the strokes of a sign


def _off_rules(quad: Quads, down: Sequence[Edge]) -> Quads:
    """The box without an upright rule at its very end, which would be read as a stroke: 1, 工."""
    (x0, y0), (x1, y1) = quad.min(axis=0), quad.max(axis=0)
    margin, middle, reach = TEXT_BOX.cut_margin * (y1 - y0), (y0 + y1) / 2, TEXT_BOX.cut_through * (y1 - y0)
    through = [edge.at for edge in down if edge.start <= middle - reach and edge.end >= middle + reach]
    left = max((at for at in through if x0 - 1 <= at <= x0 + margin), default=None)
    right = min((at for at in through if x1 - margin <= at <= x1 + 1), default=None)
    if (left is None and right is None) or x1 - x0 < 3 * margin:
        return quad
    side = TEXT_BOX.rule_side
    return _slice(quad, float(x0) if left is None else left + side, float(x1) if right is None else right - side)


def _slice(quad: Quads, a: float, b: float) -> Quads:
    """The part of a box between two places."""
    top = [_between(quad[0], quad[1], x) for x in (a, b)]
    low = [_between(quad[3], quad[2], x) for x in (a, b)]
    return np.array([[a, top[0]], [b, top[1]], [b, low[1]], [a, low[0]]], np.float32)


def _between(one: NDArray[np.float32], other: NDArray[np.float32], x: float) -> float:
    """How high the line through two points stands at x."""
    wide = float(other[0] - one[0])
    return float(one[1]) if wide == 0 else float(one[1] + (other[1] - one[1]) * (x - one[0]) / wide)


def _by_lines(quad: Quads, ink: Ink, usual: float) -> list[Quads]:
    """A box cut where no ink stands between its upper and its lower part."""
    (x0, y0), (x1, y1) = np.maximum(np.round(quad.min(axis=0)).astype(int), 0), np.round(quad.max(axis=0)).astype(int)
    wide, high = int(x1 - x0), int(y1 - y0)
    if high < TEXT_BOX.tall * usual and high < TEXT_BOX.upright * wide:
        return [quad]
    filled = np.flatnonzero(ink[y0:y1, x0:x1].any(axis=1))
    parts = _line_rows(filled.tolist(), TEXT_BOX.part * min(usual, wide))
    if len(parts) < 2:
        return [quad]
    pad = TEXT_BOX.pad
    bounds = [(y0 + part[0] - pad, y0 + part[1] + 1 + pad) for part in parts]
    return [np.array([[x0, a], [x1, a], [x1, b], [x0, b]], np.float32) for a, b in bounds]


def _line_rows(filled: Sequence[int], least: float) -> list[list[int]]:
    """From which row to which each line reaches; ``filled``: the rows with ink. Lower than ``least`` is no line."""
    parts: list[list[int]] = []
    for row in filled:
        if parts and (row - parts[-1][1] <= 2 or parts[-1][1] - parts[-1][0] < least):
            parts[-1][1] = row
        else:
            parts.append([row, row])
    return [part for part in parts if part[1] - part[0] >= least]


def cells_of(rules: tuple[Sequence[Edge], Sequence[Edge]], scale: float) -> list[Box]:
    """The cells that the rules close, in pixels, of every table; ``scale`` is points per pixel."""
    level, down = ([Edge(*(value * scale for value in edge)) for edge in edges] for edges in rules)
    slots = [slot for lattice in lattices(level, down) if len(lattice.slots) > 1 for slot in lattice.slots]
    boxes = (slot.box for slot in slots)
    return [(box[0] / scale, box[1] / scale, box[2] / scale, box[3] / scale) for box in boxes]


def uncovered(ink: Ink, cells: Sequence[Box], quads: Sequence[Quads], dpi: float) -> tuple[list[Quads], list[Quads]]:
    """The boxes, in pixels, of ink in cells that no line's box covers, and those of lone level strokes.

    ``ink`` is without that of the rules.
    """
    if not cells:
        return [], []
    parts = _bare(ink, quads)
    small = _smaller(quads, dpi)
    found = [box for cell in cells for box in _boxes(parts, cell, dpi, small) if not _within(box.quad, quads)]
    if len(found) > TEXT_BOX.most:
        return [], []
    return [box.quad for box in found if not box.stroke], [box.quad for box in found if box.stroke]


def without_rules(ink: Ink, rules: tuple[Sequence[Edge], Sequence[Edge]], dpi: float) -> Ink:
    """The ink without that of the rules."""
    bare, near = ink.copy(), TEXT_BOX.rule * dpi
    level, down = rules
    for at, start, end in level:
        bare[max(round(at - near), 0) : round(at + near) + 1, max(round(start - near), 0) : round(end + near)] = 0
    for at, start, end in down:
        bare[max(round(start - near), 0) : round(end + near), max(round(at - near), 0) : round(at + near) + 1] = 0
    return bare


def _bare(ink: Ink, quads: Sequence[Quads]) -> Parts:
    """The bodies of ink that lie for the most part outside every line's box."""
    count, labels, stats, _ = components(ink)
    covered = np.zeros(ink.shape, np.uint8)
    for quad in quads:
        slack = TEXT_BOX.slack * (quad[[3, 2, 1, 0]] - quad)
        cv2.fillConvexPoly(covered, np.asarray(np.round(quad + slack), np.int32), 1)
    over = np.bincount(labels.ravel(), weights=(covered & ink).ravel(), minlength=count)
    free = over < TEXT_BOX.covered * stats[:, 4]
    free[0] = False
    chosen = stats[free]
    x, y, wide, high = chosen[:, 0], chosen[:, 1], chosen[:, 2], chosen[:, 3]
    return np.stack([x, y, x + wide, y + high], axis=1).astype(np.int32)


class _Bare(NamedTuple):
    """The box of a line of bare ink; ``stroke`` says that it is one level stroke, 一 or a dash."""

    quad: Quads
    stroke: bool


def _smaller(quads: Sequence[Quads], dpi: float) -> float:
    """How much smaller the type of a page is than usual; 1 where it is not: its digits are as much smaller."""
    if not len(quads):
        return 1.0
    return min(1.0, float(np.median([np.ptp(quad[:, 1]) for quad in quads])) / (TEXT_BOX.usual * dpi))


def _boxes(parts: Parts, cell: Box, dpi: float, type_size: float) -> Iterator[_Bare]:
    """The lines of bare ink in one cell, as boxes. What reaches out of it on both sides is no writing of its own.

    ``type_size``: by what factor type is smaller than usual.
    """
    speck = TEXT_BOX.speck * dpi * type_size
    left, top, right, bottom = cell
    x, y = (parts[:, 0] + parts[:, 2]) / 2, (parts[:, 1] + parts[:, 3]) / 2
    small = (parts[:, 2] - parts[:, 0] <= right - left) & (parts[:, 3] - parts[:, 1] <= bottom - top)
    inside = parts[small & (left < x) & (x < right) & (top < y) & (y < bottom)]
    for group in _groups(inside, dpi):
        x0, y0 = group[:, :2].min(axis=0)
        x1, y1 = group[:, 2:].max(axis=0)
        wide, high = float(x1 - x0), float(y1 - y0)
        # What is left of a rule is thin, and stands by the side of the cell.
        thin = min(wide, high) < TEXT_BOX.thin * speck
        stroke = _is_stroke(group) and y0 > top + TEXT_BOX.off * dpi and y1 < bottom - TEXT_BOX.off * dpi
        if max(wide, high) < TEXT_BOX.mark * speck or (thin and not stroke):
            continue
        pad = max(TEXT_BOX.pad_sign * dpi, 1.0)
        if stroke:
            y0, y1 = (y0 + y1 - wide) / 2, (y0 + y1 + wide) / 2
        corners = [[x0 - pad, y0 - pad], [x1 + pad, y0 - pad], [x1 + pad, y1 + pad], [x0 - pad, y1 + pad]]
        yield _Bare(np.array(corners, np.float32), stroke)


def _groups(inside: Parts, dpi: float) -> list[Parts]:
    """The bodies of ink of one cell that are read together; strokes above each other are one sign: 二, 三."""
    groups = [run for line in _lines(inside, TEXT_BOX.line * dpi) for run in _runs(line, TEXT_BOX.apart * dpi)]
    if 1 < len(groups) <= TEXT_BOX.stacked and all(_is_stroke(group) for group in groups):
        stack = np.concatenate(groups)
        wide, high = np.ptp(stack[:, ::2]), np.ptp(stack[:, 1::2])
        shortest = float((stack[:, 2] - stack[:, 0]).min())
        if high <= TEXT_BOX.stack_high * wide and wide <= TEXT_BOX.stack_even * shortest:
            return [stack]
    return groups


def _is_stroke(group: Parts) -> bool:
    x0, y0, x1, y1 = (int(value) for value in group[0])
    return len(group) == 1 and y1 - y0 < TEXT_BOX.flat * (x1 - x0)


def _within(quad: Quads, quads: Sequence[Quads]) -> bool:
    """Whether the middle of a box lies in the box of a line: then it is a part of that line."""
    x, y = (float(value) for value in quad.mean(axis=0))
    return any(
        cv2.pointPolygonTest(np.asarray(other, np.float32), (x, y), measureDist=True) > TEXT_BOX.inside
        for other in quads
    )


def _runs(line: Parts, near: float) -> Iterator[Parts]:
    """The bodies of ink of a line, parted where much room is between them."""
    ordered = line[np.argsort(line[:, 0])]
    room = max(near, float(ordered[:, 3].max() - ordered[:, 1].min()))
    start, reach = 0, float(ordered[0, 2])
    for index, part in enumerate(ordered):
        if part[0] > reach + room:
            yield ordered[start:index]
            start = index
        reach = max(reach, float(part[2]))
    yield ordered[start:]


def _lines(parts: Parts, near: float) -> Iterator[Parts]:
    """The bodies of ink of a cell by line."""
    ordered = parts[np.argsort(parts[:, 1])]
    start, reach = 0, 0.0
    for index, part in enumerate(ordered):
        if index > start and part[1] > reach + near:
            yield ordered[start:index]
            start, reach = index, 0.0
        reach = max(reach, float(part[3]))
    if len(ordered):
        yield ordered[start:]
