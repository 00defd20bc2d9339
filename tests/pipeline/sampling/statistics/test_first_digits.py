"""First digits say something only of many unbounded amounts."""

from decimal import Decimal

from pipeline.sampling.statistics.first_digits import first_digits

GROWING = [Decimal("1.02") ** power for power in range(600)]


def test_amounts_that_follow_benford_are_not_odd() -> None:
    said = first_digits(GROWING)
    assert (said.refused, said.odd) == ("", False)


def test_amounts_that_all_begin_with_five_are_odd() -> None:
    assert first_digits([Decimal(5) * 10 ** (power % 5) for power in range(300)]).odd


def test_few_amounts_are_refused() -> None:
    assert "少于 300" in first_digits(GROWING[:299]).refused


def test_bounded_amounts_are_refused() -> None:
    assert "受限" in first_digits([Decimal(1000 + number) for number in range(400)]).refused
