"""What one condition of a regulation asks: a bound on a measure, for whom; one of several; nothing of a kind."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from schemas.regulation.bounds import Absence, BoundFor


@dataclass(frozen=True, slots=True)
class Relaxation:
    """A clause that lets a condition be relaxed.

    ``to`` is the relaxed bound, None where the clause names no number. It may help an applicant
    whose 单位性质 is one of ``organisation_types`` and whose address is in one of ``regions``;
    an empty tuple asks nothing. 单位性质 is of a type where it contains the word, certificate and credit code by
    their kind. A region is a place from the province down, or, where the table does not have it, the beginning of
    an address.
    """

    article: str
    asks: str
    to: Decimal | None = None
    organisation_types: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that is asked. Exactly one of the bounds, equals, rising, material, bounds, any_of, none_of is set.

    ``at_least`` and ``at_most`` are inclusive (民法典 第一千二百五十九条), in the measure's unit; of the growth of a
    measure they are per cent, over ``steps`` years. ``rising``: strictly more in each of the last two steps.
    ``material``: met where that checklist item is present, else review.
    ``when``: applies only where a figure of that measure has that value (measure, value);
    function.training.focus is "employees" or "managers".
    """

    measure: str
    """What the bound is on; of any_of and none_of the id under which the rulebook speaks of it."""
    article: str
    asks: str
    at_least: Decimal | None = None
    equals: str = ""
    rising: bool = False
    material: str = ""
    relaxation: Relaxation | None = None
    when: tuple[str, str] | None = None
    place: str = ""
    """With ``equals``, of a place: the same from the province down (河南省郑州市); empty where the table has none."""
    at_most: Decimal | None = None
    bounds: tuple[BoundFor, ...] = ()
    """Bounds by place or kind of applicant; the first that fits is the applicant's."""
    any_of: tuple[tuple[Condition, ...], ...] = ()
    """Met where every condition of any one way is."""
    none_of: Absence | None = None
    steps: int = 0
    """Of growth: over how many years, as far as the clause says so."""
    name: str = ""
    """Of several conditions on one measure, what tells this one from the others."""

    @property
    def rule(self) -> str:
        """What stands behind ``condition.`` in the id of its finding."""
        return self.name or self.measure

    @property
    def bounded(self) -> bool:
        """Whether it has a number of its own."""
        return self.at_least is not None or self.at_most is not None
