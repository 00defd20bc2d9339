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

from extractors.read.components import components
from extractors.read.seals import text as seals_text
from extractors.read.seals.ink import Inks, Mask, Rgb, at_points, colour_of, inks
from extractors.read.seals.rings import Ring, clear, rings
from extractors.read.seals.settings import SEAL
from schemas.document import Page, Seal, SealKind, SealState
from schemas.locator import Box

__all__ = ["Seal", "colour_of", "on_page", "seal_state", "seals_in"]


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
        upright = np.rot90(picture[:, :, ::-1], -turn // 90)
        found = [replace(seal, text=seals_text.text_of(upright, dpi, seal)) if seal.certain else seal for seal in found]
    return tuple(found), not colour


def _seals(points: Rgb, in_colour: Callable[[], bool]) -> list[Seal]:
    """The seals on a picture of one pixel per point."""
    seen = inks(np.ascontiguousarray(points))
    found = _red_seals(seen) if int(seen.red.sum()) > SEAL.least_ink else []
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
    likely = [_seal(ring, seen.red, certain=_is_sure(ring)) for ring in drawn if is_likely(ring)]
    sure = [seal for seal in likely if seal.certain]
    # A clear ring that is no seal's was drawn with a pen: it is no square either.
    pens = [_seal(ring, seen.red, certain=False) for ring in drawn if clear(ring) >= SEAL.sure and not is_likely(ring)]
    sure += _blocks(seen.red, sure + pens)
    return sure + [seal for seal in likely if not seal.certain and not _known(seal.bbox, sure)]


def is_likely(ring: Ring) -> bool:
    """Whether it perhaps is the ring of a seal, with letters within."""
    return (
        clear(ring) >= (SEAL.likely if ring.on_page >= SEAL.cut else SEAL.sure)
        and SEAL.fill_least <= ring.fill <= SEAL.fill_most
        and ring.inner >= SEAL.inner
        and ring.lettered >= SEAL.lettered
        and ring.bare >= SEAL.bare
    )


def _is_sure(ring: Ring) -> bool:
    return clear(ring) >= SEAL.sure and ring.on_page >= SEAL.cut


def _is_copied(ring: Ring) -> bool:
    """A whole ring in black: type makes none, copied seals do."""
    return is_likely(ring) and clear(ring) >= SEAL.copied and ring.on_page >= SEAL.cut


def _seal(ring: Ring, page: Mask, *, certain: bool) -> Seal:
    shape = ring.ellipse
    across = float(np.hypot(shape.a * np.cos(shape.turn), shape.b * np.sin(shape.turn)))
    down = float(np.hypot(shape.a * np.sin(shape.turn), shape.b * np.cos(shape.turn)))
    high, wide = page.shape
    box = (max(shape.x - across, 0), max(shape.y - down, 0), min(shape.x + across, wide), min(shape.y + down, high))
    return Seal(_kind(ring), _rounded(box), certain, ink=round(ring.fill, 3))


def _kind(ring: Ring) -> SealKind:
    if ring.on_page < SEAL.cut:
        return "paging"
    shorter, longer = sorted((ring.ellipse.a, ring.ellipse.b))
    return "round" if shorter >= SEAL.round * longer else "oval"


def _blocks(ink: Mask, known: list[Seal]) -> list[Seal]:
    """Lone prints the size of a name seal or a slice of a seal: framed squares, fingerprints, slices at the edge."""
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((SEAL.bridge, SEAL.bridge), np.uint8))
    count, _, stats, _ = components(closed)
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
    shorter, longer = sorted((wide, high))
    if _is_slice(box, fill, page):
        return "paging"
    if not (SEAL.square_least <= longer <= SEAL.square_most and shorter >= SEAL.block * longer):
        return None
    inked = SEAL.square_fill_least <= fill <= SEAL.square_fill_most
    if shorter >= SEAL.square * longer and inked and _is_framed(part):
        return "square"
    finger = SEAL.finger_fill_least <= fill <= SEAL.finger_fill_most
    return "oval" if finger and shorter <= SEAL.finger * longer else None


def _is_slice(box: Box, fill: float, page: int) -> bool:
    """Whether a print is a slice of a seal over many pages: high and narrow, at the edge of the page."""
    wide, high = box[2] - box[0], box[3] - box[1]
    return (
        (box[0] <= SEAL.at_edge or box[2] >= page - SEAL.at_edge)
        and SEAL.slice_high_least <= high <= SEAL.slice_high_most
        and SEAL.slice_wide_least <= wide <= SEAL.slice_wide_most * high
        and SEAL.slice_fill_least <= fill <= SEAL.slice_fill_most
    )


def _is_framed(part: Mask) -> bool:
    """Whether all four sides of a print are inked along, as it stands or turned upright."""
    high, wide = part.shape
    deep = max(round(SEAL.frame * min(high, wide)), SEAL.frame_least)
    sides = (part[:deep].any(axis=0), part[-deep:].any(axis=0), part[:, :deep].any(axis=1), part[:, -deep:].any(axis=1))
    return all(float(side.mean()) >= SEAL.framed for side in sides)


def _known(box: Box, seals: list[Seal]) -> bool:
    return any(_meets(box, seal.bbox) for seal in seals)


def _meets(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _rounded(box: Box) -> Box:
    return round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2)
