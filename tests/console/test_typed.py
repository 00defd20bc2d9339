"""Numbers typed into a form: plain digits within the bounds, and nothing else."""

import pytest

from console.typed import whole


@pytest.mark.parametrize(("text", "number"), [("1", 1), ("007", 7), ("31", 31)])
def test_plain_digits_are_the_number(text, number):
    assert whole(text, most=31) == number


@pytest.mark.parametrize("text", ["", "0", "32", "-1", "+1", "1.0", " 1", "1_0", "１", "²", "九", "9" * 19])
def test_what_is_no_number_from_one_to_the_most_is_none(text):
    assert whole(text, most=31) is None


def test_the_least_may_be_nothing_at_all():
    assert whole("0", 0) == 0
    assert whole("0", 1) is None


def test_without_a_most_eighteen_digits_are_a_number_and_nineteen_are_not():
    assert whole("9" * 18) == 10**18 - 1
    assert whole("9" * 19) is None
