"""Was the regulation in force on the as-of date?"""

from __future__ import annotations

from datetime import date

from schemas.findings import Finding
from schemas.status import Disposition, Reason, Status
from validators import wording
from validators.case import Case


def in_force(case: Case) -> Finding:
    """In force by its own dates: pass; lapsed, not yet begun, or of unknown dates: review."""
    term = case.rulebook.in_force
    doubt = _doubt(case)
    dates = f"{_day(term.since)}起，{_day(term.until)}止"
    message = f"《{case.rulebook.title}》施行期间：{dates}；"
    message += f"{doubt}，请核实是否仍适用。" if doubt else f"{_day(case.as_of)}在施行期间内。"
    if doubt and term.note:
        message += f"{term.note}。"
    return Finding(
        "rulebook.in_force",
        Status.REVIEW if doubt else Status.PASS,
        term.article,
        message,
        "办法在施行期间内",
        dates,
        (),
        Disposition.NOTE,
        Reason.RULE_NOT_IN_FORCE if doubt else None,
    )


def _doubt(case: Case) -> str:
    """Why it cannot be taken to be in force; empty where it can."""
    term, day = case.rulebook.in_force, case.as_of
    if term.since is None:
        return "施行日期不明"
    if day < term.since:
        return f"{_day(day)}尚未施行"
    if term.until is not None and day > term.until:
        return f"{_day(day)}已过有效期"
    if term.superseded is not None and day >= term.superseded:
        return f"{_day(term.superseded)}起可能已被新办法代替"
    return ""


def _day(day: date | None) -> str:
    return "（未载明）" if day is None else wording.day(str(day))
