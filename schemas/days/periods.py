"""Which day, quarter or half-year is meant: the corresponding day years on, and periods one reports on.

民法典 第二百条至第二百零二条: by the Gregorian calendar, the first day not counted; the last day is the corresponding
day of the month in which the term ends, and where that month has none, its last day.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

Span = Literal["quarter", "half", "year"]
MONTHS: dict[Span, int] = {"quarter": 3, "half": 6, "year": 12}
_ID = re.compile(r"(?P<year>\d{4})(?:年)?(?:-?(?:Q(?P<quarter>[1-4])|H(?P<half>[12])))?", re.IGNORECASE)
_NUMERALS = {"一": "1", "二": "2", "三": "3", "四": "4", "上": "1", "下": "2"}
_WORDED = re.compile(r"(\d{4})年?度?(?:第?([一二三四1-4])季度|([上下])半年)")
_WHOLE = re.compile(r"(\d{4})(?:年度?|年全年)")


def last_of_month(year: int, month: int) -> date:
    """The month's last day."""
    return date(year, month, calendar.monthrange(year, month)[1])


def months_on(day: date, months: int) -> date:
    """The corresponding day so many months on (or, below zero, before)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = last_of_month(year, month + 1)
    return last.replace(day=min(day.day, last.day))


def years_on(day: date, years: int) -> date:
    """The corresponding day so many years on: of 29 February, the 28th in a common year."""
    return months_on(day, 12 * years)


@dataclass(frozen=True, slots=True, order=True)
class ReportPeriod:
    """A calendar quarter, half-year or year: ``number`` counts from 1 within the year."""

    year: int
    number: int
    span: Span

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, (self.number - 1) * MONTHS[self.span] + 1, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return last_of_month(self.year, self.number * MONTHS[self.span])

    @property
    def id(self) -> str:
        """2026Q1, 2026H1, 2026."""
        return f"{self.year}" + {"quarter": f"Q{self.number}", "half": f"H{self.number}", "year": ""}[self.span]

    @property
    def title(self) -> str:
        """2026年第一季度, 2026年上半年, 2026年度."""
        named = {"quarter": f"年第{'一二三四'[self.number - 1]}季度", "year": "年度"}
        return f"{self.year}" + (named.get(self.span) or f"年{'上下'[self.number - 1]}半年")

    def next(self) -> ReportPeriod:
        """The period after it."""
        each = 12 // MONTHS[self.span]
        return ReportPeriod(self.year + self.number // each, self.number % each + 1, self.span)


def period(text: str) -> ReportPeriod | None:
    """The period that a person names: 2026Q1, 2026H2, 2026, 2026年第一季度, 2026年上半年, 2026年度."""
    bare = "".join(text.split())
    if (worded := _WORDED.fullmatch(bare)) is not None:
        year, quarter, half = int(worded[1]), worded[2], worded[3]
        number = int(_NUMERALS.get(quarter or half, quarter or ""))
        return ReportPeriod(year, number, "quarter" if quarter else "half")
    if (whole := _WHOLE.fullmatch(bare)) is not None:
        return ReportPeriod(int(whole[1]), 1, "year")
    match = _ID.fullmatch(bare)
    if match is None:
        return None
    if match["quarter"]:
        return ReportPeriod(int(match["year"]), int(match["quarter"]), "quarter")
    if match["half"]:
        return ReportPeriod(int(match["year"]), int(match["half"]), "half")
    return ReportPeriod(int(match["year"]), 1, "year")


def period_of(day: date, span: Span) -> ReportPeriod:
    """The period that the day lies in."""
    return ReportPeriod(day.year, (day.month - 1) // MONTHS[span] + 1, span)


def periods(since: date, until: date, span: Span) -> Iterator[ReportPeriod]:
    """The periods whose last day lies between the two days, both included."""
    one = period_of(since, span)
    while one.last <= until:
        yield one
        one = one.next()
