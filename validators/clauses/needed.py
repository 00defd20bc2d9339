"""Is an item of the checklist asked of this applicant at all? Surely, surely not, or it cannot be told.

What is surely not asked for is optional; what may not be asked for is, where it is not there, for a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from schemas.findings import MaterialResult
from schemas.regulation.demands import Needed
from schemas.rulebook import Material
from schemas.status import MaterialStatus, Reason, Status
from schemas.trust import is_sure
from validators.case import Case
from validators.clauses.score import way_of
from validators.clauses.whose import is_of
from validators.conditions import said_of

_LACKING = (MaterialStatus.MISSING, MaterialStatus.PARTIAL)


def as_needed(
    case: Case, items: Sequence[Material], results: Sequence[MaterialResult]
) -> tuple[tuple[Material, ...], tuple[MaterialResult, ...]]:
    """The items and how they stand, those that are asked of some applicants only as they are asked of this one."""
    pairs = [_as_needed(case, item, result, results) for item, result in zip(items, results, strict=True)]
    return tuple(item for item, _ in pairs), tuple(result for _, result in pairs)


def _as_needed(
    case: Case, item: Material, result: MaterialResult, results: Sequence[MaterialResult]
) -> tuple[Material, MaterialResult]:
    if item.needed is None:
        return item, result
    needed = is_needed(case, item.needed, results)
    if needed is False:
        return replace(item, optional=True), replace(result, optional=True)
    if needed is None and result.status in _LACKING:
        note = f"{result.note}；该项只在部分情形下须提交（{_words(item.needed)}），本单位是否须提交需人工核实"
        return item, replace(result, status=MaterialStatus.REVIEW, note=note, reason=Reason.NOT_FOUND)
    return item, result


def is_needed(case: Case, needed: Needed, results: Sequence[MaterialResult]) -> bool | None:
    """Whether the case is given in which the item is asked for."""
    if needed.whom is not None:
        return is_of(case, needed.whom)
    if needed.blank:
        return _blank(case, needed)
    if needed.condition:
        return _condition(case, needed, results)
    return _way(case, needed.way, results)


def _blank(case: Case, needed: Needed) -> bool | None:
    entry = case.entries.get(needed.blank)
    if entry is None or not is_sure(entry.doubts):
        return None
    filled = entry.value is not None and entry.value != ""
    return filled is needed.filled


def _condition(case: Case, needed: Needed, results: Sequence[MaterialResult]) -> bool | None:
    asked = next((one for one in case.rulebook.conditions if one.rule == needed.condition), None)
    if asked is None:
        return None
    met = {Status.PASS: True, Status.FAIL: False}.get(said_of(case, asked, results).outcome.status)
    return None if met is None else met is needed.met


def _way(case: Case, way: str, results: Sequence[MaterialResult]) -> bool | None:
    points = case.rulebook.score
    direct = None if points is None else way_of(case, points, results)
    if direct is None:
        return None
    return direct if way == "direct" else not direct


def _words(needed: Needed) -> str:
    if needed.whom is not None:
        return needed.words
    if needed.way:
        return {"direct": "满足直通条件的", "points": "按评分的"}[needed.way]
    return "依表中所填" if needed.blank else "依条件是否达到"
