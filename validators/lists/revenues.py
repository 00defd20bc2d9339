"""Is the part above the whole: 服务收入 above 营业收入 in any year?"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from schemas.findings import Finding
from schemas.status import Reason
from schemas.tables import Row
from validators import wording
from validators.case import Case
from validators.lists.suspects import Suspects, finding, rows_in, text_of, unsettled
from validators.outcome import FAIL, PASS, review
from validators.proved import NOT_PROVED, are_sure, besides


def service_revenue_within_revenue(case: Case) -> Finding:
    """服务收入 is part of 营业收入 and cannot exceed it in any year; a fail names the years in which that is proved."""
    rows = [row for row in rows_in(case, "operations") if None not in _revenues(row)]
    over = [row for row in rows if (_revenues(row)[0] or 0) > (_revenues(row)[1] or 0)]
    proved = [row for row in over if are_sure(row, ["service_revenue", "revenue"])]
    outcome = PASS if not over else FAIL if proved else review(Reason.UNREADABLE)
    found = _too_much(proved or over)
    more = besides(unsettled(over, proved), "的服务收入疑大于营业收入") if proved else NOT_PROVED
    wrong = f"服务收入大于营业收入：{wording.named(found.words)}{more}，{wording.CHECK}。"
    said = found.said(outcome, wrong if found else "各年服务收入均未超过营业收入。")
    return finding("service_revenue_within_revenue", rows, said, "服务收入不大于营业收入")


def _too_much(over: Sequence[Row]) -> Suspects:
    """Years in which the part is above the whole."""
    return Suspects(
        tuple(
            f"{text_of(row, 'year')} 年服务收入 {text_of(row, 'service_revenue')} 万元，"
            f"营业收入 {text_of(row, 'revenue')} 万元"
            for row in over
        ),
        tuple(row.places.get("service_revenue", row.evidence) for row in over),
    )


def _revenues(row: Row) -> tuple[Decimal | None, Decimal | None]:
    """服务收入 and 营业收入, None where not a number."""
    part, whole = row.values.get("service_revenue"), row.values.get("revenue")
    return part if isinstance(part, Decimal) else None, whole if isinstance(whole, Decimal) else None
