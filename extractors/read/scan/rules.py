"""Which straight lines a picture of a page shows.

In:     the ink of a straightened picture and the text boxes in it.
Out:    level and upright edges in pixels, as the PDF reader has them in points.
Raises: nothing.
"""

from __future__ import annotations

import math
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.layout.geometry import Edge
from extractors.read.components import components
from extractors.read.ocr.engine import Picture, Quads
from extractors.read.scan.dirt.folds import Folds, folds
from extractors.read.scan.settings import RULE


def rules(dark: NDArray[np.uint8], quads: Quads, dpi: float) -> tuple[list[Edge], list[Edge]]:
    """The level and the upright rules."""
    return rules_and_folds(dark, quads, dpi)[0]


def rules_and_folds(dark: NDArray[np.uint8], quads: Quads, dpi: float) -> tuple[tuple[list[Edge], list[Edge]], Folds]:
    """The level and the upright rules, and what is none of them but a fold of the paper."""
    thickest = round(RULE.thickest * dpi)
    dash = RULE.dash * float(np.median(np.ptp(quads[:, :, 1], axis=1))) if len(quads) else 0.0
    level = [edge for edge in _edges(dark, round(RULE.level * dpi), thickest) if not _is_written(edge, quads)]
    if len(level) < 2:
        return ([edge for edge in level if edge.end - edge.start > dash], []), Folds((), ())
    turned = np.ascontiguousarray(dark.T)
    found = _edges(turned, round(RULE.upright * dpi), thickest)
    down = [edge for edge in found if not _is_stroke(edge, quads)]
    folded = folds(level, down, dpi)
    level = _unwritten([edge for edge in level if edge not in folded.level], turned, dash, dpi)
    down = [edge for edge in down if edge not in folded.upright]
    attached = (kept for edge in down if (kept := _attached(edge, level, dpi)))
    # Strokes of lines above each other, in line by chance, are short again once what sticks out is off.
    upright = [edge for edge in attached if not _is_lettered(edge, dark, dpi) and not _is_stroke(edge, quads)]
    upright = _as_thick(upright, dark, dpi)
    near = RULE.touches * dpi
    drawn = [edge for edge in level if edge.end - edge.start > dash or _touches(edge, upright, near)]
    return (_bridged(drawn, upright, dpi), upright), folded


def _is_lettered(edge: Edge, dark: NDArray[np.uint8], dpi: float) -> bool:
    """Whether a short upright run is made of strokes, of lines set tight above each other: ink stands on both sides."""
    if edge.end - edge.start > RULE.long * dpi:
        return False
    at, first, last = round(edge.at), round(edge.start) + RULE.thick, round(edge.end) - RULE.thick
    if last <= first:
        return False
    near, far = RULE.thick, RULE.thick + round(RULE.letters * dpi)
    left = dark[first:last, max(at - far, 0) : max(at - near, 0)].any(axis=1)
    right = dark[first:last, at + near : at + far].any(axis=1)
    return float((left & right).mean()) >= RULE.lettered


def _as_thick(upright: list[Edge], dark: NDArray[np.uint8], dpi: float) -> list[Edge]:
    """The upright rules without short runs far thicker than long ones: the rim of a copied seal stands upright too."""
    long = [_thickness(edge, dark, dpi) for edge in upright if edge.end - edge.start > RULE.long * dpi]
    if not long:
        return upright
    most = max(RULE.thicker * float(np.median(long)), RULE.thick)
    return [edge for edge in upright if edge.end - edge.start > RULE.long * dpi or _thickness(edge, dark, dpi) <= most]


def _unwritten(level: list[Edge], turned: NDArray[np.uint8], high: float, dpi: float) -> list[Edge]:
    """The level rules without small soft writing that runs together: far thicker than rules, and close to one.

    ``turned``: the ink, its rows as columns; ``high``: no line of text is so high.
    """
    thick = {edge: _thickness(edge, turned, dpi) for edge in level}
    most = max(RULE.thicker * float(np.median(list(thick.values()))), RULE.thick)
    thin = [edge for edge in level if thick[edge] <= most]
    return [edge for edge in level if thick[edge] <= most or not any(_covers(rule, edge, high) for rule in thin)]


def _covers(rule: Edge, edge: Edge, high: float) -> bool:
    """Whether a rule runs all along an edge, so close that no line of text stands between."""
    return rule.start <= edge.start and edge.end <= rule.end and abs(rule.at - edge.at) < high


