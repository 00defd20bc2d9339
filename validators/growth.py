"""Did the number of enterprises served rise in each of the last two steps? (contract §7, Growth)"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from schemas.locator import Locator
from schemas.status import Reason
from schemas.tables import Row, rows_of
from schemas.trust import is_sure
from validators import wording
from validators.case import Case
from validators.outcome import FAIL, PASS, Outcome, review

YEARS = 3


@dataclass(frozen=True, slots=True)
class Growth:
    """The outcome, the yearly numbers in words, and where they stand."""

    outcome: Outcome
    actual: str
    evidence: tuple[Locator, ...]


def growth(case: Case) -> Growth:
    """Strictly more in each of the last two steps: pass; the last year below the one before: fail; else review."""
    frame = case.contents.tables.get("operations")
    rows = [] if frame is None else [row for row in rows_of(frame) if _counts(row)]
    if not rows:
        return _from_figures(case)
    if any(not isinstance(row.values.get("year"), int) for row in rows):
        return Growth(review(Reason.NOT_FOUND), "年度未填写", tuple(row.evidence for row in rows))
    return _from_rows(case, rows)


def _counts(row: Row) -> bool:
    return isinstance(row.values.get("enterprises_served"), Decimal | int)


def _from_rows(case: Case, rows: list[Row]) -> Growth:
    counts: dict[int, set[Decimal]] = defaultdict(set)
    for row in rows:
        year, count = row.values["year"], row.values["enterprises_served"]
        # The year of submission is not over: it is no step of 近两年.
        if isinstance(year, int) and year < case.as_of.year:
            counts[year].add(Decimal(str(count)))
    years = sorted(counts)[-YEARS:]
    actual = "；".join(f"{year} 年 {'／'.join(wording.number(n) for n in sorted(counts[year]))} 家" for year in years)
    evidence = tuple(row.places.get("enterprises_served", row.evidence) for row in rows)
    steps = _steps([counts[year] for year in years], years)
    # 近两年 ends with last year: a fall before that is none of it, nor is a rise.
    recent = bool(years) and years[-1] == case.as_of.year - 1
    return Growth(_softened(case, steps if recent else review(Reason.NOT_FOUND)), actual, evidence)


def _steps(counts: list[set[Decimal]], years: list[int]) -> Outcome:
    if any(len(count) > 1 for count in counts):
        return review(Reason.CONFLICT)
    numbers = [next(iter(count)) for count in counts]
    if len(years) < 2 or years[-1] - years[-2] != 1:
        return review(Reason.NOT_FOUND)
    if numbers[-1] < numbers[-2]:
        return FAIL
    if len(years) < YEARS or years[-2] - years[-3] != 1:
        return review(Reason.NOT_FOUND)
    rising = all(earlier < later for earlier, later in pairwise(numbers))
    return PASS if rising else review(Reason.AMBIGUOUS_RULE)


def _softened(case: Case, outcome: Outcome) -> Outcome:
    """What a recogniser alone has read is never held against the applicant."""
    stated = case.of("enterprise_growth")
    recognised = bool(stated) and not any(is_sure(figure.doubts) for figure in stated)
    return review(Reason.UNREADABLE) if outcome == FAIL and recognised else outcome


def _from_figures(case: Case) -> Growth:
    """Without the yearly rows, a figure can show growth but not tell a fall from a standstill."""
    stated = case.of("enterprise_growth")
    rising = bool(stated) and all(figure.value is True for figure in stated)
    outcome = PASS if rising else review(Reason.NOT_FOUND)
    return Growth(outcome, wording.listed(stated), wording.places(stated))
