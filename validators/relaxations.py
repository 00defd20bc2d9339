"""May a clause of the regulation relax this condition for this applicant? (contract §7, Relaxations)"""

from __future__ import annotations

import re
from dataclasses import replace

from schemas.divisions import within
from schemas.rulebook import Condition, Relaxation
from schemas.status import Status
from schemas.trust import is_sure
from validators.case import Case
from validators.registered import addresses, has_unplaced

# What may stand before the name of a region: 中国, a postcode, spaces.
_BEFORE = re.compile(r"^(?:\s|中国|中华人民共和国|\d{6}|[,，])*")


def may_relax(case: Case, relaxation: Relaxation) -> bool:
    """Whether the applicant is, or may be, one that the clause is for; unknown counts as may be."""
    return _of_kind(case, relaxation.organisation_types) and _of_region(case, relaxation.regions)


def relaxed(condition: Condition) -> Condition | None:
    """The condition with the relaxed bound, None where the clause names no number."""
    clause = condition.relaxation
    if clause is None or clause.to is None:
        return None
    if condition.at_least is None and condition.at_most is not None:
        return replace(condition, at_most=clause.to, relaxation=None)
    return replace(condition, at_least=clause.to, relaxation=None)


def _of_kind(case: Case, kinds: tuple[str, ...]) -> bool:
    """Of the kind by 单位性质, by the certificate handed in, or by the credit code; any of them is enough."""
    if not kinds or any(figure.value in kinds for figure in case.of("organisation_kind")):
        return True
    entry = case.entries.get("organisation_type")
    stated = "" if entry is None else str(entry.value or "")
    if not stated or any(kind in stated for kind in kinds):
        return True
    return entry is not None and not is_sure(entry.doubts)


def _of_region(case: Case, regions: tuple[str, ...]) -> bool:
    if not regions:
        return True
    stated = case.of("registered_in")
    if not stated or has_unplaced(case) or not any(is_sure(figure.doubts) for figure in stated):
        return True
    if any(within(str(figure.value), region) is not False for figure in stated for region in regions):
        return True
    return any(_BEFORE.sub("", text).startswith(regions) for text in addresses(case))


def covers(case: Case, condition: Condition, under_relaxed: Status | None) -> bool:
    """Whether a failed condition may yet be met: the clause fits and its own bound, if any, is not missed."""
    clause = condition.relaxation
    if clause is None or not may_relax(case, clause):
        return False
    return under_relaxed is not Status.FAIL
