"""Which signs were read where one that looks nearly the same is likely too?

In:     how likely a recogniser holds each sign, step by step of its lines.
Out:    the same, with a low score where the other sign may be meant: the sign stays, in doubt.
Raises: nothing.
Source: data/vocabulary/look_alikes.yaml.

A recogniser was taught words: it takes 淼 for 森 and is sure of it, but keeps a chance for 淼.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from extractors.read.ocr.alike_signs import alike_signs

_LEAST, _FAIR = 0.005, 0.06
"""From which chance the other is likely: of pairs that names have, and of everyday signs."""
_DOUBTED = 0.6
"""The score of a sign in doubt."""


class Other(NamedTuple):
    """The place of a sign that may be meant instead, and from which chance."""

    place: int
    least: float


def look_alikes(alphabet: Sequence[str]) -> Mapping[int, tuple[Other, ...]]:
    """For each sign by its place in the alphabet those that it may be."""
    places = {sign: place for place, sign in enumerate(alphabet)}
    found: dict[int, tuple[Other, ...]] = {}
    for read, meant, least in _pairs():
        if read in places and meant in places:
            found[places[read]] = (*found.get(places[read], ()), Other(places[meant], least))
    return found


def _pairs() -> Iterator[tuple[str, str, float]]:
    known = alike_signs()
    for pairs, least in ((known.in_names, _LEAST), (known.everyday, _FAIR)):
        for pair in pairs:
            yield pair[0], pair[1], least


def doubt_look_alikes(
    best: NDArray[Any], sure: NDArray[Any], chances: NDArray[Any], alike: Mapping[int, Sequence[Other]]
) -> None:
    """Lower, in place, the scores of signs that may be others: (lines, steps), and (lines, steps, signs)."""
    for line, step in zip(*np.nonzero(np.isin(best, list(alike))), strict=True):
        sign = int(best[line, step])
        if any(chances[line, step, other.place] >= other.least for other in alike[sign]):
            # A sign takes up several steps, and its score is that of the surest.
            first, last = _steps_of(best[line], int(step))
            sure[line, first:last] = np.minimum(sure[line, first:last], _DOUBTED)


def _steps_of(best: NDArray[Any], step: int) -> tuple[int, int]:
    """From which step to which one sign reaches; the last one is not among them."""
    others = np.flatnonzero(best != best[step])
    before, after = others[others < step], others[others > step]
    return (int(before[-1]) + 1 if len(before) else 0), (int(after[0]) if len(after) else len(best))
