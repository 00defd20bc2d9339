"""How many units must be asked, and what does the regulation's own minimum prove?"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction

from pipeline.results.as_json import plain
from pipeline.sampling.statistics.bounds import hypergeometric_bounds
from pipeline.sampling.statistics.distributions import (
    binomial_size,
    chance_of_few,
    fewest_contrary,
    hypergeometric_size,
    hypergeometric_size_at,
    monetary_size,
    risk_of,
)
from pipeline.sampling.statistics.stratum import Stratum
from schemas.errors import UsageError

_NOISE = 1e-10
_CLOSER = "请降低 --at-least 或预计的不符。"


@dataclass(frozen=True, slots=True)
class SamplePlan:
    """At most ``expected`` contrary answers among ``size`` show that at least ``at_least`` % agree."""

    population: int
    at_least: Decimal
    confidence: Decimal
    expected: int
    size: int

    def as_json(self) -> dict[str, object]:
        """The keys of the contract (§10)."""
        return _claim(self, self.population, "hypergeometric")


@dataclass(frozen=True, slots=True)
class EndlessPlan:
    """The same for a population without end: what its applicant will do as well as what it did (binomial)."""

    at_least: Decimal
    confidence: Decimal
    expected: int
    size: int

    def as_json(self) -> dict[str, object]:
        """The keys of the contract (§10); there is no number of units."""
        return _claim(self, None, "binomial")


def _claim(planned: SamplePlan | EndlessPlan, population: int | None, method: str) -> dict[str, object]:
    return {
        "population": population,
        "at_least": plain(planned.at_least),
        "confidence": plain(planned.confidence),
        "expected": planned.expected,
        "size": planned.size,
        "method": method,
    }


@dataclass(frozen=True, slots=True)
class TwoStages:
    """Ask ``each``: with at most ``expected`` contrary it is shown; with one more, ask ``each`` again.

    It is then shown where the second stage has no further contrary one.
    """

    each: int
    expected: int


@dataclass(frozen=True, slots=True)
class MoneyPlan:
    """Monetary units to draw so that the error in ``total`` is shown to be at most ``tolerable``."""

    total: Decimal
    tolerable: Decimal
    expected_error: Decimal
    confidence: Decimal
    size: int

    def as_json(self) -> dict[str, object]:
        """The plan with the interval: an amount of at least that much is taken with certainty."""
        return {
            "total": plain(self.total),
            "tolerable": plain(self.tolerable),
            "expected_error": plain(self.expected_error),
            "confidence": plain(self.confidence),
            "size": self.size,
            "interval": plain(self.total / self.size),
            "method": "monetary-unit (Poisson)",
        }


def plan(population: int, at_least: Decimal, confidence: Decimal, expected: int = 0) -> SamplePlan:
    """The fewest units to ask. UsageError where no number of answers could show it."""
    _check(at_least, confidence, expected)
    _check_population(population)
    contrary = fewest_contrary(population, at_least)
    size = hypergeometric_size(population, contrary, confidence, expected)
    if size is None:
        raise UsageError(
            f"总体 {population} 个，允许 {expected} 个不符时，不符的已可能多到使符合率低于 {_shown(at_least)}%，"
            f"全部核实也不能证明。请减小 --expected（最多 {contrary - 1}）。"
        )
    return SamplePlan(population, at_least, confidence, expected, size)


def plan_at_rate(population: int, at_least: Decimal, confidence: Decimal, rate: Decimal) -> SamplePlan:
    """The same where a share of the sample (%) is expected to be contrary: the number allowed grows with the size."""
    _check(at_least, confidence, 0)
    _check_population(population)
    _check_rate(rate, at_least)
    contrary = fewest_contrary(population, at_least)
    size = hypergeometric_size_at(population, contrary, confidence, Fraction(rate) / 100)
    if size is None:
        raise UsageError(f"总体 {population} 个，预计不符率 {_shown(rate)}% 时，全部核实也不能证明。{_CLOSER}")
    return SamplePlan(population, at_least, confidence, math.ceil(Fraction(rate) / 100 * size), size)


def endless_plan(at_least: Decimal, confidence: Decimal, expected: int = 0, rate: Decimal | None = None) -> EndlessPlan:
    """The fewest to ask of a population without end, with a number or a share (%) of contrary ones allowed."""
    _check(at_least, confidence, expected)
    if rate is not None:
        _check_rate(rate, at_least)

    def allowed(size: int) -> int:
        return expected if rate is None else math.ceil(Fraction(rate) / 100 * size)

    size = binomial_size(float((100 - at_least) / 100), confidence, allowed) if at_least < 100 else None
    if size is None:
        raise UsageError(f"总体没有尽头时，抽样不能证明不低于 {_shown(at_least)}%。{_CLOSER}")
    return EndlessPlan(at_least, confidence, allowed(size), size)


def _check_rate(rate: Decimal, at_least: Decimal) -> None:
    if not 0 <= rate < 100 - at_least:
        raise UsageError(f"--expected-rate 应不低于 0、低于 {_shown(100 - at_least)}（百分数，100 减去 --at-least）。")


def _check_population(population: int) -> None:
    if population < 1:
        raise UsageError("--population 应为正整数（总体中有多少个单位）。")


def _check(at_least: Decimal, confidence: Decimal, expected: int) -> None:
    if not 0 < at_least <= 100:
        raise UsageError("--at-least 应在 0 与 100 之间（百分数，可以是 100）。")
    check_confidence(confidence)
    if expected < 0:
        raise UsageError("--expected 不能是负数。")


def check_confidence(confidence: Decimal) -> None:
    """UsageError where a confidence is no percentage that leaves a risk."""
    if not 50 <= confidence < 100:
        raise UsageError("--confidence 应不低于 50、低于 100（百分数），例如 95。")


def two_stages(single: SamplePlan) -> TwoStages | None:
    """The two-stage plan of equal stages for the same claim; None where the population is too small for one."""
    population, expected = single.population, single.expected
    contrary = fewest_contrary(population, single.at_least)
    risk = risk_of(single.confidence) + _NOISE
    for each in range(single.size, population // 2 + 1):
        if _passes(population, contrary, each, expected) <= risk:
            return TwoStages(each, expected)
    return None


def _passes(population: int, contrary: int, each: int, expected: int) -> float:
    """The chance that a population with so many contrary units passes the two stages."""
    at_once = chance_of_few(expected, population, contrary, each)
    one_more = chance_of_few(expected + 1, population, contrary, each) - at_once
    left = contrary - expected - 1
    return at_once + one_more * (chance_of_few(0, population - each, left, each) if left > 0 else 1.0)


def money_plan(
    total: Decimal, tolerable: Decimal, confidence: Decimal, expected_error: Decimal = Decimal(0)
) -> MoneyPlan:
    """Monetary-unit sampling: how many draws in proportion to the amounts."""
    check_confidence(confidence)
    if not 0 <= expected_error < tolerable <= total or total <= 0:
        raise UsageError("应有：0 ≤ --expected-error ＜ --tolerable ≤ --total（单位相同，均为金额）。")
    size = monetary_size(Fraction(tolerable) / Fraction(total), Fraction(expected_error) / Fraction(total), confidence)
    if size is None:
        raise UsageError("预计错误金额与可容忍金额太接近，无法以抽样证明。请减小 --expected-error 或全部核实。")
    return MoneyPlan(total, tolerable, expected_error, confidence, size)


def proven(population: int, asked: int, agreed: int, confidence: Decimal) -> Decimal:
    """The share (%) that so many agreeing answers prove, rounded down: never more than is proven."""
    bounds = hypergeometric_bounds([Stratum("", population, asked, agreed)], confidence)
    percent = Decimal(bounds.lower.numerator) * 100 / bounds.lower.denominator
    return percent.quantize(Decimal("0.1"), ROUND_FLOOR)


def on_the_minimum(single: SamplePlan, minimum: int, source: str) -> list[str]:
    """What the regulation's own number of calls proves and does not prove, in Chinese."""
    asked = min(minimum, single.population)
    share = proven(single.population, asked, asked, single.confidence)
    what = f"即使 {asked} 家全部满意，也只能说明（置信度 {_shown(single.confidence)}%）满意率不低于 {_shown(share)}%"
    enough = share >= single.at_least
    verdict = f"足以说明不低于 {_shown(single.at_least)}%" if enough else f"不足以说明不低于 {_shown(single.at_least)}%"
    if enough:
        what = what.replace("即使", "如").replace("也只能", "可以")
    needed = f"须随机核实 {single.size} 家，其中不满意的不超过 {single.expected} 家"
    return [
        f"推荐表的要求是随机抽取不少于 {minimum} 家（{source}）。{what}，{verdict}。",
        f"要说明不低于 {_shown(single.at_least)}%，{needed}。",
        "“抽了不少于规定家数”与“结果能证明满意率”是两回事，请分别说明。",
    ]


def _shown(number: Decimal) -> str:
    return f"{number.normalize():f}"
