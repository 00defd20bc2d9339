"""How many to ask: the contract's sizes, and what ten calls prove."""

from decimal import Decimal
from itertools import product
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.sampling.statistics.bounds import hypergeometric_bounds
from pipeline.sampling.statistics.distributions import fewest_contrary
from pipeline.sampling.statistics.plan import (
    endless_plan,
    money_plan,
    on_the_minimum,
    plan,
    plan_at_rate,
    proven,
    two_stages,
)
from pipeline.sampling.statistics.stratum import Stratum
from schemas.errors import UsageError

C95 = Decimal(95)


@pytest.mark.parametrize(
    ("at_least", "sizes"),
    [(80, [12, 12, 13]), (90, [20, 22, 25])],
)
def test_sizes_of_the_contract(at_least: int, sizes: list[int]) -> None:
    assert [plan(population, Decimal(at_least), C95).size for population in (60, 80, 150)] == sizes


@given(st.integers(2, 120), st.integers(1, 100), st.integers(0, 3))
def test_the_size_is_the_fewest_that_shows_it(population: int, at_least: int, allowed: int) -> None:
    contrary = fewest_contrary(population, Decimal(at_least))
    if contrary > population or allowed >= contrary:
        return
    size = plan(population, Decimal(at_least), C95, allowed).size

    def twenty_times_chance(asked: int) -> tuple[int, int]:
        ways = sum(comb(contrary, k) * comb(population - contrary, asked - k) for k in range(min(allowed, asked) + 1))
        return 20 * ways, comb(population, asked)

    shown, all_ways = twenty_times_chance(size)
    assert shown <= all_ways
    fewer, all_fewer = twenty_times_chance(size - 1)
    assert fewer > all_fewer


@pytest.mark.parametrize(
    ("population", "at_least", "contrary"),
    [
        pytest.param(60, "80", 13, id="12-contrary-of-60-still-agree-80-percent"),
        pytest.param(61, "80", 13, id="12.2-rounds-down"),
        pytest.param(10, "100", 1, id="all-must-agree"),
        pytest.param(1000, "99.9", 2, id="decimals-are-exact"),
    ],
)
def test_the_first_violating_count(population: int, at_least: str, contrary: int) -> None:
    assert fewest_contrary(population, Decimal(at_least)) == contrary


def test_ten_of_sixty_prove_less_than_eighty_percent() -> None:
    assert proven(60, 10, 10, C95) == Decimal("76.6")
    told = on_the_minimum(plan(60, Decimal(80), C95), 10, "附件1")
    assert "不足以说明" in told[0]
    assert "12 家" in told[1]


def test_ten_of_eleven_may_prove_enough() -> None:
    told = on_the_minimum(plan(11, Decimal(80), C95), 10, "附件1")
    assert "足以说明不低于 80%" in told[0]
    assert "不足以" not in told[0]


@pytest.mark.parametrize(
    ("rate", "size", "allowed"),
    [
        pytest.param("0", 59, 0, id="table-A-1-nothing-expected"),
        pytest.param("1", 93, 1, id="table-A-1-one-percent"),
        pytest.param("1.25", 124, 2, id="table-A-1-the-next-deviation"),
    ],
)
def test_a_population_without_end_is_planned_by_the_binomial(rate: str, size: int, allowed: int) -> None:
    endless = endless_plan(Decimal(95), C95, rate=Decimal(rate))
    assert (endless.size, endless.expected) == (size, allowed)
    assert endless.as_json()["method"] == "binomial"
    assert endless.as_json()["population"] is None


def test_with_an_expected_rate_the_allowed_ones_grow_with_the_size() -> None:
    finite = plan_at_rate(500, Decimal(95), C95, Decimal(2))
    assert finite.expected == 3
    # Allowed as a number, three contrary ones need no more than the same size.
    assert plan(500, Decimal(95), C95, 3).size == finite.size
    assert finite.size < endless_plan(Decimal(95), C95, rate=Decimal(2)).size


