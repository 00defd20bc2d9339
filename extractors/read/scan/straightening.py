"""How a picture of a page is made straight: turned by the little it is askew, flattened where it is bent.

In:     a picture turned to read, with the boxes of its lines.
Out:    the straight picture, its boxes, and the way back to the picture as it was scanned.
Raises: nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.read.ocr.engine import Picture, Quads
from extractors.read.scan import rules as scan_rules
from extractors.read.scan.bend import Bend, Points, bend_of
from extractors.read.scan.orientation import TurnedPicture, skew
from extractors.read.scan.settings import BEND, ORIENTATION
from schemas.locator import Box


@dataclass(frozen=True, slots=True)
class WayBack:
    """From the straight page to the picture as it was scanned, in pixels: unbent, then turned back."""

    matrix: NDArray[np.float64]
    bend: Bend | None = None

    def points(self, points: Points) -> Points:
        """Where these points of the straight page lie in the picture."""
        bent = self.bend.bent(points) if self.bend else points
        return np.asarray(bent @ self.matrix[:, :2].T + self.matrix[:, 2], np.float64)

    def straight(self, points: Points) -> Points:
        """Where these points of the picture lie on the straight page."""
        level = (points - self.matrix[:, 2]) @ np.linalg.inv(self.matrix[:, :2]).T
        return np.asarray(self.bend.flattened(level) if self.bend else level, np.float64)

    def box(self, box: Box | None, scale: float) -> Box | None:
        """The same of a box in points; ``scale`` is points per pixel."""
        if box is None or (self.bend is None and self.matrix[0, 1] == 0 and self.matrix[1, 0] == 0):
            return box
        x0, y0, x1, y1 = (value / scale for value in box)
        # The middles of the sides: the corners would make the box of a long line too high.
        sides = np.array([[x0, (y0 + y1) / 2], [x1, (y0 + y1) / 2], [(x0 + x1) / 2, y0], [(x0 + x1) / 2, y1]])
        moved = self.points(sides) * scale
        low, top = moved.min(axis=0)
        far, end = moved.max(axis=0)
        return round(float(low), 2), round(float(top), 2), round(float(far), 2), round(float(end), 2)


STRAIGHT = WayBack(np.eye(2, 3))


def straightened(turned: TurnedPicture, dpi: float) -> tuple[Picture, Quads, WayBack]:
    """The picture made straight, its boxes, and the way back.

    The lines of text say by how much it is askew; rules, where there are some, say it better, and whether it is bent.
    """
    angle = skew(turned.quads)
    picture, quads, back = _rotated(turned, angle)
    dark = scan_rules.ink(grey(picture), dpi)
    rest = scan_rules.slope(dark)
    bend = bend_of(dark, dpi)
    if bend is not None:
        return _flattened(turned, quads, back.matrix, bend)
    return _rotated(turned, angle + rest) if abs(rest) > ORIENTATION.level else (picture, quads, back)


def grey(picture: Picture) -> Picture:
    """The picture in shades of grey."""
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), np.uint8)


def _rotated(turned: TurnedPicture, angle: float) -> tuple[Picture, Quads, WayBack]:
    high, wide = turned.picture.shape[:2]
    if abs(angle) < ORIENTATION.level:
        return turned.picture, turned.quads, STRAIGHT
    matrix = cv2.getRotationMatrix2D((wide / 2, high / 2), angle, 1.0)
    picture = cv2.warpAffine(
        turned.picture, matrix, (wide, high), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    quads = turned.quads @ matrix[:, :2].T.astype(np.float32) + matrix[:, 2].astype(np.float32)
    back = WayBack(np.asarray(cv2.invertAffineTransform(matrix)))
    return np.asarray(picture, np.uint8), np.asarray(quads, np.float32), back


def _flattened(
    turned: TurnedPicture, quads: Quads, matrix: NDArray[np.float64], bend: Bend
) -> tuple[Picture, Quads, WayBack]:
    """The picture as the flat page shows it, taken from the scan in one go; ``quads`` are those of the level one."""
    back = WayBack(matrix, bend)
    high, wide = turned.picture.shape[:2]
    xs, ys = np.arange(0, wide + BEND.mesh, BEND.mesh), np.arange(0, high + BEND.mesh, BEND.mesh)
    mesh = np.stack(np.meshgrid(xs, ys), axis=2).reshape(-1, 2).astype(np.float64)
    from_where = back.points(mesh).reshape(len(ys), len(xs), 2).astype(np.float32)
    # Every pixel between its four corners of the mesh.
    across, down = np.meshgrid(
        np.arange(wide, dtype=np.float32) / BEND.mesh, np.arange(high, dtype=np.float32) / BEND.mesh
    )
    maps = cv2.remap(from_where, across, down, cv2.INTER_LINEAR)
    flat = cv2.remap(turned.picture, maps, np.empty(0), cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    moved = bend.flattened(quads.reshape(-1, 2).astype(np.float64)).reshape(-1, 4, 2)
    return np.asarray(flat, np.uint8), np.asarray(moved, np.float32), back