def _thickness(edge: Edge, dark: NDArray[np.uint8], dpi: float) -> float:
    """How many pixels of ink stand beside each other along an upright run, from its middle on."""
    at, reach = round(edge.at), round(RULE.thickest * dpi)
    rows = dark[round(edge.start) + RULE.thick : round(edge.end) - RULE.thick, max(at - reach, 0) : at + reach + 1]
    if not rows.size:
        return 0.0
    middle = min(at, reach)
    right = np.cumprod(rows[:, middle:], axis=1).sum(axis=1)
    left = np.cumprod(rows[:, :middle][:, ::-1], axis=1).sum(axis=1)
    return float(np.median(left + right))


def _touches(edge: Edge, upright: list[Edge], near: float) -> bool:
    """Whether an upright rule meets a level one."""
    return any(
        edge.start - near <= rule.at <= edge.end + near and rule.start - near <= edge.at <= rule.end + near
        for rule in upright
    )


def ink(grey: Picture, dpi: float) -> NDArray[np.uint8]:
    """The ink: what is darker than the paper about it."""
    block = round(RULE.window * dpi) | 1
    return np.asarray(
        cv2.adaptiveThreshold(grey, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, block, RULE.darker), np.uint8
    )


def _edges(dark: NDArray[np.uint8], shortest: int, thickest: int) -> list[Edge]:
    """The runs of ink along the rows of the picture that are long and thin.

    Long ones come first, alone: letters that touch a rule must not be taken for a part of it.
    """
    # A rule that slopes by a pixel is still one rule; along it, only a speck may be missing.
    thick = cv2.dilate(dark, np.ones((3, 1), np.uint8))
    closed = cv2.morphologyEx(thick, cv2.MORPH_CLOSE, np.ones((1, 3), np.uint8))
    found: list[Edge] = []
    for length in (RULE.longer * shortest, shortest):
        opened = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
        for x, wide, high, area, middle in _bodies(opened):
            if area <= (thickest + 2) * wide and high <= max(thickest + 2, RULE.steep * wide):
                found.append(Edge(middle, float(x), float(x + wide)))
                top = max(round(middle) - high, 0)
                closed[top : round(middle) + high + 1, x : x + wide] = 0
    return found


def _bodies(opened: NDArray[Any]) -> list[tuple[int, int, int, int, float]]:
    """Bodies of ink: from where, how wide and high, how much, and at what height their middle is."""
    count, _, stats, centres = components(opened)
    return [
        (int(x), int(wide), int(high), int(area), float(centre[1]))
        for (x, _, wide, high, area), centre in zip(stats[1:count], centres[1:count], strict=True)
    ]


def slope(dark: NDArray[np.uint8]) -> float:
    """By how many degrees the level rules of a picture fall to the right; 0 where there are too few."""
    half = np.asarray(cv2.resize(dark, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA) > 0, np.uint8)
    opened = cv2.morphologyEx(half, cv2.MORPH_OPEN, np.ones((1, RULE.stair), np.uint8))
    count, labels, stats, _ = components(opened)
    angles, weights = [], []
    for index in range(1, count):
        x, y, wide, high, area = (int(value) for value in stats[index])
        if wide < RULE.slope_long * half.shape[1] or area > RULE.slope_thick * wide or high > RULE.slope_steep * wide:
            continue
        rows, columns = np.nonzero(labels[y : y + high, x : x + wide] == index)
        angles.append(math.degrees(math.atan(float(np.polyfit(columns, rows, 1)[0]))))
        weights.append(wide)
    if len(angles) < RULE.slope_fewest:
        return 0.0
    order = np.argsort(angles)
    total = np.cumsum(np.asarray(weights)[order])
    return float(np.asarray(angles)[order][int(np.searchsorted(total, total[-1] / 2))])


def without_underlines(picture: Picture, dark: NDArray[np.uint8], quads: Quads, dpi: float) -> Picture:
    """The picture without the lines drawn under writing: the recogniser takes 日 on a line for 且."""
    opened = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, round(RULE.level * dpi)), np.uint8))
    count, labels, stats, centres = components(opened)
    thickest = round(RULE.underline * dpi)
    chosen = [
        index
        for index in range(1, count)
        if stats[index][3] <= thickest
        and _underlines(Edge(float(centres[index][1]), float(stats[index][0]), float(sum(stats[index][:3:2]))), quads)
    ]
    if not chosen:
        return picture
    drawn = np.asarray(np.isin(labels, chosen), np.uint8)
    mask = cv2.dilate(drawn, np.ones((3, 3), np.uint8))
    cleaned = picture.copy()
    cleaned[mask > 0] = np.median(picture[::8, ::8].reshape(-1, 3), axis=0).astype(np.uint8)
    return cleaned


