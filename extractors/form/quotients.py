"""What do two measures make together, where a rulebook asks for one as a share of the other, or so many for each?

In:     all figures of a dossier.
Out:    figures of the source arithmetic, one for each pair that may honestly be divided.
Raises: nothing. Figures of different years, and two of which neither is whole, state nothing together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractors.stated import figure
from schemas.figures import Figure
from schemas.measures import Measure
from schemas.regulation.own_words import spoken_words
from schemas.regulation.recipes import Quotient
from schemas.trust import Doubt, Doubts

_BOUNDS = {Doubt.LOWER_BOUND: Doubt.UPPER_BOUND, Doubt.UPPER_BOUND: Doubt.LOWER_BOUND}
"""A whole that is at least so much makes the share at most so much."""


def quotient_figures(figures: Sequence[Figure]) -> list[Figure]:
    """The figures of every measure that the rulebook in hand works out from two others; later ones may use earlier."""
    every = list(figures)
    for measure in spoken_words().measures:
        if measure.quotient is not None:
            every += _of_pairs(measure, measure.quotient, every)
    return every[len(figures) :]


def _of_pairs(measure: Measure, quotient: Quotient, figures: Sequence[Figure]) -> list[Figure]:
    parts = [one for one in figures if one.measure == quotient.part and isinstance(one.value, Decimal)]
    wholes = [one for one in figures if one.measure == quotient.whole and isinstance(one.value, Decimal)]
    return [made for part in parts for whole in wholes for made in _of_pair(measure, quotient, part, whole)]


def _of_pair(measure: Measure, quotient: Quotient, part: Figure, whole: Figure) -> Iterator[Figure]:
    above, below = part.value, whole.value
    if not isinstance(above, Decimal) or not isinstance(below, Decimal) or below <= 0 or not _of_one_year(part, whole):
        return
    bounds = _bounds(part, whole)
    if bounds is None:
        return
    doubts = (part.doubts | whole.doubts) - _BOUNDS.keys() | bounds
    # Not rounded: 2.996 % is no 3 %.
    value = above * quotient.times / below
    reading = "；".join(dict.fromkeys(one for one in (part.reading, whole.reading) if one))
    year = part.year if part.year is not None else whole.year
    text = f"{above}÷{below}"
    places = (*part.evidence, *whole.evidence)
    yield figure(measure.id, "arithmetic", value, text, places, reading=reading, doubts=doubts, year=year)


def _of_one_year(part: Figure, whole: Figure) -> bool:
    return part.year is None or whole.year is None or part.year == whole.year


def _bounds(part: Figure, whole: Figure) -> Doubts | None:
    """On which side the quotient is a bound only; None where it may be anything."""
    held = part.doubts & _BOUNDS.keys() | {_BOUNDS[one] for one in whole.doubts & _BOUNDS.keys()}
    return None if len(held) > 1 else frozenset(held)
