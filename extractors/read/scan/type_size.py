"""How large is the type of each line of a page?

In:     boxes of lines and what was read of them.
Out:    sizes in pixels.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from extractors.layout.lines import is_wide
from extractors.read.ocr.engine import Quads, RecognisedLine
from extractors.read.scan.settings import UNREAD_INK

ReadLine = tuple[Quads, RecognisedLine]
"""The box of a line, and what it says."""


def type_sizes(lines: Sequence[ReadLine]) -> list[float]:
    """Told by how far apart the hanzi of a line stand, else as on the rest of the page, within the box."""
    pitches = [_pitch(line) for line in lines]
    known = [pitch for pitch in pitches if pitch]
    usual = float(np.median(known)) if known else 0.0
    most = [UNREAD_INK.em * float(np.ptp(quad[:, 1])) for quad, _ in lines]
    return [pitch or min(usual or high, high) for pitch, high in zip(pitches, most, strict=True)]


def middles(line: ReadLine) -> list[float]:
    """Where the characters of a line stand, in pixels."""
    quad, text = line
    x0, x1 = float(quad[:, 0].min()), float(quad[:, 0].max())
    return [x0 + at * (x1 - x0) for at in text.at]


def _pitch(line: ReadLine) -> float:
    """How far apart the hanzi of a line stand; 0 where too few say."""
    both = [is_wide(char) and is_wide(other) for char, other in pairwise(line[1].chars)]
    steps = [after - before for (before, after), wide in zip(pairwise(middles(line)), both, strict=True) if wide]
    return float(np.median(steps)) if len(steps) >= UNREAD_INK.steps else 0.0
