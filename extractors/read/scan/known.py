"""How does a picture read together with what is known to stand over it, as the fields of a form over a scan?

In:     glyphs recognised from a picture that was straightened, and glyphs known beforehand, as the page shows them.
Out:    all of them on the straightened picture; where both stand, the known ones count.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from extractors.layout.geometry import Glyph
from extractors.read.scan.bend import Points
from extractors.read.scan.glyphs import Scored

Straight = Callable[[Points], Points]
"""Where points of the picture (pixels) lie on the straightened one."""


def with_known(recognised: Sequence[Scored], known: Sequence[Glyph], straight: Straight, scale: float) -> list[Scored]:
    """The glyphs with those known, which stand where the straightened picture has them."""
    placed = [_moved(glyph, straight, scale) for glyph in known]
    left = [one for one in recognised if not any(_covers(glyph, one.glyph) for glyph in placed)]
    return [*left, *(Scored(glyph, 1.0) for glyph in placed)]


def _moved(glyph: Glyph, straight: Straight, scale: float) -> Glyph:
    """The glyph shifted to where its middle comes to lie; it stays upright."""
    middle = np.array([[(glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2]]) / scale
    x, y = (straight(middle) - middle)[0] * scale
    return glyph._replace(x0=glyph.x0 + x, x1=glyph.x1 + x, top=glyph.top + y, bottom=glyph.bottom + y, font=0)


def _covers(known: Glyph, other: Glyph) -> bool:
    x, y = (other.x0 + other.x1) / 2, (other.top + other.bottom) / 2
    return known.x0 <= x <= known.x1 and known.top <= y <= known.bottom
