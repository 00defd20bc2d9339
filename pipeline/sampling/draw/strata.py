"""How is a sample shared out over strata, so that a larger sample keeps every unit of a smaller one?

Seats are given one by one to the stratum with the highest weight ÷ (2 × seats + 1) (Sainte-Laguë): rounding by
remainders could take a seat away again when the sample grows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction


def shares(sizes: Mapping[str, int], total: int, minimum: int, weights: Mapping[str, Fraction]) -> dict[str, int]:
    """How many of ``total`` each stratum gets: first its minimum, then by weight; never more than it has.

    Ties go to the stratum whose name comes first.
    """
    seats = dict.fromkeys(sorted(sizes), 0)
    for round_ in range(minimum):
        for name in seats:
            if sum(seats.values()) < total and seats[name] == round_ < sizes[name]:
                seats[name] += 1
    while sum(seats.values()) < min(total, sum(sizes.values())):
        open_ = [name for name in seats if seats[name] < sizes[name]]
        # A stratum without weight (no variance) gets what the others leave.
        best = max(
            open_, key=lambda name: (weights[name] / (2 * seats[name] + 1), weights[name], -sorted(sizes).index(name))
        )
        seats[best] += 1
    return seats


def proportional(sizes: Mapping[str, int]) -> dict[str, Fraction]:
    """Weights by size."""
    return {name: Fraction(size) for name, size in sizes.items()}


def neyman(values: Mapping[str, Sequence[Decimal]], sizes: Mapping[str, int]) -> dict[str, Fraction]:
    """Weights by size times the standard deviation of a number known for every unit (Neyman)."""
    return {name: Fraction(sizes[name]) * Fraction(_deviation(values[name])) for name in sizes}


def _deviation(values: Sequence[Decimal]) -> Decimal:
    if not values:
        return Decimal(0)
    mean = sum(map(Fraction, values), Fraction(0)) / len(values)
    variance = sum(((Fraction(value) - mean) ** 2 for value in values), Fraction(0)) / len(values)
    # Decimal's root is the same on every machine; 28 digits are its default.
    return (Decimal(variance.numerator) / Decimal(variance.denominator)).sqrt()
