"""Which working days are known? data/calendar/china.yaml, and a bureau's own calendar.yaml over it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from schemas.data_files import data_folder
from schemas.days.working_days import WorkCalendar, YearOfWork
from schemas.strict_yaml import Marked, read_marked

OWN = "calendar.yaml"
_YEAR = re.compile(r"(?:19|20|21)\d{2}")
_DAYS = re.compile(r"(\d{2})-(\d{2})(?:/(\d{2})-(\d{2}))?")


def load_calendar(*folders: Path | None) -> WorkCalendar:
    """The years of the program's file; a folder may hold a calendar.yaml with further years, or years put right.

    Of several folders the later goes before the earlier.
    """
    years = _years(data_folder() / "calendar" / "china.yaml")
    for folder in folders:
        if folder is not None and (folder / OWN).is_file():
            years |= _years(folder / OWN)
    return WorkCalendar(years)


def _years(path: Path) -> dict[int, YearOfWork]:
    return dict(_year(name, marked) for name, marked in read_marked(path).pairs())


def _year(name: str, marked: Marked) -> tuple[int, YearOfWork]:
    if not _YEAR.fullmatch(name):
        raise marked.wrong("键应为四位年份，如 2027")
    fields, year = marked.fields("notice off on"), int(name)
    off = frozenset(day for one in fields["off"].list() for day in _days(one, year))
    on = frozenset(day for one in fields["on"].list() for day in _days(one, year))
    for day in sorted(on):
        if day.weekday() < 5 or day in off:
            raise fields["on"].wrong(f"{day} 不是调休上班的周末，请核对通知")
    return year, YearOfWork(fields["notice"].text(), off, on)


def _days(marked: Marked, year: int) -> Iterator[date]:
    match = _DAYS.fullmatch(marked.text())
    first = _day(year, match[1], match[2]) if match else None
    last = _day(year, match[3], match[4]) if match and match[3] else first
    if first is None or last is None or last < first:
        raise marked.wrong("应写作 05-01 或 10-01/10-07")
    for count in range((last - first).days + 1):
        yield first + timedelta(days=count)


def _day(year: int, month: str, day: str) -> date | None:
    try:
        return date(year, int(month), int(day))
    except ValueError:
        return None
