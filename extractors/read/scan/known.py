"""How does a picture read together with what is known to stand over it, as the fields of a form over a scan?

In:     glyphs recognised from a picture that was straightened, and glyphs known beforehand, as the page shows them.
Out:    all of them on the straightened picture; where both stand, the known ones count.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.layout.geometry import Glyph
from extractors.read.scan.glyphs import Scored


def with_known(
    recognised: Sequence[Scored], known: Sequence[Glyph], back: NDArray[np.float64], scale: float
) -> list[Scored]:
    """The glyphs with those known; ``back`` leads from the straightened picture (pixels) to the page."""
    forth = np.asarray(cv2.invertAffineTransform(back), np.float64)
    placed = [_moved(glyph, forth, scale) for glyph in known]
    left = [one for one in recognised if not any(_covers(glyph, one.glyph) for glyph in placed)]
    return [*left, *(Scored(glyph, 1.0) for glyph in placed)]


def _moved(glyph: Glyph, forth: NDArray[np.float64], scale: float) -> Glyph:
    """The glyph shifted to where its middle comes to lie; it stays upright."""
    middle = np.array([(glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2]) / scale
    x, y = (forth[:, :2] @ middle + forth[:, 2] - middle) * scale
    return glyph._replace(x0=glyph.x0 + x, x1=glyph.x1 + x, top=glyph.top + y, bottom=glyph.bottom + y, font=0)


def _covers(known: Glyph, other: Glyph) -> bool:
    x, y = (other.x0 + other.x1) / 2, (other.top + other.bottom) / 2
    return known.x0 <= x <= known.x1 and known.top <= y <= known.bottom
