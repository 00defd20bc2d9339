"""Which numbers of agreeing units do the answers from several strata together rule out?

The strata are judged by one number, T = Σ Nₕ·kₕ ÷ nₕ, the weighted sum of what agreed. A number of agreeing units is
ruled out where T is too large for it in whichever way these units may lie in the strata: exact, and far narrower than
giving each stratum its part of the risk.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from math import lcm, prod

import numpy as np
from numpy.typing import NDArray
from scipy.stats import hypergeom

from pipeline.sampling.statistics.distributions import NOISE
from pipeline.sampling.statistics.stratum import Stratum

MOST_WAYS = 4_000_000
"""In so many ways the agreeing units may lie in the strata at most: beyond, it takes too much time and memory."""


def can_be_combined(strata: Sequence[Stratum]) -> bool:
    """Whether there are several strata, but not too many ways in which units may lie in them."""
    return len(strata) > 1 and prod(stratum.population + 1 for stratum in strata) <= MOST_WAYS


def fewest_combined(strata: Sequence[Stratum], risk: float) -> int:
    """The smallest number of agreeing units in all strata that the answers do not rule out at this risk."""
    chances = _chances(strata)
    return int(_outer([_possible(stratum) for stratum in strata])[chances > risk + NOISE].min())


def likeliest(strata: Sequence[Stratum], total: int) -> tuple[float, tuple[int, ...]]:
    """The largest P(T at least as large as it was) with ``total`` agreeing units, and how these lie in the strata."""
    chances = _chances(strata)
    possible = [_possible(stratum) for stratum in strata]
    chances[_outer(possible) != total] = -1
    at = np.unravel_index(int(chances.argmax()), chances.shape)
    return float(chances[at]), tuple(int(axis[where]) for axis, where in zip(possible, at, strict=True))


def _possible(stratum: Stratum) -> NDArray[np.int64]:
    """How many of the stratum may agree: those who said so, up to all but those who said otherwise."""
    return np.arange(stratum.agreed, stratum.population - (stratum.answered - stratum.agreed) + 1)


def _chances(strata: Sequence[Stratum]) -> NDArray[np.float64]:
    """P(T at least as large as it was), for every way in which agreeing units may lie in the strata: one axis each."""
    chances = _as_large(strata).astype(np.float64)
    for stratum in strata:
        answers = np.arange(stratum.answered + 1)
        likely = hypergeom.pmf(answers, stratum.population, _possible(stratum)[:, None], stratum.answered)
        # The first axis, of this stratum's answers, becomes the last one, of its possible numbers.
        chances = np.tensordot(chances, likely, axes=([0], [1]))
    return chances


def _as_large(strata: Sequence[Stratum]) -> NDArray[np.bool_]:
    """For all answers that might have been given, whether their T is at least the one that was; in whole numbers."""
    common = lcm(*(stratum.answered for stratum in strata if stratum.answered))
    weights = [stratum.population * common // stratum.answered if stratum.answered else 0 for stratum in strata]
    seen = sum(weight * stratum.agreed for weight, stratum in zip(weights, strata, strict=True))
    # So few ways keep the common multiple, and with it every sum, far below what an integer of 64 bits holds.
    steps = [weight * np.arange(stratum.answered + 1) for weight, stratum in zip(weights, strata, strict=True)]
    return np.asarray(_outer(steps) >= seen, dtype=np.bool_)


def _outer(axes: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    """The sums of one number from each axis."""
    return reduce(np.add.outer, axes)
