"""For whom does a bound hold, and what must papers not show: the parts of a condition that name no number alone."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Whom:
    """Applicants of a place, of a kind, or who state something of themselves; ``others``: all that were not named.

    ``words`` as the rulebook has them. Exactly one of the rest is set. A region is a place from the province down;
    ``states`` is a measure and its value (所申报的星级: 五星).
    """

    words: str
    regions: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    states: tuple[str, str] | None = None
    others: bool = False


@dataclass(frozen=True, slots=True)
class BoundFor:
    """One bound of several, and whose it is; at least one of the two numbers is set, both inclusive."""

    whom: Whom
    at_least: Decimal | None = None
    at_most: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Absence:
    """Papers of these kinds show none of these words, of the last ``years`` years where the clause says so.

    Whether a word that stands there speaks of the applicant and counts, only a person can say.
    """

    kinds: tuple[str, ...]
    words: tuple[str, ...]
    years: int | None = None
