"""Does a paper hold on the day of reckoning, or for as many years as the checklist asks?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from schemas.papers import Paper
from schemas.regulation.demands import Validity
from schemas.status import MaterialStatus
from validators import wording

_LASTING = "长期"
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def validity(asked: Validity, papers: Sequence[Paper], day: date) -> tuple[MaterialStatus, str]:
    """The best that these papers show, and what is wrong in words; a term that was not read is for a person."""
    told = [_of_paper(asked, paper, day) for paper in papers]
    order = (MaterialStatus.PRESENT, MaterialStatus.REVIEW, MaterialStatus.PARTIAL)
    return min(told, key=lambda one: order.index(one[0]), default=(MaterialStatus.REVIEW, "未能读出有效期"))


def _of_paper(asked: Validity, paper: Paper, day: date) -> tuple[MaterialStatus, str]:
    each = [
        *([_on_day(paper, day)] if asked.on_day else []),
        *([_for_years(paper, asked.years)] if asked.years else []),
    ]
    for status in (MaterialStatus.PARTIAL, MaterialStatus.REVIEW):
        for held, note in each:
            if held is status:
                return held, note
    return MaterialStatus.PRESENT, ""


def _on_day(paper: Paper, day: date) -> tuple[MaterialStatus, str]:
    until = _fact(paper, "holds_until")
    if until == _LASTING:
        return MaterialStatus.PRESENT, ""
    last = _day(until)
    if last is None:
        return MaterialStatus.REVIEW, "未能读出有效期，须在有效期内"
    if last < day:
        return (
            MaterialStatus.PARTIAL,
            f"有效期至{wording.day(until)}，核算日（{wording.day(day.isoformat())}）已过有效期",
        )
    return MaterialStatus.PRESENT, ""


def _for_years(paper: Paper, years: int) -> tuple[MaterialStatus, str]:
    """By its two days, else by the years that it names."""
    if _fact(paper, "holds_until") == _LASTING:
        return MaterialStatus.PRESENT, ""
    first, last = _day(_fact(paper, "holds_from")), _day(_fact(paper, "holds_until"))
    named = _fact(paper, "holds_years")
    if first is not None and last is not None:
        # 2022-01-01 to 2026-12-31 are five years: the last day is one of them.
        enough = date.fromordinal(last.toordinal() + 1) >= _anniversary(first, years)
        told = f"期限为{wording.day(first.isoformat())}至{wording.day(last.isoformat())}"
    elif named:
        enough, told = Decimal(named) >= years, f"期限为 {named} 年"
    else:
        return MaterialStatus.REVIEW, f"未能读出期限，须不少于 {years} 年"
    return (MaterialStatus.PRESENT, "") if enough else (MaterialStatus.PARTIAL, f"{told}，须不少于 {years} 年")


def _anniversary(first: date, years: int) -> date:
    try:
        return first.replace(year=first.year + years)
    except ValueError:  # the 29th of February
        return date(first.year + years, 3, 1)


def _fact(paper: Paper, key: str) -> str:
    return paper.facts[key].value if key in paper.facts else ""


def _day(iso: str) -> date | None:
    match = _DAY.fullmatch(iso)
    return date(int(match[1]), int(match[2]), int(match[3])) if match else None
