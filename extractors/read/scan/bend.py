"""By how much a page is bent, or seen from aside: told by the rules of its tables, which were straight when printed.

In:     the ink of a picture that was turned level by its lines of text.
Out:    where each point of the picture lies on the flat page, and the way back.
Raises: nothing.

Each rule tells how far the page's own level (or upright) runs off along it, whatever height it stands at: the shift
is one smooth surface, and each piece of a rule fits it but for a constant of its own. So pieces need not be joined.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.read.components import components
from extractors.read.scan.settings import BEND

Ink = NDArray[np.uint8]
Points = NDArray[np.float64]
"""(n, 2): across and down, in pixels."""

_TERMS = tuple((along, across) for along in range(1, 5) for across in range(4) if along + across <= 4)
"""Powers of the surface. None is free of the way along the rule: what all points of a rule share is its own height."""


class RulePiece(NamedTuple):
    """Points of one piece of a rule: how far along it, and at what height (in pixels)."""

    along: Points
    across: Points


@dataclass(frozen=True, slots=True)
class Surface:
    """By how many pixels what was straight runs off, over the picture; beyond the rules as at their nearest end."""

    factors: tuple[float, ...]
    low: tuple[float, float]
    high: tuple[float, float]
    """From where to where the rules reach: along them, and across."""

    def at(self, along: Points, across: Points) -> Points:
        """The shift at each of these places."""
        u, v = self.scaled(along, 0), self.scaled(across, 1)
        powers = [[np.ones_like(u)], [np.ones_like(v)]]
        for kept, value in zip(powers, (u, v), strict=True):
            for _ in range(4):
                kept.append(kept[-1] * value)
        total = np.zeros(np.broadcast(u, v).shape)
        for factor, (i, j) in zip(self.factors, _TERMS, strict=True):
            total += factor * powers[0][i] * powers[1][j]
        return total

    def scaled(self, value: Points, way: int) -> Points:
        """Places along the rules (``way`` 0) or across them (1), from -1 to 1 where the rules reach."""
        low, high = self.low[way], self.high[way]
        return np.asarray((2 * np.clip(value, low, high) - low - high) / max(high - low, 1.0), np.float64)


FLAT = Surface((0.0,) * len(_TERMS), (0.0, 0.0), (1.0, 1.0))


@dataclass(frozen=True, slots=True)
class Bend:
    """How the picture of a page is bent: how level rules run off down, and upright ones to the right."""

    down: Surface
    right: Surface

    def flattened(self, points: Points) -> Points:
        """Where points of the picture lie on the flat page."""
        x, y = points[:, 0], points[:, 1]
        return np.stack([x - self.right.at(y, x), y - self.down.at(x, y)], axis=1)

    def bent(self, points: Points) -> Points:
        """Where points of the flat page lie in the picture: the surfaces are so flat that few steps lead back."""
        x, y = points[:, 0], points[:, 1]
        for _ in range(BEND.steps):
            x, y = points[:, 0] + self.right.at(y, x), points[:, 1] + self.down.at(x, y)
        return np.stack([x, y], axis=1)


def bend_of(dark: Ink, dpi: float) -> Bend | None:
    """How a page is bent; None where its rules are straight enough, or too few to tell."""
    level, upright = _pieces(dark, dpi), _pieces(np.ascontiguousarray(dark.T), dpi)
    down, right = _surface(level, dpi), _surface(upright, dpi)
    if down is None and right is None:
        return None
    return Bend(down or FLAT, right or FLAT)


def _pieces(dark: Ink, dpi: float) -> list[RulePiece]:
    """The long level runs of ink, followed along their course."""
    # A run that rises by a pixel within the shortest stretch is still one.
    thick = cv2.dilate(dark, np.ones((3, 1), np.uint8))
    opened = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, round(BEND.stretch * dpi)), np.uint8))
    count, labels, stats, _ = components(opened)
    found = []
    for index in range(1, count):
        x, y, wide, high, area = (int(value) for value in stats[index])
        if wide < BEND.shortest * dpi or area > (BEND.thickest * dpi + 2) * wide:
            continue
        run = labels[y : y + high, x : x + wide] == index
        depth = run.sum(axis=0)
        middle = (run * np.arange(high)[:, None]).sum(axis=0) / np.maximum(depth, 1) + y
        # Where letters touch the rule, its middle is not told.
        told = np.flatnonzero((depth > 0) & (depth <= BEND.thickest * dpi + 2))[:: BEND.every]
        if len(told) * BEND.every >= BEND.told * wide:
            found.append(RulePiece((told + x).astype(np.float64), middle[told].astype(np.float64)))
    return found


def _surface(pieces: Sequence[RulePiece], dpi: float) -> Surface | None:
    """The surface that the pieces lie on; None where they are straight, too few, or lie on none."""
    if len(pieces) < BEND.fewest:
        return None
    along, across = (np.concatenate([piece[way] for piece in pieces]) for way in (0, 1))
    owner = np.repeat(np.arange(len(pieces)), [len(piece.along) for piece in pieces])
    low, high = (float(along.min()), float(across.min())), (float(along.max()), float(across.max()))
    flat = Surface(FLAT.factors, low, high)
    u, v = flat.scaled(along, 0), flat.scaled(across, 1)
    terms = np.stack([u**i * v**j for i, j in _TERMS], axis=1)
    factors, rest = _settled(terms, across, owner)
    surface = Surface(tuple(float(factor) for factor in factors), low, high)
    shift = surface.at(along, across)
    if float(np.percentile(np.abs(rest), BEND.most)) > BEND.rest * dpi:
        return None
    # What all rules share is no bend: the page is askew.
    shift = shift - u * float((u @ shift) / max(float(u @ u), 1.0))
    runs = [float(np.ptp(shift[owner == index])) for index in range(len(pieces))]
    return surface if float(np.percentile(runs, BEND.most)) > BEND.bent * dpi else None


def _settled(terms: Points, across: Points, owner: NDArray[np.intp]) -> tuple[Points, Points]:
    """The factors once what lies far off counts for little, and how far each point lies off the surface."""
    weights = np.ones(len(across))
    for _ in range(BEND.rounds):
        factors = _fitted(terms, across, owner, weights)
        rest = across - terms @ factors
        rest -= _means(rest, owner, weights)[owner]
        usual = max(float(np.median(np.abs(rest))), BEND.finest)
        weights = 1 / (1 + (rest / (BEND.outlier * usual)) ** 2)
    return factors, rest


def _fitted(terms: Points, across: Points, owner: NDArray[np.intp], weights: Points) -> Points:
    """The factors of the surface by least squares; a little is taken off them, so that few rules make no waves."""
    own = terms - _means(terms, owner, weights)[owner]
    height = across - _means(across, owner, weights)[owner]
    left = own.T @ (own * weights[:, None]) + BEND.stiff * len(across) * np.eye(terms.shape[1])
    return np.asarray(np.linalg.solve(left, own.T @ (height * weights)), np.float64)


def _means(values: Points, owner: NDArray[np.intp], weights: Points) -> Points:
    """The weighted mean of each piece."""
    total = np.bincount(owner, weights)
    if values.ndim == 1:
        return np.asarray(np.bincount(owner, values * weights) / total, np.float64)
    return np.stack([np.bincount(owner, column * weights) / total for column in values.T], axis=1)
