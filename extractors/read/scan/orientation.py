"""Which way up a scanned page is, and by how little it is askew.

In:     a picture and the text boxes found in it.
Out:    the picture turned to read, its boxes with it; the matrix that straightens what is left.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np

from extractors.layout.lines import is_hanzi
from extractors.read.ocr.engine import Picture, Quads, RecognisedLine, recognise
from extractors.read.scan.settings import ORIENTATION


@dataclass(slots=True)
class TurnedPicture:
    """A picture turned to read, the boxes of its lines from the top, and what was read of them so far."""

    picture: Picture
    quads: Quads
    turn: int = 0
    recognised: dict[int, RecognisedLine] = field(default_factory=dict)


def upright(picture: Picture, quads: Quads, known: int | None = None) -> TurnedPicture:
    """The picture turned by quarters so that its lines read; ``turn`` is clockwise, and may be known."""
    turned = TurnedPicture(picture, ordered(quads))
    while known is not None and turned.turn != known:
        turned = _quarter_turned(turned)
    if known is not None or not len(quads):
        return turned
    wide, tall = _lengths(turned.quads)
    if tall > ORIENTATION.long * wide:
        turned = _quarter_turned(turned)
    # The largest lines say what a page is, and are read in any case: mostly they settle the turn as well.
    largest = _largest(turned.quads)
    _recognise(turned, largest)
    if any(_stands(turned.recognised[index], turned.quads[index]) for index in largest):
        return turned
    return _quarter_turned(_quarter_turned(turned)) if _is_upside_down(turned) else turned


def _recognise(turned: TurnedPicture, asked: Sequence[int]) -> None:
    """Read these lines as the picture is turned."""
    read = recognise([strip(turned.picture, turned.quads[index]) for index in asked])
    turned.recognised.update(zip(asked, read, strict=True))


def _is_upside_down(turned: TurnedPicture) -> bool:
    """Whether a few lines read badly, and better the other way up."""
    probes = _probes(turned.quads)
    _recognise(turned, [index for index in probes if index not in turned.recognised])
    score = _mean([turned.recognised[index] for index in probes])
    if score >= ORIENTATION.reads:
        return False
    over = recognise([np.ascontiguousarray(np.rot90(strip(turned.picture, turned.quads[i]), 2)) for i in probes])
    return _mean(over) > score + ORIENTATION.better


def skew(quads: Quads) -> float:
    """The angle of the lines of text in degrees; 0 where too few say."""
    across = quads[:, 1] - quads[:, 0]
    down = quads[:, 3] - quads[:, 0]
    wide, high = np.hypot(*across.T), np.hypot(*down.T)
    long = wide >= ORIENTATION.sloping * high
    if not long.any():
        return 0.0
    angles = np.degrees(np.arctan2(across[long, 1], across[long, 0]))
    order = np.argsort(angles)
    weights = np.cumsum(wide[long][order])
    angle = float(angles[order][int(np.searchsorted(weights, weights[-1] / 2))])
    return angle if abs(angle) <= ORIENTATION.steepest else 0.0


def strip(picture: Picture, quad: Quads) -> Picture:
    """The line of text in one box, straightened."""
    wide = max(float(np.hypot(*(quad[1] - quad[0]))), float(np.hypot(*(quad[2] - quad[3]))))
    high = max(float(np.hypot(*(quad[3] - quad[0]))), float(np.hypot(*(quad[2] - quad[1]))))
    width, height = max(round(wide), 2), max(round(high), 2)
    goal = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(np.ascontiguousarray(quad, np.float32), goal)
    return np.asarray(
        cv2.warpPerspective(picture, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE),
        np.uint8,
    )


def ordered(quads: Quads) -> Quads:
    """The corners of each box clockwise from the top left, the boxes from the top of the page."""
    if not len(quads):
        return quads
    total, apart = quads.sum(axis=2), quads[:, :, 0] - quads[:, :, 1]
    corners = np.stack([total.argmin(1), apart.argmax(1), total.argmax(1), apart.argmin(1)], axis=1)
    sorted_corners = np.take_along_axis(quads, corners[:, :, None], axis=1)
    return np.asarray(sorted_corners[np.argsort(sorted_corners[:, :, 1].mean(axis=1), kind="stable")], np.float32)


def _quarter_turned(turned: TurnedPicture) -> TurnedPicture:
    """A quarter turn clockwise; what was read before is forgotten."""
    high = turned.picture.shape[0]
    quads = np.stack([high - 1 - turned.quads[:, :, 1], turned.quads[:, :, 0]], axis=2)
    return TurnedPicture(np.ascontiguousarray(np.rot90(turned.picture, -1)), ordered(quads), (turned.turn + 90) % 360)


def _lengths(quads: Quads) -> tuple[float, float]:
    """How much of the text runs across the picture, and how much down it."""
    wide = np.hypot(*(quads[:, 1] - quads[:, 0]).T)
    high = np.hypot(*(quads[:, 3] - quads[:, 0]).T)
    return float(wide[wide >= ORIENTATION.long * high].sum()), float(high[high >= ORIENTATION.long * wide].sum())


def _largest(quads: Quads) -> list[int]:
    """The lines in the largest type that are longer than high."""
    wide = np.hypot(*(quads[:, 1] - quads[:, 0]).T)
    high = np.hypot(*(quads[:, 3] - quads[:, 0]).T)
    order = np.argsort(-high, kind="stable")
    return [int(index) for index in order if wide[index] >= ORIENTATION.title * high[index]][: ORIENTATION.titles]


def _stands(line: RecognisedLine, quad: Quads) -> bool:
    """Whether what was read of a line shows that it stands upright."""
    wide, high = float(np.hypot(*(quad[1] - quad[0]))), float(np.hypot(*(quad[3] - quad[0])))
    hanzi = sum(is_hanzi(char) for char in line.chars)
    shown = hanzi + (len(line.chars) - hanzi) / 2
    return (
        line.score >= ORIENTATION.certain
        and hanzi >= ORIENTATION.fewest
        and shown >= ORIENTATION.dense * wide / max(high, 1)
    )


def _probes(quads: Quads) -> list[int]:
    """The lines that tell best: long, but not so long that they cost much."""
    wide = np.maximum(np.hypot(*(quads[:, 1] - quads[:, 0]).T), 1)
    high = np.maximum(np.hypot(*(quads[:, 3] - quads[:, 0]).T), 1)
    shape = np.abs(np.log(wide / high / ORIENTATION.telling))
    return [int(index) for index in np.argsort(shape, kind="stable")[: ORIENTATION.probes]]


def _mean(lines: list[RecognisedLine]) -> float:
    return sum(one.score for one in lines) / len(lines) if lines else 0.0
