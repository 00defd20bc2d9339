"""The one maker of figures."""

from __future__ import annotations

from collections.abc import Sequence

from schemas.figures import Figure, Value
from schemas.locator import Locator
from schemas.measures import MEASURES
from schemas.trust import NONE, Doubts


def figure(  # noqa: PLR0913  one argument per thing that a figure says
    measure: str,
    source: str,
    value: Value,
    text: str,
    places: Sequence[Locator],
    *,
    reading: str = "",
    doubts: Doubts = NONE,
    year: int | None = None,
) -> Figure:
    """One figure in its measure's unit, with the doubts about all its places besides those of its own."""
    unit, all_doubts = MEASURES[measure].unit, doubts.union(*(place.doubts for place in places))
    return Figure(measure, source, value, unit, text, tuple(places), reading, all_doubts, year=year)
