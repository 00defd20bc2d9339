"""By which name a condition goes, and whether it has a number."""

from decimal import Decimal

import pytest

from schemas.regulation.conditions import Condition


@pytest.mark.parametrize(("name", "rule"), [("", "staff_count"), ("staff_of_branch", "staff_of_branch")])
def test_it_goes_by_its_measure_unless_it_is_named(name, rule):
    assert Condition("staff_count", "一", "", name=name).rule == rule


@pytest.mark.parametrize(
    ("bounds", "bounded"), [({}, False), ({"at_least": Decimal(0)}, True), ({"at_most": Decimal(0)}, True)]
)
def test_nought_is_a_number_too(bounds, bounded):
    assert Condition("staff_count", "一", "", **bounds).bounded is bounded
