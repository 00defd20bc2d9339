"""Which rings stand in a mask of ink, and how much each looks like that of a seal?

In:     a mask at one pixel per point.
Out:    ellipses with what speaks for and against each.
Raises: nothing.

A ring is looked for as a whole, by votes for its centre: what is joined to it (a line of text under it, a second
seal over it, a rule) or missing (pale ink, the edge of the page) then does not hide it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.read.components import components
from extractors.read.seals.ink import Mask, Shades, thin
from extractors.read.seals.settings import RING

_COARSE = 2
"""Votes are counted at one pixel per two points."""

_RADII = range(RING.radius_least, RING.radius_most, RING.radius_step)
"""In coarse pixels."""

_TURNS = 144
_STEPS = 140
_REACH = 1.4
"""Looked at around each middle: 144 directions, in steps of a hundredth of the radius, up to 1.4 radii."""


class Ellipse(NamedTuple):
    """Middle, half axes and the turn of the first of them (radians), in points."""

    x: float
    y: float
    a: float
    b: float
    turn: float = 0.0


class Ring(NamedTuple):
    """An ellipse and what is seen of it, all as shares.

    ``support``: of its course that is inked, in ``runs`` pieces; ``outside``: of the band around it that is inked;
    ``fill``: of what is within; ``lettered``: of the directions in which something stands between middle and ring;
    ``inner``: of those directions' length that is inked; ``bare``: of what is within that is bare paper;
    ``on_page``: of its course that lies on the page.
    """

    ellipse: Ellipse
    support: float
    runs: int
    outside: float
    fill: float
    lettered: float
    inner: float
    bare: float
    on_page: float


def rings(ink: Mask, bare: Mask) -> list[Ring]:
    """The rings that the strokes of the ink vote for, the best first; none lies in another."""
    strokes = thin(ink)
    tried = [measured(ink, bare, fitted(strokes, circle)) for circle in [*_voted(strokes), *_hulls(strokes)]]
    kept: list[Ring] = []
    for ring in sorted(tried, key=_worth, reverse=True):
        if len(kept) < RING.most_rings and not any(_covers(other.ellipse, ring.ellipse) for other in kept):
            kept.append(ring)
    return kept


def clear(ring: Ring) -> float:
    """How clearly it is a ring: a drawn line in few pieces, with nothing around it.

    Measured on made-up pages: seals, pale ones too, come to 0.5 and more; type and ruled forms stay below 0.35.
    """
    return ring.support - RING.piece * ring.runs - RING.outside * ring.outside


def _worth(ring: Ring) -> float:
    """How well a ring is seen; the larger of two, as the letters of a seal make small rings within it."""
    return clear(ring) + max(ring.ellipse.a, ring.ellipse.b) / RING.larger


def _covers(one: Ellipse, other: Ellipse) -> bool:
    """Whether more than half of the other lies within the one (both taken as circles)."""
    first, second = float(np.sqrt(one.a * one.b)), float(np.sqrt(other.a * other.b))
    apart = float(np.hypot(one.x - other.x, one.y - other.y))
    return apart < max(first, second) * RING.covered or apart < first + RING.beyond * second


def _same(one: Ellipse, other: Ellipse) -> bool:
    """Whether two ellipses are the rings of one seal."""
    return bool(np.hypot(one.x - other.x, one.y - other.y) < RING.same * max(one.a, one.b, other.a, other.b))


def _voted(strokes: Mask) -> list[Ellipse]:
    """Circles for which the most strokes vote, less those that stand just outside it."""
    down, across = np.nonzero(strokes)
    if len(down) < RING.fewest:
        return []
    high, wide = strokes.shape
    left, top = int(across.min()), int(down.min())
    to_edges = (top, high - int(down.max()), left, wide - int(across.max()))
    pads = [RING.edge if to_edge < RING.near_edge else 2 for to_edge in to_edges]
    coarse = _coarser(strokes[top : down.max() + 1, left : across.max() + 1], pads)
    best, radii = _votes(coarse, pads)
    found = []
    for x, y, radius in _peaks(best, radii):
        middle_x = (x - pads[2] + 0.5) * _COARSE + left
        middle_y = (y - pads[0] + 0.5) * _COARSE + top
        found.append(Ellipse(middle_x, middle_y, radius * _COARSE, radius * _COARSE))
    return found


def _coarser(part: Mask, pads: list[int]) -> Shades:
    """The strokes at the scale of the votes, with room for middles beyond them."""
    down, across = part.shape[0] % _COARSE, part.shape[1] % _COARSE
    even = np.pad(part, ((0, down), (0, across))).astype(np.float32)
    size = (even.shape[1] // _COARSE, even.shape[0] // _COARSE)
    small = np.asarray(cv2.resize(even, size, interpolation=cv2.INTER_AREA) > RING.inked, np.uint8)
    broad = cv2.dilate(small, np.asarray(cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3)), np.uint8))
    return np.pad(broad, ((pads[0], pads[1]), (pads[2], pads[3]))).astype(np.float32)


def _page(shape: tuple[int, ...], pads: list[int]) -> Shades:
    """1 where the page is, 0 beyond the edges that were padded."""
    on_page = np.zeros(shape[:2], np.float32)
    top, bottom, left, right = pads
    on_page[top : shape[0] - bottom, left : shape[1] - right] = 1.0
    return on_page


def _votes(coarse: Shades, pads: list[int]) -> tuple[Shades, Shades]:
    """For every middle the best vote over all radii, and the radius that got it."""
    best = np.full(coarse.shape, -1.0, np.float32)
    radii = np.zeros(coarse.shape, np.float32)
    waves = _Waves(coarse.shape, pads)
    strokes = waves.of(coarse)
    shown = waves.of(_page(coarse.shape, pads)) if max(pads) >= RING.edge else None
    for radius in _RADII:
        if radius > RING.page * max(coarse.shape):
            break
        ring, around = _band(radius, 0.0, RING.on_line), _band(radius, RING.around_from, RING.around_to)
        if shown is None:
            vote = waves.met(strokes, waves.about(_less(ring, around)))
        else:
            kernel = waves.about(ring)
            vote = waves.met(strokes, kernel) * _worth_of_arc(waves.met(shown, kernel))
            if float(vote.max()) < RING.least_vote:
                continue
            vote -= waves.met(strokes, waves.about(around))
        better = vote > best
        np.copyto(best, vote, where=better)
        radii[better] = radius
    return best, radii


def _worth_of_arc(shown: Shades) -> Shades:
    """By what a vote is multiplied where only a part of the ring lies on the page.

    A short arc is found in many things: it counts for less.
    """
    worth = np.minimum(shown + RING.arc_worth, 1.0) / np.maximum(shown, RING.arc_least)
    worth[shown <= RING.arc_least] = 0.0
    return np.asarray(worth, np.float32)


class _Waves:
    """How much of a kernel's weight lies on ink, for every place of its middle: by Fourier transforms.

    The kernels are so large that this is many times faster than laying them over each place (measured).
    """

    def __init__(self, shape: tuple[int, ...], pads: list[int]) -> None:
        self._shape = shape
        # What reaches beyond one side comes back at the other: bare room for the largest kernel keeps it out.
        reach = _RADII.stop + 8
        room = (max(reach - min(pads[:2]), 0), max(reach - min(pads[2:]), 0))
        self._size = [cv2.getOptimalDFTSize(max(n + more, 2 * reach)) for n, more in zip(shape, room, strict=True)]

    def of(self, picture: Shades) -> Shades:
        """The transform of a picture."""
        laid = np.zeros(self._size, np.float32)
        laid[: picture.shape[0], : picture.shape[1]] = picture
        return np.asarray(cv2.dft(laid), np.float32)

    def about(self, kernel: Shades) -> Shades:
        """The transform of a kernel, its middle in the first place, what is above and left of it at the other ends."""
        reach = kernel.shape[0] // 2
        laid = np.zeros(self._size, np.float32)
        for rows, part in ((slice(0, reach + 1), kernel[reach:]), (slice(-reach, None), kernel[:reach])):
            laid[rows, : reach + 1] = part[:, reach:]
            laid[rows, -reach:] = part[:, :reach]
        return np.asarray(cv2.dft(laid), np.float32)

    def met(self, picture: Shades, kernel: Shades) -> Shades:
        """The weight of the kernel's part on the picture's ink, place by place."""
        back = cv2.DFT_INVERSE | cv2.DFT_REAL_OUTPUT | cv2.DFT_SCALE
        found = cv2.dft(cv2.mulSpectrums(picture, kernel, 0), flags=back)
        return np.asarray(found[: self._shape[0], : self._shape[1]], np.float32)


def _less(ring: Shades, around: Shades) -> Shades:
    """One kernel for what is on a ring less what is around it."""
    both = -around
    inset = (around.shape[0] - ring.shape[0]) // 2
    both[inset : inset + ring.shape[0], inset : inset + ring.shape[0]] += ring
    return both


def _band(radius: float, nearest: float, farthest: float) -> Shades:
    """A kernel of what lies between these distances outside (or about) a circle; its weights sum to 1."""
    reach = int(np.ceil(radius + farthest)) + 1
    down, across = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    off = np.hypot(down, across) - radius
    inside = np.abs(off) <= farthest if nearest == 0 else (off >= nearest) & (off <= farthest)
    kernel = inside.astype(np.float32)
    return np.asarray(kernel / kernel.sum(), np.float32)


def _peaks(best: Shades, radii: Shades) -> list[tuple[int, int, float]]:
    """The highest votes, no two nearer to each other than a third of their radius."""
    left = best.copy()
    found: list[tuple[int, int, float]] = []
    while len(found) < RING.most_tried:
        _, value, _, (x, y) = cv2.minMaxLoc(left)
        if value < RING.least_vote:
            break
        radius = float(radii[y, x])
        found.append((x, y, radius))
        cv2.circle(left, (x, y), max(round(radius / RING.apart), 3), -1.0, -1)
    return found


def _hulls(strokes: Mask) -> list[Ellipse]:
    """Ellipses around heaps of strokes: oval seals, round ones seen at a slant."""
    # Pale prints fall to pieces that only a wider bridge joins; a wider one joins fresh ones to what is beside them.
    return [ellipse for bridge in (RING.narrow_bridge, RING.broad_bridge) for ellipse in _heaps(strokes, bridge)]


def _heaps(strokes: Mask, bridge: int) -> list[Ellipse]:
    closed = cv2.morphologyEx(strokes, cv2.MORPH_CLOSE, np.ones((bridge, bridge), np.uint8))
    count, labels, stats, _ = components(closed)
    low, most = 2 * _COARSE * _RADII.start, 2 * _COARSE * _RADII.stop
    found = []
    for index in range(1, count):
        x, y, wide, high = (int(value) for value in stats[index][:4])
        if not (low <= max(wide, high) <= most and min(wide, high) >= RING.heap * max(wide, high)):
            continue
        part = (strokes[y : y + high, x : x + wide] > 0) & (labels[y : y + high, x : x + wide] == index)
        hull = np.asarray(cv2.convexHull(np.argwhere(part)[:, ::-1].astype(np.int32)), np.float32)
        if len(hull) >= 6:
            found.append(_ellipse(cv2.fitEllipseDirect(_evenly(hull, (x + 0.5, y + 0.5)))))
    return [ellipse for ellipse in found if _sane(ellipse)][: RING.most_tried]


def _evenly(hull: NDArray[np.float32], corner: tuple[float, float]) -> NDArray[np.float32]:
    """Points at even distances along a hull: its corners alone would favour where it bends."""
    points = hull.reshape(-1, 2) + np.asarray(corner, np.float32)
    nexts = np.roll(points, -1, axis=0)
    steps = [
        np.linspace(0, 1, max(int(np.hypot(*(b - a)) / 2), 1), endpoint=False)
        for a, b in zip(points, nexts, strict=True)
    ]
    along = [a + (b - a) * step[:, None] for a, b, step in zip(points, nexts, steps, strict=True)]
    return np.concatenate(along).astype(np.float32)


def _ellipse(box: tuple[Sequence[float], Sequence[float], float]) -> Ellipse:
    (x, y), (first, second), degrees = box
    return Ellipse(float(x), float(y), float(first) / 2, float(second) / 2, float(np.radians(degrees)))


def _sane(ellipse: Ellipse) -> bool:
    """Whether an ellipse has the size and the form of a seal's ring."""
    shorter, longer = sorted((ellipse.a, ellipse.b))
    low, most = _COARSE * _RADII.start, _COARSE * _RADII.stop
    return bool(
        np.isfinite(shorter + longer) and low * RING.smaller <= longer <= most and shorter >= RING.shorter * longer
    )


