"""The one maker of figures."""

from __future__ import annotations

from collections.abc import Sequence

from schemas.figures import Figure, Value
from schemas.locator import Locator
from schemas.measures import MEASURES


def figure(measure: str, source: str, value: Value, text: str, places: Sequence[Locator], **marks: object) -> Figure:
    """One figure in its measure's unit."""
    return Figure(measure, source, value, MEASURES[measure].unit, text, tuple(places), **marks)  # type: ignore[arg-type]