def _underlines(edge: Edge, quads: Quads) -> bool:
    """Whether a level run stands at the foot of a line of writing, and is longer than any stroke of it."""
    x0, x1 = quads[:, :, 0].min(axis=1), quads[:, :, 0].max(axis=1)
    top, bottom = quads[:, :, 1].min(axis=1), quads[:, :, 1].max(axis=1)
    high = bottom - top
    more = RULE.beside * high
    within = (x0 - more <= edge.start) & (edge.end <= x1 + more) & (edge.end - edge.start >= RULE.underlined * high)
    return bool((within & (top + RULE.foot * high <= edge.at) & (edge.at <= bottom + RULE.below * high)).any())


def _is_written(edge: Edge, quads: Quads) -> bool:
    """Whether a level run is a stroke of a letter or underlines writing: it is no wider than a line of text."""
    x0, x1 = quads[:, :, 0].min(axis=1), quads[:, :, 0].max(axis=1)
    top, bottom = quads[:, :, 1].min(axis=1), quads[:, :, 1].max(axis=1)
    high = bottom - top
    more = RULE.beside * high
    within = (x0 - more <= edge.start) & (edge.end <= x1 + more)
    return bool((within & (top + RULE.within * high <= edge.at) & (edge.at <= bottom + RULE.below * high)).any())


def _is_stroke(edge: Edge, quads: Quads) -> bool:
    """Whether an upright run is a stroke of a letter: no higher than a line of text in the midst of which it stands."""
    x0, x1 = quads[:, :, 0].min(axis=1), quads[:, :, 0].max(axis=1)
    top, bottom = quads[:, :, 1].min(axis=1), quads[:, :, 1].max(axis=1)
    high = bottom - top
    side, more = RULE.stroke_inside * high, RULE.stroke_beyond * high
    within = (x0 + side < edge.at) & (edge.at < x1 - side) & (edge.end - edge.start <= RULE.stroke * high)
    return bool((within & (top - more <= edge.start) & (edge.end <= bottom + more)).any())


def _bridged(level: list[Edge], upright: list[Edge], dpi: float) -> list[Edge]:
    """The level rules, those made one that break off in the midst of a cell and go on beyond: under a seal.

    A rule that ends for a merged cell ends at upright rules, and what is underlined in a cell touches none.
    """
    near, gap = RULE.touches * dpi, RULE.hidden * dpi

    def meets(x: float, y: float) -> bool:
        return any(abs(rule.at - x) <= 2 * near and rule.start - near <= y <= rule.end + near for rule in upright)

    joined: list[Edge] = []
    for edge in sorted(level, key=lambda edge: edge.start):
        for place, before in enumerate(joined):
            # Noise has thousands of strokes: what costs nothing is asked first.
            if not (abs(before.at - edge.at) <= near and 0 <= edge.start - before.end <= gap):
                continue
            loose = not meets(before.end, before.at) and not meets(edge.start, edge.at)
            held = meets(before.start, before.at) and (meets(edge.end, edge.at) or edge.end - edge.start > gap)
            if loose and held:
                joined[place] = Edge(before.at, before.start, edge.end)
                break
        else:
            joined.append(edge)
    return joined


def _attached(edge: Edge, level: list[Edge], dpi: float) -> Edge | None:
    """The upright rule from the first level rule that it meets to the last; None for the stroke of a letter.

    What sticks out by no more than a letter's height is a letter that stands in line with the rule.
    """
    near, long = RULE.touches * dpi, RULE.long * dpi
    met = [
        rule.at
        for rule in level
        if edge.start - near <= rule.at <= edge.end + near and rule.start - near <= edge.at <= rule.end + near
    ]
    if not met:
        return edge if edge.end - edge.start > long else None
    start = edge.start if min(met) - edge.start > long else min(met)
    end = edge.end if edge.end - max(met) > long else max(met)
    # Before a thick frame a faint rule ends too early.
    frames = [
        rule.at for rule in level if 0 < rule.at - edge.end <= RULE.frame * dpi and rule.start <= edge.at <= rule.end
    ]
    if frames and edge.end - max(met) >= RULE.row * (min(frames) - max(met)):
        end = min(frames)
    return Edge(edge.at, start, end) if end - start > 2 * near else None
