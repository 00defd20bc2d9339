"""How does the type of a text object stand on its page: which way up, how steep, how large?

In:     the matrix of a text object and the size of its type, as pdfium has them.
Out:    its quarter turn, whether it stands straight, its size on the page in points, its angle and its frame.
Raises: nothing.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from pypdfium2 import raw

_STRAIGHT = 0.05
"""Radians by which a string may slope and still reads level."""

Frame = tuple[float, float, float, float]
"""How far one em leads along the line of writing and, at right angles, up from it."""


class RunShape(NamedTuple):
    """How a text object stands: quarter turns (0 to 3), size in points, angle in degrees."""

    quarter: int
    straight: bool
    size: float
    angle: int
    frame: Frame


def shape_of(matrix: raw.FS_MATRIX, size: float) -> RunShape:
    """That of a text object with this matrix and size of type. Most strings of a page share one."""
    quarter, slope, angle = 0, 0.0, 0
    # Type of a negative size runs against its matrix.
    way = -1 if size < 0 else 1
    if matrix.b or way * matrix.a <= 0:
        along = math.atan2(way * matrix.b, way * matrix.a)
        quarter = round(along / (math.pi / 2)) % 4
        slope = abs(math.remainder(along, math.pi / 2))
        angle = round(math.degrees(along))
    scale = math.hypot(matrix.c, matrix.d) or math.hypot(matrix.a, matrix.b) or 1.0
    return RunShape(quarter, slope < _STRAIGHT, abs(size) * scale, angle, _frame(matrix, size))


def _frame(matrix: raw.FS_MATRIX, size: float) -> Frame:
    """The frame of a text object; slanted type stands upright in it."""
    along = matrix.a**2 + matrix.b**2
    slant = (matrix.a * matrix.c + matrix.b * matrix.d) / along if along else 0.0
    up = matrix.c - slant * matrix.a, matrix.d - slant * matrix.b
    return matrix.a * size, matrix.b * size, up[0] * size, up[1] * size
