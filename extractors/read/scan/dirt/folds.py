"""Which straight runs of ink are folds of the paper, and how does the page look without them?

In:     straight runs of ink, level and upright; the picture.
Out:    those that are folds; the picture with the shade of the folds taken out.
Raises: nothing.

A fold runs on beyond the table that it crosses, to the edges of the paper; most rules of a table end together.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extractors.layout.geometry import Edge
from extractors.read.ocr.engine import Picture
from extractors.read.scan.settings import FOLD


class Folds(NamedTuple):
    """Level and upright folds."""

    level: Sequence[Edge]
    upright: Sequence[Edge]


def folds(level: Sequence[Edge], upright: Sequence[Edge], dpi: float) -> Folds:
    """The folds among straight runs of ink."""
    return Folds(_folds(level, upright, dpi), _folds(upright, level, dpi))


def _folds(edges: Sequence[Edge], across: Sequence[Edge], dpi: float) -> list[Edge]:
    out, near = FOLD.out * dpi, FOLD.near * dpi
    met = {edge: _met(edge, across, near) for edge in edges}
    rules = [edge for edge in edges if len(met[edge]) > 1]
    if len(rules) <= FOLD.most:
        return []
    first, last = (float(np.median(ends)) for ends in zip(*((rule.start, rule.end) for rule in rules), strict=True))
    found = []
    for edge in rules:
        # Rules of a table without sides end together; the frame of a form is longer than its rules, and ends at them.
        low, high = min(first, *met[edge]), max(last, *met[edge])
        # What is written along a fold breaks it; a rule may stand in line with it.
        start, end = _along(edge, edges, near)
        beyond = max(low - edge.start, 0) + max(edge.end - high, 0)
        if start <= low - out and end >= high + out and beyond >= out:
            found.append(edge)
    return found


def _met(edge: Edge, across: Sequence[Edge], near: float) -> list[float]:
    """Where an edge meets the rules of a table."""
    return [
        rule.at
        for rule in across
        if rule.start - near < edge.at < rule.end + near and edge.start - near < rule.at < edge.end + near
    ]


def _along(edge: Edge, edges: Sequence[Edge], near: float) -> tuple[float, float]:
    """From where to where an edge reaches, with what goes on in line with it."""
    same = [other for other in edges if abs(other.at - edge.at) <= near]
    return min(other.start for other in same), max(other.end for other in same)


def without_folds(picture: Picture, found: Folds, dpi: float) -> Picture:
    """The picture with the paper along each fold as light as beside it; the writing stays."""
    if not any(found):
        return picture
    lit = picture.astype(np.float32)
    broad = round(FOLD.broad * dpi)
    for edges, turned in ((found.upright, lit), (found.level, lit.transpose(1, 0, 2))):
        for at in sorted({round(edge.at) for edge in edges}):
            _lighten(turned, at, broad)
    return np.clip(lit, 0, 255).astype(np.uint8)


def _lighten(picture: NDArray[np.float32], at: int, broad: int) -> None:
    """Make, in place, the columns about a fold as light as those beside it."""
    first, last = max(at - broad, 1), min(at + broad + 1, picture.shape[1] - 1)
    light = np.percentile(picture[:, first - 1 : last + 1], FOLD.paper, axis=0)
    share = np.linspace(0, 1, len(light))[:, None]
    meant = light[:1] * (1 - share) + light[-1:] * share
    gain = np.maximum(meant / np.maximum(light, 1), 1)
    picture[:, first - 1 : last + 1] *= gain
