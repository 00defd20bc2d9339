"""Which seals stand on the picture of a page, and is a place sealed: seen, absent, or not to be told?

In:     a picture as rows of red, green, blue, and its resolution.
Out:    seals with boxes in points from the picture's top left.
Raises: nothing.

Certain are red rings with letters within, round or oval. Everything else as large as a seal that may be one —
squares, what the page's edge cuts, filled prints, rings without colour — is a seal that is not certain.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np

from extractors.read.seals.ink import Inks, Mask, Rgb, at_points, colour_of, inks
from extractors.read.seals.rings import Ring, clear, rings
from schemas.document import Page, Seal, SealKind, SealState
from schemas.locator import Box

__all__ = ["Seal", "colour_of", "on_page", "seal_state", "seals_in"]

_MM = 72 / 25.4
_SURE, _LIKELY, _COPIED = 0.50, 0.36, 0.75
"""How clear a ring must be to be a seal, to be perhaps one, and to be one in black, where type is all around."""

_FILLS = (0.03, 0.62)
"""A ring with nothing within was drawn by a pen; a filled disc is an emblem or a picture."""

_INNER, _LETTERED = 0.025, 0.15
"""What is inked within the ring, its own broad line left out: a pen draws rings around black type."""

_BARE = 0.3
_LEAST_INK = 60
_ROUND = 0.86
"""Shorter by longer axis: oval seals have 0.67 to 0.75; a round one seen at a slant keeps more."""

_CUT = 0.5
"""Share of a ring on the page below which it is one slice of a seal over many pages."""

_SQUARES = (10 * _MM, 32 * _MM)
_FRAMED = 0.7


def seals_in(picture: Rgb, dpi: float) -> list[Seal]:
    """The seals on a picture, from the top; where no red one is sure, also rings in black. None on a grey picture."""
    return _seals(at_points(picture, dpi), lambda: colour_of(picture) == "colour")


def on_page(picture: Rgb, scale: float, turn: int) -> tuple[tuple[Seal, ...], bool]:
    """The seals of a page turned (clockwise) to read, with their texts, and whether its picture is grey.

    ``picture`` is blue, green, red, as the readers of scans hold it; ``scale`` is points per pixel.
    """
    dpi = 72 / scale
    colour = colour_of(picture[:, :, ::-1]) == "colour"
    # Turned once it is small: a copy of the whole picture costs more than all that is looked for on it.
    found = _seals(np.rot90(at_points(picture, dpi)[:, :, ::-1], -turn // 90), lambda: colour)
    if any(seal.certain for seal in found):
        from extractors.read.seals import text as seals_text  # noqa: PLC0415  loads the recogniser

        upright = np.rot90(picture[:, :, ::-1], -turn // 90)
        found = [replace(seal, text=seals_text.text_of(upright, dpi, seal)) if seal.certain else seal for seal in found]
    return tuple(found), not colour


def _seals(points: Rgb, in_colour: Callable[[], bool]) -> list[Seal]:
    """The seals on a picture of one pixel per point."""
    seen = inks(np.ascontiguousarray(points))
    found = _red_seals(seen) if int(seen.red.sum()) > _LEAST_INK else []
    if not any(seal.certain for seal in found) and in_colour():
        copied = [ring for ring in rings(seen.dark, seen.bare) if _is_copied(ring)]
        found += [
            seal for seal in (_seal(ring, seen.dark, certain=False) for ring in copied) if not _known(seal.bbox, found)
        ]
    return sorted(found, key=lambda seal: (seal.bbox[1], seal.bbox[0]))


def seal_state(picture: Rgb, dpi: float, place: Box | None = None) -> SealState:
    """Whether the page, or the place on it, bears a seal; never "absent" where colour cannot be told."""
    found = tuple(seal for seal in seals_in(picture, dpi) if place is None or _meets(seal.bbox, place))
    return Page(1, seals=found, grey=colour_of(picture) == "grey").sealed


def _red_seals(seen: Inks) -> list[Seal]:
    drawn = rings(seen.red, seen.bare)
    likely = [_seal(ring, seen.red, certain=_is_sure(ring)) for ring in drawn if _is_likely(ring)]
    sure = [seal for seal in likely if seal.certain]
    # A clear ring that is no seal's was drawn with a pen: it is no square either.
    pens = [_seal(ring, seen.red, certain=False) for ring in drawn if clear(ring) >= _SURE and not _is_likely(ring)]
    sure += _blocks(seen.red, sure + pens)
    return sure + [seal for seal in likely if not seal.certain and not _known(seal.bbox, sure)]


def _is_likely(ring: Ring) -> bool:
    return (
        clear(ring) >= (_LIKELY if ring.on_page >= _CUT else _SURE)
        and _FILLS[0] <= ring.fill <= _FILLS[1]
        and ring.inner >= _INNER
        and ring.lettered >= _LETTERED
        and ring.bare >= _BARE
    )


def _is_sure(ring: Ring) -> bool:
    return clear(ring) >= _SURE and ring.on_page >= _CUT


def _is_copied(ring: Ring) -> bool:
    """A whole ring in black: type makes none, copied seals do."""
    return _is_likely(ring) and clear(ring) >= _COPIED and ring.on_page >= _CUT


def _seal(ring: Ring, page: Mask, *, certain: bool) -> Seal:
    shape = ring.ellipse
    across = float(np.hypot(shape.a * np.cos(shape.turn), shape.b * np.sin(shape.turn)))
    down = float(np.hypot(shape.a * np.sin(shape.turn), shape.b * np.cos(shape.turn)))
    high, wide = page.shape
    box = (max(shape.x - across, 0), max(shape.y - down, 0), min(shape.x + across, wide), min(shape.y + down, high))
    return Seal(_kind(ring), _rounded(box), certain, ink=round(ring.fill, 3))


def _kind(ring: Ring) -> SealKind:
    if ring.on_page < _CUT:
        return "paging"
    shorter, longer = sorted((ring.ellipse.a, ring.ellipse.b))
    return "round" if shorter >= _ROUND * longer else "oval"


def _blocks(ink: Mask, known: list[Seal]) -> list[Seal]:
    """Lone prints the size of a name seal or a slice of a seal: framed squares, fingerprints, slices at the edge."""
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(closed, connectivity=8)
    found = []
    for index in range(1, count):
        x, y, wide, high = (int(value) for value in stats[index][:4])
        box = (float(x), float(y), float(x + wide), float(y + high))
        if _known(box, known):
            continue
        part = ink[y : y + high, x : x + wide]
        kind = _block_kind(part, box, ink.shape[1])
        if kind:
            found.append(Seal(kind, _rounded(box), certain=False, ink=round(float(part.mean()), 3)))
    return found


def _block_kind(part: Mask, box: Box, page: int) -> SealKind | None:
    wide, high, fill = box[2] - box[0], box[3] - box[1], float(part.mean())
    low, most = _SQUARES
    at_edge = box[0] <= 2 or box[2] >= page - 2
    if at_edge and 20 * _MM <= high <= 60 * _MM and 2 * _MM <= wide <= 0.8 * high and 0.05 <= fill <= 0.6:
        return "paging"
    if not (low <= max(wide, high) <= most and min(wide, high) >= 0.6 * max(wide, high)):
        return None
    if min(wide, high) >= 0.75 * max(wide, high) and 0.2 <= fill <= 0.9 and _is_framed(part):
        return "square"
    return "oval" if 0.5 <= fill <= 0.87 and min(wide, high) <= 0.9 * max(wide, high) else None


def _is_framed(part: Mask) -> bool:
    """Whether all four sides of a print are inked along, as it stands or turned upright."""
    high, wide = part.shape
    deep = max(round(0.12 * min(high, wide)), 3)
    sides = (part[:deep].any(axis=0), part[-deep:].any(axis=0), part[:, :deep].any(axis=1), part[:, -deep:].any(axis=1))
    return all(float(side.mean()) >= _FRAMED for side in sides)


def _known(box: Box, seals: list[Seal]) -> bool:
    return any(_meets(box, seal.bbox) for seal in seals)


def _meets(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _rounded(box: Box) -> Box:
    return round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2)
