"""Comfortably enough of everything, or of one thing just too little."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.rehearsal.amounts import comfortable, complete, focuses, just_above, just_below, part_of
from pipeline.rehearsal.asked import asked_of
from pipeline.rulebook.find import available, load

BOUNDS = st.integers(1, 100_000).map(Decimal)


@given(st.sampled_from(["total_assets", "staff_count", "premises_area", "operating_years"]), BOUNDS)
def test_one_is_above_the_bound_and_the_other_below_it(measure, bound):
    assert just_below(measure, bound) < bound < comfortable(measure, bound)


@given(st.integers(1, 100).map(Decimal))
def test_a_share_stays_a_share(bound):
    assert just_below("satisfaction", bound) < bound <= comfortable("satisfaction", bound) <= 100


@pytest.mark.parametrize(
    ("measure", "bound", "below"),
    [
        ("total_assets", 30, "29.99"),
        ("staff_count", 10, "9"),
        ("satisfaction", 80, "79"),
        ("premises_area", 200, "199.99"),
    ],
)
def test_just_below_is_the_next_value_of_the_unit(measure, bound, below):
    assert just_below(measure, Decimal(bound)) == Decimal(below)


@pytest.mark.parametrize("name", available())
def test_the_complete_dossier_meets_every_bound(name):
    rulebook = load(name)
    for focus in focuses(rulebook):
        amounts = complete(rulebook, focus)
        assert all(amounts.of(one.measure) > one.at_least for one in asked_of(rulebook) if one.at_least is not None)
        assert amounts.of("service_revenue") <= amounts.of("revenue")


def test_kinds_of_platform_are_told_apart_only_where_bounds_differ():
    assert list(focuses(load("harbin"))) == ["employees", "managers"]
    assert list(focuses(load("zhengzhou"))) == [""]


def test_just_above_is_the_next_value_of_the_unit():
    assert just_above("total_assets", Decimal(30)) == Decimal("30.01")
    assert just_above("staff_count", Decimal(300)) == 301


def test_a_measure_that_is_no_ratio_has_no_part():
    assert part_of("total_assets", Decimal(50), {"revenue": Decimal(100)}) == 0
