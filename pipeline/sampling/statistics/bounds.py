"""Between which shares does the truth lie, after so many answers?

All probabilities come from scipy; docs/sampling.md has the formulas.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from scipy.stats import beta, gamma

from pipeline.sampling.statistics.combined import can_be_combined, fewest_combined
from pipeline.sampling.statistics.distributions import risk_of
from pipeline.sampling.statistics.stratum import Stratum, fewest_agreeing


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between which shares (0 to 1) the truth lies."""

    lower: Fraction
    upper: Fraction


def hypergeometric_bounds(strata: Sequence[Stratum], confidence: Decimal, *, two_sided: bool = False) -> Bounds:
    """Exact bounds of the share that agrees. One-sided: each bound by itself holds at the confidence.

    Two-sided: both together. Several strata are judged by their weighted sum; where that is too much to work out,
    each bears its part of the risk (Bonferroni).
    """
    total = sum(stratum.population for stratum in strata)
    risk = risk_of(confidence) / (2 if two_sided else 1)
    mirrored = [stratum.mirrored() for stratum in strata]
    lowest, contrary = (_fewest(part, risk) for part in (strata, mirrored))
    return Bounds(Fraction(lowest, total), Fraction(total - contrary, total))


def _fewest(strata: Sequence[Stratum], risk: float) -> int:
    """The smallest number of agreeing units that the answers do not rule out."""
    # A stratum of which every unit answered has no risk to bear.
    uncertain = sum(stratum.answered < stratum.population for stratum in strata)
    if uncertain > 1 and can_be_combined(strata):
        return fewest_combined(strata, risk)
    return sum(fewest_agreeing(stratum, risk / max(1, uncertain)) for stratum in strata)


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
