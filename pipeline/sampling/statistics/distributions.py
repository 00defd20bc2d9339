"""How many must be asked, say the exact distributions?

All probabilities come from scipy; here stand only the questions put to them. docs/sampling.md has the formulas.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction

from scipy.stats import binom, gamma, hypergeom

NOISE = 1e-10
"""A probability that equals the risk but for binary noise counts as equal."""
_LARGEST = 1 << 17


def risk_of(confidence: Decimal) -> float:
    """The risk that a confidence (95) leaves: 0.05."""
    return float((100 - confidence) / 100)


def fewest_contrary(population: int, at_least: Decimal) -> int:
    """The smallest number of contrary units with which fewer than ``at_least`` % agree: ⌊(1-P)·N⌋ + 1."""
    return math.floor(Fraction(population) * (100 - Fraction(at_least)) / 100) + 1


def chance_of_few(allowed: int, population: int, contrary: int, size: int) -> float:
    """P(at most ``allowed`` contrary among ``size`` drawn without putting back)."""
    return float(hypergeom.cdf(allowed, population, contrary, size))


def hypergeometric_size(population: int, contrary: int, confidence: Decimal, allowed: int = 0) -> int | None:
    """The fewest units among which at most ``allowed`` contrary would be too rare; None where not even all suffice."""
    risk = risk_of(confidence) + NOISE
    if allowed >= contrary:
        return None
    # A larger sample never shows fewer contrary units, so halving finds the first that fits.
    return first_fitting(1, population, lambda size: chance_of_few(allowed, population, contrary, size) <= risk)


def hypergeometric_size_at(population: int, contrary: int, confidence: Decimal, expected: Fraction) -> int | None:
    """The same where the contrary units allowed are a share of the sample, rounded up (an expected rate)."""
    risk = risk_of(confidence) + NOISE

    def fitting(sizes: range) -> Iterable[bool]:
        inside = range(sizes.start, min(sizes.stop, population + 1))
        allowed = [math.ceil(size * expected) for size in inside]
        fits = hypergeom.cdf(allowed, population, contrary, list(inside)) <= risk if inside else ()
        return [*map(bool, fits), *(False for _ in range(len(sizes) - len(inside)))]

    return None if expected * population >= contrary else _smallest(fitting, population + 1)


def binomial_size(rate: float, confidence: Decimal, allowed: Callable[[int], int]) -> int | None:
    """The same for a population without end; ``allowed`` may grow with the size (an expected rate)."""
    risk = risk_of(confidence) + NOISE

    def fitting(sizes: range) -> Iterable[bool]:
        return binom.cdf([allowed(size) for size in sizes], list(sizes), rate) <= risk  # type: ignore[no-any-return]

    return _smallest(fitting)


def monetary_size(tolerable: Fraction, expected: Fraction, confidence: Decimal) -> int | None:
    """Monetary units to draw (Poisson): the gamma bound of the expected taints stays within the tolerable share."""
    level = 1 - risk_of(confidence)

    def fitting(sizes: range) -> Iterable[bool]:
        bounds = gamma.ppf(level, [1 + float(expected * size) for size in sizes])
        return (bound <= float(tolerable * size) + NOISE for bound, size in zip(bounds, sizes, strict=True))

    return _smallest(fitting)


def _smallest(fitting: Callable[[range], Iterable[bool]], end: int = _LARGEST) -> int | None:
    """The smallest number that fits; larger ones need not, so that all before it are asked, range by range."""
    start = 1
    while start < end:
        sizes = range(start, 2 * start)
        smallest = next((size for size, fits in zip(sizes, fitting(sizes), strict=True) if fits), None)
        if smallest is not None:
            return smallest
        start *= 2
    return None


def first_fitting(low: int, high: int, fits: Callable[[int], bool]) -> int | None:
    """The smallest number that fits, where all above a fitting one fit."""
    if not fits(high):
        return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if fits(middle) else (middle + 1, high)
    return low
