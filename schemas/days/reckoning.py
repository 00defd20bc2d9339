"""From which day are a dossier's years reckoned: 上年度, 当月, 满两年 (contract §12)?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from schemas.locator import Locator


class DayFrom(StrEnum):
    """Where the day comes from, the first that there is."""

    RECEIVED = "received"
    """The day on which the dossier came in, as a person wrote it into round.yaml."""
    FILED = "filed_on"
    """填报日期 on the cover of the application form."""
    AS_OF = "as_of"
    """``--as-of``, else the day of the screening."""


@dataclass(frozen=True, slots=True)
class ReckoningDay:
    """The day, where it comes from, and its place on the paper where it stands on one.

    ``passed_over`` says in Chinese why 填报日期 was read and not taken.
    """

    day: date
    source: DayFrom = DayFrom.AS_OF
    evidence: Locator | None = None
    passed_over: str = ""

    @property
    def last_year(self) -> int:
        """What the regulations call 上年度."""
        return self.day.year - 1
