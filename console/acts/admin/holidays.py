"""Which days are off, which weekends are worked (节假日)? The office's own calendar.yaml over the program's years."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import yaml

from console import events
from console.events import Actor
from pipeline.results import files as result_files
from pipeline.standing.reckon.calendar_file import OWN, load_calendar
from schemas import strict_yaml
from schemas.errors import RulebookError, UsageError

_BETWEEN = re.compile(r"[\s,，、;；]+")


@dataclass(frozen=True, slots=True)
class HolidayYear:
    """One year as it is written: its notice, days off, weekends worked; whether the office wrote it itself."""

    year: int
    notice: str
    off: str
    on: str
    own: bool


def years(root: Path) -> list[HolidayYear]:
    """Every year that is known, the latest first."""
    own = _own(root)
    return [
        HolidayYear(year, told.notice, _said(told.off), _said(told.on), str(year) in own)
        for year, told in sorted(load_calendar(root).years.items(), reverse=True)
    ]


def written(by: Actor, root: Path, given: HolidayYear) -> None:
    """This year from now on. UsageError, in the words of who reads the file, where it is no such year."""
    one = {"notice": given.notice.strip(), "off": _listed(given.off), "on": _listed(given.on)}
    _written(root, {**_own(root), str(given.year): one})
    events.noted(by, "修改节假日", year=given.year, notice=given.notice.strip())


def taken_back(by: Actor, root: Path, year: int) -> None:
    """The program's own year again, where it has one."""
    _written(root, {key: value for key, value in _own(root).items() if key != str(year)})
    events.noted(by, "撤回节假日", year=year)


def _own(root: Path) -> dict[str, object]:
    path = root / OWN
    read = strict_yaml.plain(path.read_bytes()) if path.is_file() else {}
    return dict(read) if isinstance(read, dict) else {}


def _written(root: Path, years: dict[str, object]) -> None:
    text = yaml.safe_dump({int(key): years[key] for key in sorted(years)}, allow_unicode=True, sort_keys=False)
    trial = root / ".calendar"
    result_files.write(trial / OWN, text.encode())
    try:
        load_calendar(trial)
    except RulebookError as error:
        raise UsageError(f"{str(error).replace(str(trial / OWN), '节假日')}。没有写入。") from error
    else:
        (trial / OWN).replace(root / OWN)
    finally:
        (trial / OWN).unlink(missing_ok=True)
        trial.rmdir()


def _listed(text: str) -> list[str]:
    return [word for word in _BETWEEN.split(text.strip()) if word]


def _said(days: frozenset[date]) -> str:
    """10-01/10-07, 01-01: days that follow each other as one stretch."""
    stretches: list[list[date]] = []
    for day in sorted(days):
        if stretches and day - stretches[-1][-1] == timedelta(days=1):
            stretches[-1].append(day)
        else:
            stretches.append([day])
    return "、".join(f"{one[0]:%m-%d}" if len(one) == 1 else f"{one[0]:%m-%d}/{one[-1]:%m-%d}" for one in stretches)
