"""How are points given and summed: items with their classes, parts with their thresholds, ways around (直通)?"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from schemas.regulation.conditions import Condition

Edge = Literal["in", "out", ""]
"""Whether the number at an end belongs to the stretch: 含本数, 不含本数, or the text does not say."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From ``low`` to ``high`` of one measure; None: without end on that side."""

    low: Decimal | None = None
    high: Decimal | None = None
    low_edge: Edge = ""
    high_edge: Edge = ""


@dataclass(frozen=True, slots=True)
class PointClass:
    """So many points for a stretch of the item's measure, or where every condition of ``met`` holds.

    Without either it is what is left (无 0分). ``says``: the class as the regulation writes it (5%以上, 属于其他领域).
    """

    points: Decimal
    says: str
    met: tuple[Condition, ...] = ()
    stretch: Stretch | None = None


@dataclass(frozen=True, slots=True)
class ScoreItem:
    """One item of the table. Its classes are stretches of ``measure``, or in their order: the first that is met counts.

    ``by_person``: only a person can say which class it is, so any of them is possible.
    """

    id: str
    title: str
    article: str
    part: str
    classes: tuple[PointClass, ...]
    measure: str = ""
    by_person: bool = False

    @property
    def most(self) -> Decimal:
        """The most points it can give."""
        return max((one.points for one in self.classes), default=Decimal(0))


@dataclass(frozen=True, slots=True)
class PartThreshold:
    """At least so many points in this part."""

    part: str
    at_least: Decimal


@dataclass(frozen=True, slots=True)
class Score:
    """Passed with at least ``at_least`` points and each threshold, or by any one of the ways in ``direct``."""

    article: str
    asks: str
    at_least: Decimal
    items: tuple[ScoreItem, ...]
    thresholds: tuple[PartThreshold, ...] = ()
    direct: tuple[Condition, ...] = ()
    """Each a way of its own that needs no points."""
    claimed_by: tuple[str, ...] = ()
    """Measures with which the applicant says itself that it goes such a way."""