def fitted(strokes: Mask, ellipse: Ellipse) -> Ellipse:
    """The ellipse drawn to the strokes that lie about its course."""
    for width in (RING.rim, RING.rim_close):
        polar, _ = _around(strokes, ellipse)
        band = polar[:, _step(1 - width) : _step(1 + width)]
        seen = band.any(axis=1)
        if seen.sum() < RING.fitted * _TURNS:
            return ellipse
        # The outermost stroke of each direction: letters stand within the ring, hardly anything just outside.
        outermost = band.shape[1] - 1 - band[:, ::-1].argmax(axis=1)
        ratio = (outermost + _step(1 - width)) * _REACH / _STEPS - RING.line
        x, y = _course(ellipse)
        spots = np.stack([ellipse.x + x * ratio, ellipse.y + y * ratio], axis=1)[seen]
        drawn = _ellipse(cv2.fitEllipseAMS(spots.astype(np.float32)))
        if (
            not _sane(drawn)
            or not _same(drawn, ellipse)
            or not 1 / RING.grown < drawn.a * drawn.b / (ellipse.a * ellipse.b) < RING.grown
        ):
            return ellipse
        ellipse = drawn
    return ellipse


def measured(ink: Mask, bare: Mask, ellipse: Ellipse) -> Ring:
    """What is seen of a ring."""
    polar, on_page = _around(ink, ellipse)
    paper, _ = _around(bare, ellipse)
    shown = on_page[:, _step(1.0)]
    if shown.sum() < RING.shown * _TURNS:
        return Ring(ellipse, 0.0, 0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    slack = max(RING.slack, RING.slack_points / min(ellipse.a, ellipse.b))
    course = np.asarray(polar[:, _step(1 - slack) : _step(1 + slack)].any(axis=1))
    around = np.asarray(polar[:, _step(RING.beside_from) : _step(RING.beside_to)].any(axis=1))
    weights = np.arange(_step(RING.within)) + 0.5
    within, free = polar[:, : _step(RING.within)], paper[:, : _step(RING.within)]
    seen = max(float((on_page[:, : _step(RING.within)] * weights).sum()), 1.0)
    return Ring(
        ellipse,
        support=float(course[shown].mean()),
        runs=int((course & ~np.roll(course, 1)).sum()),
        outside=float(around[shown].mean()),
        fill=float((within * weights).sum()) / seen,
        lettered=float(polar[shown, _step(RING.letters_from) : _step(RING.letters_to)].any(axis=1).mean()),
        inner=float(polar[:, : _step(RING.letters_to)].sum()) / max(int(on_page[:, : _step(RING.letters_to)].sum()), 1),
        bare=float((free * weights).sum()) / seen,
        on_page=float(shown.mean()),
    )


def _step(ratio: float) -> int:
    return round(ratio * _STEPS / _REACH)


def _course(ellipse: Ellipse) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The course of an ellipse, from its middle."""
    angles = np.arange(_TURNS) * (2 * np.pi / _TURNS)
    first, second = ellipse.a * np.cos(angles), ellipse.b * np.sin(angles)
    cosine, sine = np.cos(ellipse.turn), np.sin(ellipse.turn)
    return first * cosine - second * sine, first * sine + second * cosine


def _around(mask: Mask, ellipse: Ellipse) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """The mask by direction and distance from the middle; what of that lies on the page."""
    x, y = _course(ellipse)
    ratios = (np.arange(_STEPS) + 0.5) * (_REACH / _STEPS)
    across = np.floor(ellipse.x + x[:, None] * ratios).astype(np.intp)
    down = np.floor(ellipse.y + y[:, None] * ratios).astype(np.intp)
    high, wide = mask.shape
    on_page = (across >= 0) & (across < wide) & (down >= 0) & (down < high)
    inked = mask[np.clip(down, 0, high - 1), np.clip(across, 0, wide - 1)] > 0
    return np.asarray(inked & on_page, np.bool_), np.asarray(on_page, np.bool_)
