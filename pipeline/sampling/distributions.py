"""What do the exact distributions say: how many to ask, and what do the answers prove?

All probabilities come from scipy; here stand only the questions put to them. docs/sampling.md has the formulas.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from scipy.stats import beta, binom, gamma, hypergeom

# A probability that equals the risk but for binary noise counts as equal.
_NOISE = 1e-10
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
    risk = risk_of(confidence) + _NOISE
    if allowed >= contrary:
        return None
    # A larger sample never shows fewer contrary units, so halving finds the first that fits.
    return _first(1, population, lambda size: chance_of_few(allowed, population, contrary, size) <= risk)


def hypergeometric_size_at(population: int, contrary: int, confidence: Decimal, expected: Fraction) -> int | None:
    """The same where the contrary units allowed are a share of the sample, rounded up (an expected rate)."""
    risk = risk_of(confidence) + _NOISE

    def fitting(sizes: range) -> Iterable[bool]:
        inside = range(sizes.start, min(sizes.stop, population + 1))
        allowed = [math.ceil(size * expected) for size in inside]
        found = hypergeom.cdf(allowed, population, contrary, list(inside)) <= risk if inside else ()
        return [*map(bool, found), *(False for _ in range(len(sizes) - len(inside)))]

    return None if expected * population >= contrary else _smallest(fitting, population + 1)


def binomial_size(rate: float, confidence: Decimal, allowed: Callable[[int], int]) -> int | None:
    """The same for a population without end; ``allowed`` may grow with the size (an expected rate)."""
    risk = risk_of(confidence) + _NOISE

    def fitting(sizes: range) -> Iterable[bool]:
        return binom.cdf([allowed(size) for size in sizes], list(sizes), rate) <= risk  # type: ignore[no-any-return]

    return _smallest(fitting)


def monetary_size(tolerable: Fraction, expected: Fraction, confidence: Decimal) -> int | None:
    """Monetary units to draw (Poisson): the gamma bound of the expected taints stays within the tolerable share."""
    level = 1 - risk_of(confidence)

    def fitting(sizes: range) -> Iterable[bool]:
        bounds = gamma.ppf(level, [1 + float(expected * size) for size in sizes])
        return (bound <= float(tolerable * size) + _NOISE for bound, size in zip(bounds, sizes, strict=True))

    return _smallest(fitting)


def _smallest(fitting: Callable[[range], Iterable[bool]], end: int = _LARGEST) -> int | None:
    """The smallest number that fits; larger ones need not, so that all before it are asked, range by range."""
    start = 1
    while start < end:
        sizes = range(start, 2 * start)
        found = next((size for size, fits in zip(sizes, fitting(sizes), strict=True) if fits), None)
        if found is not None:
            return found
        start *= 2
    return None


def _first(low: int, high: int, fits: Callable[[int], bool]) -> int | None:
    """The smallest number that fits, where all above a fitting one fit."""
    if not fits(high):
        return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if fits(middle) else (middle + 1, high)
    return low


@dataclass(frozen=True, slots=True)
class Stratum:
    """One part of the population: how many units it has, how many answered, how many of these agreed."""

    name: str
    population: int
    answered: int
    agreed: int


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between which shares (0 to 1) the truth lies."""

    lower: Fraction
    upper: Fraction


def fewest_agreeing(stratum: Stratum, risk: float) -> int:
    """The smallest number of agreeing units in the population that the answers do not rule out at this risk."""
    population, agreed = stratum.population, stratum.agreed
    if agreed == 0:
        return 0
    # P(X ≥ agreed) grows with the number agreeing: the first number that is not too rare.
    found = _first(
        agreed,
        population - (stratum.answered - agreed),
        lambda count: chance_of_many(agreed, stratum, count) > risk + _NOISE,
    )
    return population if found is None else found


def chance_of_many(agreed: int, stratum: Stratum, agreeing: int) -> float:
    """P(at least ``agreed`` of the answers agree), where ``agreeing`` of the population do."""
    return float(hypergeom.sf(agreed - 1, stratum.population, agreeing, stratum.answered))


