"""Bounds from several strata: exact whichever way the agreeing units lie in them."""

from decimal import Decimal
from itertools import product
from math import comb, prod

import pytest

from pipeline.sampling.statistics.bounds import hypergeometric_bounds
from pipeline.sampling.statistics.combined import can_be_combined, fewest_combined, likeliest
from pipeline.sampling.statistics.stratum import Stratum

SIZES = [((8, 3), (5, 2)), ((6, 6), (7, 3)), ((5, 2), (4, 2), (3, 1))]
"""(population, answered) of each stratum."""


def chance(population: int, answered: int, agreeing: int, agreed: int) -> float:
    return comb(agreeing, agreed) * comb(population - agreeing, answered - agreed) / comb(population, answered)


def by_hand(strata: list[Stratum], risk: float) -> int:
    """The definition, word for word: every total, every way it may lie, every answer that might have been given."""

    def weighted(answers: tuple[int, ...]) -> float:
        return sum(one.population * k / one.answered for one, k in zip(strata, answers, strict=True))

    seen = weighted(tuple(one.agreed for one in strata))
    open_ = []
    for ways in product(*(range(one.agreed, one.population - one.answered + one.agreed + 1) for one in strata)):
        as_large = sum(
            prod(chance(s.population, s.answered, way, k) for s, way, k in zip(strata, ways, answers, strict=True))
            for answers in product(*(range(one.answered + 1) for one in strata))
            if weighted(answers) >= seen - 1e-9
        )
        if as_large > risk + 1e-10:
            open_.append(sum(ways))
    return min(open_)


@pytest.mark.parametrize("sizes", SIZES)
@pytest.mark.parametrize("risk", [0.05, 0.2])
def test_the_bound_is_what_the_definition_says(sizes: tuple[tuple[int, int], ...], risk: float) -> None:
    for answers in product(*(range(answered + 1) for _, answered in sizes)):
        strata = [Stratum("", size, asked, agreed) for (size, asked), agreed in zip(sizes, answers, strict=True)]
        assert fewest_combined(strata, risk) == by_hand(strata, risk), answers


@pytest.mark.parametrize("sizes", SIZES)
@pytest.mark.parametrize("two_sided", [False, True])
def test_the_bounds_hold_the_truth_wherever_it_lies(sizes: tuple[tuple[int, int], ...], two_sided: bool) -> None:
    answers = list(product(*(range(answered + 1) for _, answered in sizes)))
    bounds = {
        told: hypergeometric_bounds(
            [Stratum("", size, asked, agreed) for (size, asked), agreed in zip(sizes, told, strict=True)],
            Decimal(90),
            two_sided=two_sided,
        )
        for told in answers
    }
    total = sum(size for size, _ in sizes)
    for truth in product(*(range(size + 1) for size, _ in sizes)):
        low = high = both = 0.0
        for told in answers:
            weight = prod(chance(*one, way, k) for one, way, k in zip(sizes, truth, told, strict=True))
            above, below = bounds[told].lower * total <= sum(truth), bounds[told].upper * total >= sum(truth)
            low, high, both = low + weight * above, high + weight * below, both + weight * (above and below)
        assert (both if two_sided else min(low, high)) >= 0.9 - 1e-9, truth


def test_the_likeliest_way_is_told_on_both_sides_of_the_bound() -> None:
    strata = [Stratum("甲", 40, 13, 12), Stratum("乙", 20, 7, 7)]
    least = fewest_combined(strata, 0.05)
    (at_bound, ways), (below, _) = likeliest(strata, least), likeliest(strata, least - 1)
    assert sum(ways) == least
    assert at_bound > 0.05 >= below


def test_strata_judged_together_prove_more_than_each_by_itself() -> None:
    # 20 of 20 in two strata of sixty; each by itself at half the risk would leave 76.6 %.
    bounds = hypergeometric_bounds([Stratum("", 40, 13, 13), Stratum("", 20, 7, 7)], Decimal(95))
    assert bounds.lower * 60 == 53


@pytest.mark.parametrize(
    ("sizes", "together"), [((150, 150, 150), True), ((150, 150, 150, 150), False), ((150,), False)]
)
def test_too_many_ways_are_left_to_each_stratum(sizes: tuple[int, ...], together: bool) -> None:
    strata = [Stratum("", size, 5, 5) for size in sizes]
    assert can_be_combined(strata) == together
    assert 0 < hypergeometric_bounds(strata, Decimal(95)).lower < 1
