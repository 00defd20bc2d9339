"""Where on the picture of a page may a seal lie over the words that no colour tells from them?

A copy in black and white, a fax, a stamp in black: its rim and letters run through the words, and what a recogniser
makes of these it is sure of. The readers of seals ask for a clear ring before they say that there is one; here it is
enough that one may be there, as large as seals of offices are: its words are then for somebody to look at.

In:     a picture as rows of blue, green, red, and its resolution.
Out:    ellipses in points from the picture's top left.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from extractors.read.seals.detect import is_likely
from extractors.read.seals.ink import Rgb, at_points, inks
from extractors.read.seals.rings import Ellipse, rings
from extractors.read.seals.settings import SEAL

Point = tuple[float, float]


def black_seals(picture: Rgb, dpi: float) -> list[Ellipse]:
    """The rings in black that may be the seal of an office."""
    seen = inks(np.ascontiguousarray(at_points(picture, dpi)[:, :, ::-1]))
    found = (ring for ring in rings(seen.dark, seen.bare) if is_likely(ring) and ring.on_page >= SEAL.cut)
    return [ring.ellipse for ring in found if SEAL.office_least <= min(ring.ellipse.a, ring.ellipse.b)]


def beneath(seals: Iterable[Ellipse]) -> tuple[Point, ...]:
    """Places all over them and their rims, in points, so close that no word fits between: one may be lost whole."""
    return tuple(place for seal in seals for place in _all_over(seal))


def _all_over(seal: Ellipse) -> Iterator[Point]:
    reach = 1 + SEAL.rim
    steps = np.arange(-reach, reach + SEAL.between, SEAL.between)
    for along, across in ((x, y) for y in steps for x in steps if np.hypot(x, y) <= reach):
        x, y = along * seal.a, across * seal.b
        turned = x * np.cos(seal.turn) - y * np.sin(seal.turn), x * np.sin(seal.turn) + y * np.cos(seal.turn)
        yield float(seal.x + turned[0]), float(seal.y + turned[1])
