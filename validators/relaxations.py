"""May a clause of the regulation relax this condition for this applicant? (contract §7, Relaxations)"""

from __future__ import annotations

import re
from dataclasses import replace

from schemas.rulebook import Condition, Relaxation
from schemas.status import Status
from schemas.trust import is_sure
from validators.case import Case

# An address that names none of these units does not say in which part of the country it lies.
_NAMES_A_PLACE = re.compile(r"[省市州盟]|自治区")
# What may stand before the name of the region: 中国, a postcode, spaces.
_BEFORE = re.compile(r"^(?:\s|中国|中华人民共和国|\d{6}|[,，])*")


def may_relax(case: Case, relaxation: Relaxation) -> bool:
    """Whether the applicant is, or may be, one that the clause is for; unknown counts as may be."""
    return _of_kind(case, relaxation.organisation_types) and _of_region(case, relaxation.regions)


def relaxed(condition: Condition) -> Condition | None:
    """The condition with the relaxed bound, None where the clause names no number."""
    clause = condition.relaxation
    if clause is None or clause.to is None:
        return None
    return replace(condition, at_least=clause.to, relaxation=None)


def _of_kind(case: Case, kinds: tuple[str, ...]) -> bool:
    if not kinds:
        return True
    entry = case.entries.get("organisation_type")
    stated = "" if entry is None else str(entry.value or "")
    if not stated or any(kind in stated for kind in kinds):
        return True
    return entry is not None and not is_sure(entry.doubts)


def _of_region(case: Case, regions: tuple[str, ...]) -> bool:
    if not regions:
        return True
    addresses = [_BEFORE.sub("", text) for text in _addresses(case)]
    if any(text.startswith(regions) for text in addresses):
        return True
    return not any(_NAMES_A_PLACE.search(text) for text in addresses)


def _addresses(case: Case) -> list[str]:
    entry = case.entries.get("registered_address")
    stated = [] if entry is None or not entry.value else [str(entry.value)]
    stated += [str(figure.value) for figure in case.of("registered_in")]
    return stated + [paper.facts["address"].value for paper in case.contents.papers if "address" in paper.facts]


def covers(case: Case, condition: Condition, under_relaxed: Status | None) -> bool:
    """Whether a failed condition may yet be met: the clause fits and its own bound, if any, is not missed."""
    clause = condition.relaxation
    if clause is None or not may_relax(case, clause):
        return False
    return under_relaxed is not Status.FAIL