@pytest.mark.parametrize("rate", ["20", "-1"], ids=["as-many-as-are-tolerable", "below-nought"])
def test_an_expected_rate_out_of_range_is_refused(rate: str) -> None:
    for planned in (
        lambda: endless_plan(Decimal(80), C95, rate=Decimal(rate)),
        lambda: plan_at_rate(60, Decimal(80), C95, Decimal(rate)),
    ):
        with pytest.raises(UsageError, match="expected-rate"):
            planned()


def test_no_sample_of_an_endless_population_shows_that_all_agree() -> None:
    with pytest.raises(UsageError, match="不能证明"):
        endless_plan(Decimal(100), C95)


def test_what_no_sample_can_show_is_refused() -> None:
    with pytest.raises(UsageError, match="最多 1"):
        plan(10, Decimal(90), C95, expected=2)


@pytest.mark.parametrize(
    ("population", "at_least", "confidence"),
    [(0, 80, 95), (60, 0, 95), (60, 101, 95), (60, 80, 100), (60, 80, 5)],
)
def test_impossible_numbers_are_refused(population: int, at_least: int, confidence: int) -> None:
    with pytest.raises(UsageError):
        plan(population, Decimal(at_least), Decimal(confidence))


@pytest.mark.parametrize(("population", "expected"), list(product((60, 150), (0, 1))))
def test_two_stages_let_a_bad_population_pass_no_more_often(population: int, expected: int) -> None:
    single = plan(population, Decimal(80), C95, expected)
    staged = two_stages(single)
    assert staged is not None
    bad = fewest_contrary(population, Decimal(80))
    each = staged.each

    def chance(few: int, of: int, contrary: int) -> float:
        return comb(contrary, few) * comb(of - contrary, each - few) / comb(of, each)

    passes = sum(chance(k, population, bad) for k in range(expected + 1))
    passes += chance(expected + 1, population, bad) * chance(0, population - each, bad - expected - 1)
    assert passes <= 0.05
    assert each >= single.size


def test_a_population_too_small_for_two_stages_has_none() -> None:
    assert two_stages(plan(15, Decimal(90), C95)) is None


def test_monetary_units_and_their_interval() -> None:
    money = money_plan(Decimal(100000), Decimal(5000), C95, Decimal(1000))
    assert money.size == 93
    assert money.as_json()["interval"] == pytest.approx(100000 / 93)


def test_a_tolerable_error_no_larger_than_the_expected_is_refused() -> None:
    with pytest.raises(UsageError):
        money_plan(Decimal(1000), Decimal(10), C95, Decimal(10))


@given(st.integers(1, 80), st.data())
def test_bounds_hold_the_rate_and_agree_with_the_plan(population: int, data: st.DataObject) -> None:
    asked = data.draw(st.integers(1, population))
    agreed = data.draw(st.integers(0, asked))
    bounds = hypergeometric_bounds([Stratum("", population, asked, agreed)], C95)
    both = hypergeometric_bounds([Stratum("", population, asked, agreed)], C95, two_sided=True)
    assert both.lower <= bounds.lower <= bounds.upper <= both.upper
    assert bounds.lower * population >= agreed
    assert bounds.upper * population <= population - (asked - agreed)


def test_all_asked_leaves_no_doubt() -> None:
    bounds = hypergeometric_bounds([Stratum("", 9, 9, 7)], C95)
    assert bounds.lower == bounds.upper


def test_the_planned_size_is_what_the_evaluation_needs() -> None:
    for population, at_least in product((60, 80, 150), (80, 90)):
        size = plan(population, Decimal(at_least), C95).size
        enough = hypergeometric_bounds([Stratum("", population, size, size)], C95)
        short = hypergeometric_bounds([Stratum("", population, size - 1, size - 1)], C95)
        assert short.lower * 100 < at_least <= enough.lower * 100
