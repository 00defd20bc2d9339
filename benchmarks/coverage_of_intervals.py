"""Does every interval of the evaluation hold the truth as often as it says? 10,000 seeded simulations each.

Two-stage plans besides: how often a population just short of the bound does not pass.

    python -m benchmarks.coverage_of_intervals [simulations]

Populations, samples and answers are made up with a seeded generator. 10,000 simulations leave a standard error of 0.2
to 0.3 points, so the exact coverage is worked out beside them wherever all outcomes can be listed. Prints one line per
case and ends with 1 where an interval holds the truth less often than it says: by the exact coverage, where there is
one, else by the simulation.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import product
from math import prod

import numpy as np
from scipy.stats import binom, hypergeom

from pipeline.sampling.statistics.bounds import (
    Bounds,
    binomial_bounds,
    clopper_pearson,
    hypergeometric_bounds,
    stringer,
    stringer_poisson,
)
from pipeline.sampling.statistics.distributions import fewest_contrary
from pipeline.sampling.statistics.plan import plan, two_stages
from pipeline.sampling.statistics.stratum import Stratum

SEED = 20260315
Seen = dict[int, float]
Parts = list[tuple[int, int, int]]
Answers = list[tuple[int, ...]]
CONFIDENCES = (Decimal(90), Decimal(95))
ATTRIBUTES = [  # population, agreeing, sample
    (60, 47, 12),
    (60, 54, 20),
    (80, 63, 12),
    (80, 72, 22),
    (150, 119, 13),
    (150, 134, 25),
    (150, 75, 40),
    (1000, 980, 100),
]
STRATA = [  # (population, agreeing, sample) of each stratum
    [(40, 32, 10), (20, 16, 6)],
    [(100, 95, 20), (30, 20, 8), (12, 12, 12)],
    [(50, 25, 15), (50, 45, 15), (50, 48, 15)],
]
MONEY = [  # units, share overstated, largest taint, sample
    (150, 0.02, 1.0, 30),
    (150, 0.10, 0.5, 40),
    (400, 0.05, 1.0, 60),
    (400, 0.30, 0.2, 60),
]


@cache
def one(population: int, answered: int, agreed: int, level: Decimal, two_sided: bool) -> Bounds:
    """The bounds of one sample; the same answers come up again and again."""
    return hypergeometric_bounds([Stratum("", population, answered, agreed)], level, two_sided=two_sided)


@cache
def endless(answered: int, agreed: int, level: Decimal, two_sided: bool) -> Bounds:
    """Clopper-Pearson of one sample."""
    return clopper_pearson(agreed, answered, level, two_sided=two_sided)


Case = tuple[str, float, float | None]
SLACK = Fraction(1, 10**12)


def held(bounds: Bounds, truth: Fraction) -> dict[str, bool]:
    """Whether the lower bound, the upper bound, and both hold the truth (bounds of floats: to 1e-12)."""
    low, high = bounds.lower <= truth + SLACK, bounds.upper >= truth - SLACK
    return {"lower": low, "upper": high, "two-sided": low and high}


def covered(
    name: str, truth: Fraction, bounds: Callable[[int, bool], Bounds], drawn: Seen, chances: Seen
) -> Iterator[Case]:
    """How often each bound holds the truth: among the answers drawn, and by the chance of every answer."""
    for side in ("lower", "upper", "two-sided"):
        right = {answer: held(bounds(answer, side == "two-sided"), truth)[side] for answer in chances}
        simulated = sum(drawn.get(answer, 0) for answer, good in right.items() if good) / sum(drawn.values())
        exact = sum(chance for answer, chance in chances.items() if right[answer])
        yield f"{name} {side}", simulated, float(exact)


def counted(answers: np.ndarray) -> Seen:
    """Each answer with how often it came up."""
    found, times = np.unique(answers, return_counts=True)
    return {int(answer): float(count) for answer, count in zip(found, times, strict=True)}


def attributes(random: np.random.Generator, runs: int, level: Decimal) -> Iterator[Case]:
    """One- and two-sided, hypergeometric and Clopper-Pearson."""
    for population, agreeing, size in ATTRIBUTES:
        truth = Fraction(agreeing, population)
        drawn = counted(random.hypergeometric(agreeing, population - agreeing, size, runs))
        endlessly = counted(random.binomial(size, float(truth), runs))
        name = f"N={population} A={agreeing} n={size}"
        finite = {k: float(hypergeom.pmf(k, population, agreeing, size)) for k in range(size + 1)}
        without_end = {k: float(binom.pmf(k, size, float(truth))) for k in range(size + 1)}

        def exactly(k: int, two: bool, p: int = population, n: int = size) -> Bounds:
            return one(p, n, k, level, two)

        def as_if_endless(k: int, two: bool, n: int = size) -> Bounds:
            return endless(n, k, level, two)

        yield from covered(f"{name} hypergeometric", truth, exactly, drawn, finite)
        yield from covered(f"{name} Clopper-Pearson", truth, as_if_endless, drawn, finite)
        yield from covered(f"{name} Clopper-Pearson (endless)", truth, as_if_endless, endlessly, without_end)


def stratified(random: np.random.Generator, runs: int, level: Decimal) -> Iterator[Case]:
    """Strata combined; an answer is the number agreeing in each stratum, written as one number."""
    for parts in STRATA:
        truth = Fraction(sum(agreeing for _, agreeing, _ in parts), sum(population for population, _, _ in parts))
        every = list(product(*(range(size + 1) for _, _, size in parts)))
        numbered = {answers: at for at, answers in enumerate(every)}
        chances = {
            at: prod(float(hypergeom.pmf(k, p, a, n)) for k, (p, a, n) in zip(answers, parts, strict=True))
            for answers, at in numbered.items()
        }
        chances = {at: chance for at, chance in chances.items() if chance > 1e-12}
        drawn = [random.hypergeometric(a, p - a, n, runs) if a < p else np.full(runs, n) for p, a, n in parts]
        seen = counted(np.array([numbered[tuple(map(int, answers))] for answers in zip(*drawn, strict=True)]))

        def given(at: int, parts: Parts = parts, every: Answers = every) -> list[Stratum]:
            return [Stratum("", p, n, k) for (p, _, n), k in zip(parts, every[at], strict=True)]

        def finite(at: int, two: bool, strata: Callable[[int], list[Stratum]] = given) -> Bounds:
            return hypergeometric_bounds(strata(at), level, two_sided=two)

        def endlessly(at: int, two: bool, strata: Callable[[int], list[Stratum]] = given) -> Bounds:
            return binomial_bounds(strata(at), level, two_sided=two)

        yield from covered(f"strata {parts} hypergeometric", truth, finite, seen, chances)
        yield from covered(f"strata {parts} Clopper-Pearson", truth, endlessly, seen, chances)


def stages(random: np.random.Generator, runs: int, level: Decimal) -> Iterator[Case]:
    """How often a population just short of the bound fails a two-stage plan: the claim is then not shown."""
    for population, at_least, expected in product((60, 80, 150), (80, 90), (0, 1)):
        staged = two_stages(plan(population, Decimal(at_least), level, expected))
        if staged is None:
            continue
        bad, each = fewest_contrary(population, Decimal(at_least)), staged.each
        first = random.hypergeometric(bad, population - bad, each, runs)
        second = random.hypergeometric(bad - first, population - each - bad + first, each)
        passed = (first <= expected) | ((first == expected + 1) & (second == 0))
        once = float(hypergeom.cdf(expected, population, bad, each))
        more = float(hypergeom.pmf(expected + 1, population, bad, each))
        again = float(hypergeom.pmf(0, population - each, bad - expected - 1, each))
        name = f"two stages of {each} of N={population}, {at_least} %, K={expected}"
        yield name, 1 - float(passed.mean()), 1 - once - more * again


def amounts(random: np.random.Generator, runs: int, level: Decimal) -> Iterator[Case]:
    """Stringer, on samples ranked by ticket ÷ amount as the program draws them."""
    for units, share, largest, size in MONEY:
        # Amounts of such spread that none is certain to be drawn.
        sums = np.minimum(random.lognormal(8, 0.8, units), np.exp(9.2))
        sums[sums * size >= sums.sum()] = sums.mean()
        taints = np.where(random.random(units) < share, random.uniform(0.05, largest, units), 0.0)
        truth = float((sums * taints).sum() / sums.sum())
        held_it = {"Stringer": 0, "Stringer by confidence factors": 0}
        for _ in range(runs):
            drawn = np.argsort(random.random(units) / sums)[:size]
            found = tuple(sorted((Fraction(str(round(one, 6))) for one in taints[drawn] if one > 0), reverse=True))
            for name, upper in zip(held_it, both(found, size, level), strict=True):
                held_it[name] += float(upper) >= truth
        for name, times in held_it.items():
            yield f"{name}, {units} vouchers, {share:.0%} wrong up to {largest:.0%}, n={size}", times / runs, None


@cache
def both(taints: tuple[Fraction, ...], size: int, level: Decimal) -> tuple[Fraction, Fraction]:
    """The two Stringer bounds of these taints."""
    return stringer(taints, size, level), stringer_poisson(taints, size, level)


def main() -> None:
    """Run all cases; say which fall short."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    random = np.random.default_rng(SEED)
    short = 0
    print("level  simulated    exact")
    for level in CONFIDENCES:
        for cases in (attributes, stratified, stages, amounts):
            for name, simulated, exact in cases(random, runs, level):
                low = (simulated if exact is None else exact + 1e-9) < float(level) / 100
                short += low
                shown = "       –" if exact is None else f"{exact:8.2%}"
                print(f"{level} %   {simulated:8.2%} {shown}  {'SHORT ' if low else ''}{name}")
    print(f"{runs} simulations each; {short} intervals below their level")
    sys.exit(1 if short else 0)


if __name__ == "__main__":
    main()
