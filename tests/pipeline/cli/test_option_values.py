"""What is typed for an option is a value, or is refused by the option's name."""

from datetime import date
from decimal import Decimal

import pytest

from pipeline.cli.option_values import day, number, number_if_given
from schemas.errors import UsageError


@pytest.mark.parametrize(
    ("typed", "value"),
    [("80", "80"), ("80%", "80"), ("80％", "80"), (" 1,234.5 ", "1234.5"), ("-3", "-3")],
)
def test_a_number_may_have_commas_and_a_percent_sign(typed, value):
    assert number("--at-least", typed) == Decimal(value)


@pytest.mark.parametrize("typed", ["", "%", "许多", "NaN", "Infinity", "1 2"])
def test_what_is_no_number_is_refused_by_the_name_of_its_option(typed):
    with pytest.raises(UsageError, match="--at-least"):
        number("--at-least", typed)


def test_a_number_that_is_not_given_is_none():
    assert number_if_given("--expected-rate", "") is None
    assert number_if_given("--expected-rate", "0") == 0


def test_a_day_is_iso_and_today_where_none_is_given():
    assert day("--as-of", "2026-03-15") == date(2026, 3, 15)
    assert isinstance(day("--as-of", ""), date)


@pytest.mark.parametrize("typed", ["昨天", "2026-02-30", "2026/03/15"])
def test_what_is_no_day_is_refused_by_the_name_of_its_option(typed):
    with pytest.raises(UsageError, match="--date"):
        day("--date", typed)
