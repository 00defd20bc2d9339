"""Which of several bounds is the applicant's, and is it met? Each that may be is a reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from schemas.regulation.bounds import BoundFor
from schemas.regulation.conditions import Condition
from schemas.status import Reason, Status
from validators import wording
from validators.case import Case
from validators.clauses.whose import is_of
from validators.outcome import NOT_APPLICABLE, Explained, review, same_or_review

Said = Callable[[Condition], Explained]
_SAYS = {Status.PASS: "符合", Status.FAIL: "不符合", Status.REVIEW: "不能确定", Status.NOT_APPLICABLE: "不适用"}


def admissible(case: Case, bounds: tuple[BoundFor, ...]) -> list[BoundFor]:
    """The bounds that may be the applicant's: the first that surely is, and those before it that may be."""
    found: list[BoundFor] = []
    for bound in bounds:
        held = is_of(case, bound.whom)
        if held is not False:
            found.append(bound)
        if held:
            break
    return found


def by_applicant(case: Case, asked: Condition, judged: Said) -> Explained:
    """The same under every bound that may be the applicant's: that; else review, with each."""
    may_be = admissible(case, asked.bounds)
    if not may_be:
        return Explained(NOT_APPLICABLE, f"{asked.asks}：申报单位不属于所列的各种情形，不适用。")
    told = [(bound, judged(_plain(asked, bound))) for bound in may_be]
    if len(told) == 1:
        bound, said = told[0]
        return replace(said, message=f"{said.message.removesuffix('。')}（按“{bound.whom.words}”的要求）。")
    outcome = same_or_review([said.outcome for _, said in told])
    each = "；".join(
        f"按“{bound.whom.words}”（{wording.asked(_plain(asked, bound))}）{_SAYS[said.outcome.status]}"
        for bound, said in told
    )
    actual = told[0][1].actual
    ending = {Status.PASS: "符合。", Status.FAIL: f"不符合{asked.article}的要求，{wording.CHECK}。"}.get(
        outcome.status, "申报单位属于哪一种不能确定，需人工判定。"
    )
    message = f"{asked.asks}：{actual or '未见数据'}；{each}；{ending}"
    if outcome.status is Status.REVIEW and outcome.reason is None:
        outcome = review(Reason.AMBIGUOUS_RULE)
    return Explained(outcome, message, actual, told[0][1].evidence)


def _plain(asked: Condition, bound: BoundFor) -> Condition:
    return replace(asked, bounds=(), at_least=bound.at_least, at_most=bound.at_most)
