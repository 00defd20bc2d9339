"""Which boxes of a recognised page stand on one line, though the recogniser saw one a little higher than another?

In:     the glyphs of a page, the boxes of the lines they were recognised in, and the upright rules.
Out:    the same glyphs, those of one line level. What a rule parts is not on one line: lines of neighbouring cells
        that are wrapped otherwise stand between each other.
Raises: nothing.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from extractors.layout.geometry import Edge
from extractors.read.ocr.engine import Quads
from extractors.read.scan.glyphs import Scored
from extractors.read.scan.settings import BASELINE


class TextRun(NamedTuple):
    """A line of text: its middle and height, from where to where it reaches."""

    middle: float
    high: float
    x0: float
    x1: float
    column: tuple[float, ...] = ()
    """Where the upright rules to its left and right stand."""


def level(scored: Sequence[Scored], boxes: Sequence[Quads], scale: float, upright: Sequence[Edge] = ()) -> list[Scored]:
    """The glyphs moved by the little that the boxes of one line differ in height; ``scale`` is points per pixel.

    The ``upright`` rules are in points, as the glyphs.
    """
    stretches = sorted(_within_rules(_stretch(box * scale), upright) for box in boxes)
    moves = [middle - one.middle for one, middle in zip(stretches, levelled(stretches), strict=True)]
    return [_moved(one, stretches, moves) for one in scored]


def _stretch(box: Quads) -> TextRun:
    return TextRun(float(box[:, 1].mean()), float(np.ptp(box[:, 1])), float(box[:, 0].min()), float(box[:, 0].max()))


def _within_rules(stretch: TextRun, upright: Sequence[Edge]) -> TextRun:
    """The stretch with the nearest rules on either side that stand at its height."""
    across = (stretch.x0 + stretch.x1) / 2
    beside = [rule.at for rule in upright if rule.start <= stretch.middle <= rule.end]
    left = max((at for at in beside if at <= across), default=-math.inf)
    return stretch._replace(column=(left, min((at for at in beside if at > across), default=math.inf)))


def _moved(one: Scored, stretches: Sequence[TextRun], moves: Sequence[float]) -> Scored:
    """The glyph with the line that it stands on."""
    glyph = one.glyph
    middle, across = (glyph.top + glyph.bottom) / 2, (glyph.x0 + glyph.x1) / 2
    at = bisect_left(stretches, (middle,))
    own = min(
        (
            index
            for index in range(max(at - BASELINE.about, 0), min(at + BASELINE.about, len(stretches)))
            if _holds(stretches[index], across)
        ),
        key=lambda index: abs(stretches[index].middle - middle),
        default=None,
    )
    if own is None or not moves[own] or abs(stretches[own].middle - middle) > stretches[own].high / 2:
        return one
    return one._replace(glyph=glyph._replace(top=glyph.top + moves[own], bottom=glyph.bottom + moves[own]))


def _holds(stretch: TextRun, across: float) -> bool:
    return stretch.x0 - stretch.high <= across <= stretch.x1 + stretch.high


def levelled(stretches: Sequence[TextRun]) -> list[float]:
    """The middle of each stretch; those side by side on one line share theirs.

    A label in bold and its value in another type have boxes of other heights, and a photograph is never quite flat.
    """
    lines: list[list[int]] = []
    for index in sorted(range(len(stretches)), key=lambda index: stretches[index].middle):
        home = min(
            (
                line
                for line in lines[-BASELINE.lines :]
                if _beside(stretches[index], [stretches[other] for other in line])
            ),
            key=lambda line: abs(_middle([stretches[other] for other in line]) - stretches[index].middle),
            default=None,
        )
        if home is None:
            lines.append([index])
        else:
            home.append(index)
    middles = [one.middle for one in stretches]
    for line in lines:
        level = _middle([stretches[index] for index in line])
        for index in line:
            middles[index] = level
    return middles


def _beside(one: TextRun, line: Sequence[TextRun]) -> bool:
    """Whether a stretch stands on a line, and upon nothing that stands there."""
    if any(one.column != other.column for other in line):
        return False
    if any(min(one.x1, other.x1) - max(one.x0, other.x0) > BASELINE.upon * min(one.high, other.high) for other in line):
        return False
    return all(abs(one.middle - other.middle) <= BASELINE.level * min(one.high, other.high) for other in line)


def _middle(line: Sequence[TextRun]) -> float:
    return sum(one.middle for one in line) / len(line)
