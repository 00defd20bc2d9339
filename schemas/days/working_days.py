"""Which days are working days? Years of the State Council's notices; a year that is not there is never guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

_SATURDAY = 5


class YearNotLoaded(Exception):
    """The working days of this year are not known: its notice is not in the calendar."""

    def __init__(self, year: int) -> None:
        super().__init__(f"{year} 年放假安排未载入，请补入")
        self.year = year


@dataclass(frozen=True, slots=True)
class YearOfWork:
    """One year's notice: its number, the days off, the weekend days that are worked."""

    notice: str
    off: frozenset[date]
    on: frozenset[date]


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The years whose notices are known."""

    years: Mapping[int, YearOfWork]

    def is_working(self, day: date) -> bool:
        """Whether the day is worked. YearNotLoaded where nobody can tell."""
        year = self.years.get(day.year)
        if year is None:
            raise YearNotLoaded(day.year)
        return day in year.on or (day.weekday() < _SATURDAY and day not in year.off)

    def nth_after(self, first: date, count: int) -> date:
        """The count-th working day after ``first``, which itself is not counted (民法典 第二百零一条)."""
        day = first
        while count > 0:
            day += timedelta(days=1)
            count -= self.is_working(day)
        return day

    def count_after(self, first: date, last: date) -> int:
        """How many working days come after ``first`` until ``last``, which counts; below zero where it has gone by."""
        if last < first:
            return -self.count_after(last, first)
        days = (first + timedelta(days=ahead) for ahead in range(1, (last - first).days + 1))
        return sum(self.is_working(day) for day in days)

    def next_working(self, day: date) -> date:
        """The day itself where it is worked, else the first that is (民法典 第二百零三条)."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day
