"""How much of their wording do two application reports share?

Every run of eight hanzi of a text is one of its shingles; the share is what both have of what either has. Shingles are
held as numbers, 64 bits of each, mixed so that the smallest of them are a fair draw: the sketch of a text.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.uint64]
Counts: TypeAlias = NDArray[np.int64]

SHINGLE = 8
"""Hanzi. Reports on the same form share stock phrases, which are shorter."""

SHORTEST = 200
"""Shingles below which a text says too little to be compared."""

SKETCH = 160
"""Shingles drawn of each text. Of two texts that share half, at least 80 are expected in both, give or take 6."""

_SPREAD = 5
"""Standard deviations."""

_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_MIX = ((np.uint64(30), np.uint64(0xBF58476D1CE4E5B9)), (np.uint64(27), np.uint64(0x94D049BB133111EB)))
_LAST = np.uint64(31)


def shingles(text: str) -> Numbers:
    """Those of the text, each once, in ascending order; none where it is shorter than one."""
    letters = np.frombuffer(text.encode("utf-32-le", "replace"), dtype=np.uint32).astype(np.uint64)
    count = len(letters) - SHINGLE + 1
    if count < 1:
        return np.empty(0, dtype=np.uint64)
    numbers = np.zeros(count, dtype=np.uint64)
    for start in range(SHINGLE):
        numbers = numbers * _FACTOR + letters[start : start + count]
    for shift, factor in _MIX:
        numbers = (numbers ^ (numbers >> shift)) * factor
    return np.unique(numbers ^ (numbers >> _LAST))


def sketch(text: str) -> tuple[Numbers, int]:
    """The fair draw of its shingles, and how many there are; none where the text is too short to be compared."""
    found = shingles(text)
    return (found[:SKETCH], len(found)) if len(found) >= SHORTEST else (found[:0], 0)


def may_share(similar: float, common: Counts, mine: int, theirs: Counts) -> NDArray[np.bool_]:
    """Whether texts of so many shingles, with so many in common of what is drawn of each, may share so much of all.

    Where they do share it, the draw shows less than this once in millions.
    """
    whole = similar / (1 + similar) * (mine + theirs)
    expected = np.minimum(1.0, whole / np.maximum(mine, theirs))
    drawn = np.minimum(SKETCH, np.minimum(mine, theirs))
    enough: NDArray[np.bool_] = common >= drawn * expected - _SPREAD * np.sqrt(drawn * expected * (1 - expected))
    return enough


def share(one: str, other: str) -> float:
    """What both have of what either has, between 0 and 1."""
    mine, theirs = shingles(one), shingles(other)
    common = len(np.intersect1d(mine, theirs, assume_unique=True))
    either = len(mine) + len(theirs) - common
    return common / either if either else 0.0
