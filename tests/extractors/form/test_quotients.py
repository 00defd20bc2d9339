"""研发费用占营业收入比重; 每5家在孵企业配备创业导师: two measures that make a third."""

from decimal import Decimal

import pytest

from extractors.form.quotients import quotient_figures
from schemas.measures import Measure
from schemas.regulation.catalogue import while_speaking
from schemas.regulation.own_words import OwnWords
from schemas.regulation.recipes import Quotient
from schemas.trust import Doubt
from tests.builders.contents import LOWER_BOUND, figure

SHARE = Measure("share", "占比", "%", quotient=Quotient("service_revenue", "revenue"))
EACH = Measure("each", "每5家", "人", quotient=Quotient("staff_count", "enterprises_served", Decimal(5)))


def made(*figures, measure=SHARE):
    with while_speaking(OwnWords(measures=(measure,))):
        return quotient_figures(figures)


def parts(part, whole, of_part=None, of_whole=None, **more):
    return figure("service_revenue", part, year=of_part, **more), figure("revenue", whole, year=of_whole)


@pytest.mark.parametrize(("part", "whole", "value"), [(50, 100, "50"), (1, 3, "33.33333333333333333333333333")])
def test_a_share_is_not_rounded(part, whole, value):
    (share,) = made(*parts(part, whole))
    assert share.value == Decimal(value)
    assert share.source == "arithmetic"


def test_so_many_for_each_five():
    (each,) = made(figure("staff_count", 3), figure("enterprises_served", 15), measure=EACH)
    assert each.value == 1


@pytest.mark.parametrize(("of_part", "of_whole", "count"), [(2025, 2025, 1), (None, 2025, 1), (2024, 2025, 0)])
def test_figures_of_different_years_make_nothing(of_part, of_whole, count):
    found = made(*parts(50, 100, of_part, of_whole))
    assert len(found) == count
    assert all(one.year == 2025 for one in found)


def test_out_of_nothing_there_is_no_share():
    assert made(*parts(50, 0)) == []


def test_a_part_that_is_at_least_so_much_makes_a_share_that_is():
    (share,) = made(*parts(50, 100, doubts=LOWER_BOUND))
    assert share.doubts == LOWER_BOUND


def test_a_whole_that_is_at_least_so_much_makes_a_share_that_is_at_most():
    (share,) = made(figure("service_revenue", 50), figure("revenue", 100, doubts=LOWER_BOUND))
    assert share.doubts == {Doubt.UPPER_BOUND}


def test_two_that_are_bounds_make_nothing():
    assert made(figure("service_revenue", 50, doubts=LOWER_BOUND), figure("revenue", 100, doubts=LOWER_BOUND)) == []


def test_every_pair_is_a_figure_of_its_own():
    assert len(made(*parts(50, 100), figure("revenue", 120, "audit"))) == 2


def test_nobody_asks_and_nothing_is_made():
    assert quotient_figures(parts(50, 100)) == []
