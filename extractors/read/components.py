"""Which connected bodies does a picture of ink hold?

OpenCV ends the process where the picture has no row or no column: a cell of a page of few dots is that soon. Whoever
looks for bodies of ink therefore asks here.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

Components: TypeAlias = tuple[int, NDArray[Any], NDArray[Any], NDArray[Any]]
"""The bodies, the ground first: how many there are; the number of each pixel's; left, top, wide, high and area of each;
the middle of each (x, y)."""


def components(ink: NDArray[Any], connectivity: int = 8) -> Components:
    """The bodies of ink whose pixels touch, corners included (8) or not (4); the ground alone where there is none."""
    if not ink.size:
        return 1, np.zeros(ink.shape, np.int32), np.zeros((1, 5), np.int32), np.zeros((1, 2))
    return cv2.connectedComponentsWithStats(np.asarray(ink, np.uint8), connectivity=connectivity)
