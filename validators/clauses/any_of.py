"""Is one of several conditions met? Kleene's or, over ways that each may be several conditions together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from schemas.regulation.conditions import Condition
from schemas.status import Reason, Status
from validators import wording
from validators.outcome import FAIL, PASS, Explained, Outcome, review

Said = Callable[[Condition], Explained]
_HOW = {Status.PASS: "达到", Status.FAIL: "未达到", Status.NOT_APPLICABLE: "不适用"}


def any_of(asked: Condition, judged: Said) -> Explained:
    """Any way surely met: pass; every way surely missed: fail; else review."""
    ways = [[(one, judged(one)) for one in way] for way in asked.any_of]
    outcome = either([together([said.outcome for _, said in way]) for way in ways])
    each = "；或 ".join("，且 ".join(_told(one, said) for one, said in way) for way in ways)
    endings = {Status.PASS: "符合。", Status.FAIL: f"均未达到，不符合{asked.article}的要求，{wording.CHECK}。"}
    ending = endings.get(outcome.status, "是否达到其中一项不能确定，需人工核实。")
    actual = "；".join(dict.fromkeys(said.actual for way in ways for _, said in way if said.actual))
    places = tuple(dict.fromkeys(place for way in ways for _, said in way for place in said.evidence))
    return Explained(outcome, f"{asked.asks}：{each}；{ending}", actual, places)


def either(outcomes: Sequence[Outcome]) -> Outcome:
    """Kleene's or; what does not apply is no way at all."""
    counted = [one for one in outcomes if one.status is not Status.NOT_APPLICABLE]
    if any(one.status is Status.PASS for one in counted):
        return PASS
    open_ = [one for one in counted if one.status is not Status.FAIL]
    if counted and not open_:
        return FAIL
    return review(next((one.reason for one in open_ if one.reason), Reason.NOT_FOUND))


def together(outcomes: Sequence[Outcome]) -> Outcome:
    """Kleene's and; what does not apply asks nothing."""
    counted = [one for one in outcomes if one.status is not Status.NOT_APPLICABLE] or list(outcomes)
    if any(one.status is Status.FAIL for one in counted):
        return FAIL
    open_ = [one for one in counted if one.status is not Status.PASS]
    return open_[0] if open_ else PASS


def _told(one: Condition, said: Explained) -> str:
    how = _HOW.get(said.outcome.status, "不能确定")
    return f"{one.asks}（{said.actual or '未见数据'}，{how}）"