def most_agreeing(stratum: Stratum, risk: float) -> int:
    """The largest number of agreeing units that the answers do not rule out: the same, asked of the contrary ones."""
    mirrored = Stratum(stratum.name, stratum.population, stratum.answered, stratum.answered - stratum.agreed)
    return stratum.population - fewest_agreeing(mirrored, risk)


def hypergeometric_bounds(strata: Sequence[Stratum], confidence: Decimal, *, two_sided: bool = False) -> Bounds:
    """Exact bounds of the share that agrees; over several strata each bears its part of the risk (Bonferroni).

    A stratum of which every unit answered has no risk to bear. One-sided: each bound by itself holds at the
    confidence; two-sided: both together.
    """
    total = sum(stratum.population for stratum in strata)
    uncertain = sum(stratum.answered < stratum.population for stratum in strata)
    risk = risk_of(confidence) / max(1, uncertain) / (2 if two_sided else 1)
    lowest = sum(fewest_agreeing(stratum, risk) for stratum in strata)
    highest = sum(most_agreeing(stratum, risk) for stratum in strata)
    return Bounds(Fraction(lowest, total), Fraction(highest, total))


def certain_bounds(strata: Sequence[Stratum]) -> Bounds:
    """What the answers say by themselves, however they were chosen: all others may agree or not."""
    total = sum(stratum.population for stratum in strata)
    agreed = sum(stratum.agreed for stratum in strata)
    contrary = sum(stratum.answered for stratum in strata) - agreed
    return Bounds(Fraction(agreed, total), Fraction(total - contrary, total))


def clopper_pearson(agreed: int, answered: int, confidence: Decimal, *, two_sided: bool = False) -> Bounds:
    """Exact binomial bounds of a share, as if the population had no end."""
    risk = risk_of(confidence) / (2 if two_sided else 1)
    return _beta_bounds(agreed, answered, risk)


def _beta_bounds(agreed: int, answered: int, risk: float) -> Bounds:
    lower = 0.0 if agreed == 0 else float(beta.ppf(risk, agreed, answered - agreed + 1))
    upper = 1.0 if agreed == answered else float(beta.ppf(1 - risk, agreed + 1, answered - agreed))
    return Bounds(Fraction(lower), Fraction(upper))


def binomial_bounds(strata: Sequence[Stratum], confidence: Decimal, *, two_sided: bool = False) -> Bounds:
    """Clopper-Pearson bounds of the share that agrees, as if no stratum had an end; the strata weigh by their size.

    Over several strata each bears its part of the risk (Bonferroni).
    """
    risk = risk_of(confidence) / len(strata) / (2 if two_sided else 1)
    total = sum(stratum.population for stratum in strata)
    each = [(stratum.population, _beta_bounds(stratum.agreed, stratum.answered, risk)) for stratum in strata]
    lower = sum((size * bounds.lower for size, bounds in each), Fraction(0)) / total
    return Bounds(lower, sum((size * bounds.upper for size, bounds in each), Fraction(0)) / total)


def confidence_factor(errors: int, confidence: Decimal) -> Fraction:
    """The upper Poisson bound of a count, ``errors`` being found: the factor of the monetary-unit tables."""
    return Fraction(float(gamma.ppf(1 - risk_of(confidence), errors + 1)))


def stringer(taints: Sequence[Fraction], size: int, confidence: Decimal) -> Fraction:
    """The Stringer upper bound of the share of an amount that is overstated.

    ``taints`` are the parts overstated (0 to 1) of the units found wrong among ``size`` drawn with chances
    in proportion to their amounts; the largest taint bears the first step of the Clopper-Pearson bounds.
    """
    return _stepped(taints, [clopper_pearson(count, size, confidence).upper for count in range(len(taints) + 1)])


def stringer_poisson(taints: Sequence[Fraction], size: int, confidence: Decimal) -> Fraction:
    """The same with the confidence factors of the printed tables ÷ size as steps: a little wider."""
    return _stepped(taints, [confidence_factor(count, confidence) / size for count in range(len(taints) + 1)])


def _stepped(taints: Sequence[Fraction], steps: Sequence[Fraction]) -> Fraction:
    ordered = sorted(taints, reverse=True)
    grown = sum(((after - before) * taint for before, after, taint in zip(steps, steps[1:], ordered, strict=False)), 0)
    return min(Fraction(1), steps[0] + grown)
