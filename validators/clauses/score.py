"""How many points are surely earned, and how many possibly? Held against the thresholds, and the ways around them.

Below a threshold even with all that is possible: fail; at or above it with what is sure: pass; else review.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from schemas.findings import Finding, MaterialResult
from schemas.regulation.conditions import Condition
from schemas.regulation.score import Score, ScoreItem
from schemas.status import Disposition, MaterialStatus, Reason, Status
from validators import wording
from validators.case import Case
from validators.clauses.any_of import either
from validators.clauses.points import ItemPoints, points_of
from validators.conditions import said_of
from validators.outcome import FAIL, PASS, Outcome, review

ITEM = "condition.score."
"""Findings of single items; they feed condition.score and count for nothing by themselves."""


@dataclass(frozen=True, slots=True)
class Sum:
    """Points surely and possibly earned."""

    surely: Decimal
    possibly: Decimal

    def against(self, threshold: Decimal) -> Outcome:
        """Whether the threshold is reached."""
        if self.surely >= threshold:
            return PASS
        return FAIL if self.possibly < threshold else review(Reason.NOT_FOUND)

    @property
    def said(self) -> str:
        """45 分, or 45 至 60 分."""
        low, high = wording.number(self.surely), wording.number(self.possibly)
        return f"{low} 分" if low == high else f"{low} 至 {high} 分"


def score(case: Case, asked: Score, materials: Sequence[MaterialResult]) -> list[Finding]:
    """A finding for each item, then the one for the whole."""
    earned = [(item, points_of(case, item, materials)) for item in asked.items]
    return [*(_of_item(item, points) for item, points in earned), _whole(case, asked, earned, materials)]


def way_of(case: Case, asked: Score, materials: Sequence[MaterialResult]) -> bool | None:
    """Whether the applicant surely goes by a way that needs no points, surely does not, or it cannot be told."""
    if not asked.direct:
        return False
    outcome, _ = _direct(case, asked, materials)
    return {Status.PASS: True, Status.FAIL: False}.get(outcome.status)


def _of_item(item: ScoreItem, points: ItemPoints) -> Finding:
    earned = Sum(points.surely, points.possibly)
    certain = points.surely == points.possibly
    ending = "" if certain else "；按现有材料不能确定，需人工核实"
    return Finding(
        f"{ITEM}{item.id}",
        Status.PASS if certain else Status.REVIEW,
        item.article,
        f"{item.title}：{points.why}，得 {earned.said}（满分 {wording.number(item.most)} 分）{ending}。",
        f"满分 {wording.number(item.most)} 分",
        earned.said,
        points.evidence,
        Disposition.NOTE,
        None if certain else points.reason or Reason.NOT_FOUND,
        points=(points.surely, points.possibly),
    )


def _whole(
    case: Case, asked: Score, earned: Sequence[tuple[ScoreItem, ItemPoints]], materials: Sequence[MaterialResult]
) -> Finding:
    whole, parts = _sum(earned), dict(_parts(asked, earned))
    by_points = _all(
        [whole.against(asked.at_least), *(parts[one.part].against(one.at_least) for one in asked.thresholds)]
    )
    direct, told = _direct(case, asked, materials)
    outcome = either([by_points, direct]) if asked.direct else by_points
    needed = {one.part: one.at_least for one in asked.thresholds}
    each = "，".join(
        f"{part} {one.said}" + (f"（须 {wording.number(needed[part])} 分以上）" if part in needed else "")
        for part, one in parts.items()
    )
    endings = {Status.PASS: "符合。", Status.FAIL: f"不符合{asked.article}的要求，{wording.CHECK}。"}
    ending = endings.get(outcome.status, "是否达到不能确定，需人工核实。")
    message = f"{asked.asks}：得分 {whole.said}（须 {wording.number(asked.at_least)} 分以上）；{each}"
    message += f"；{told}；{ending}" if told else f"；{ending}"
    places = tuple(dict.fromkeys(place for _, points in earned for place in points.evidence))
    return Finding(
        "condition.score",
        outcome.status,
        asked.article,
        message,
        f"不少于 {wording.number(asked.at_least)} 分",
        whole.said,
        places,
        Disposition.INELIGIBLE if outcome.status is Status.FAIL else Disposition.VERIFY,
        outcome.reason,
        asks=asked.asks,
        points=(whole.surely, whole.possibly),
    )


def _sum(earned: Sequence[tuple[ScoreItem, ItemPoints]]) -> Sum:
    return Sum(
        sum((points.surely for _, points in earned), Decimal(0)),
        sum((points.possibly for _, points in earned), Decimal(0)),
    )


def _parts(asked: Score, earned: Sequence[tuple[ScoreItem, ItemPoints]]) -> Iterator[tuple[str, Sum]]:
    for part in dict.fromkeys(item.part for item in asked.items):
        yield part, _sum([one for one in earned if one[0].part == part])


def _all(outcomes: Sequence[Outcome]) -> Outcome:
    if FAIL in outcomes:
        return FAIL
    return next((one for one in outcomes if one.status is not Status.PASS), PASS)


def _direct(case: Case, asked: Score, materials: Sequence[MaterialResult]) -> tuple[Outcome, str]:
    """Any of the ways that need no points, and what the dossier shows of them.

    A way that a paper must prove is not gone where no such paper lies there, everything was read, and the applicant
    does not say that it goes it.
    """
    told = [(one, _way(case, one, materials)) for one in asked.direct]
    outcome = either([each for _, each in told])
    claimed = any(figure.value in (True, "是") for measure in asked.claimed_by for figure in case.of(measure))
    if outcome == FAIL and claimed:
        outcome = review(Reason.NOT_FOUND)
    met = wording.named(one.asks for one, each in told if each.status is Status.PASS)
    open_ = wording.named(one.asks for one, each in told if each.status is Status.REVIEW)
    if met:
        return outcome, f"满足直通条件（{met}）"
    if open_:
        return outcome, f"直通条件能否满足不能确定（{open_}）"
    if claimed:
        return outcome, "申报表称满足直通条件，未见证明"
    return outcome, "未见满足直通条件的证明" if asked.direct else ""


def _way(case: Case, one: Condition, materials: Sequence[MaterialResult]) -> Outcome:
    if one.any_of:
        return either([_all([_way(case, each, materials) for each in way]) for way in one.any_of])
    outcome = said_of(case, replace(one, relaxation=None), materials).outcome
    held = next((each for each in materials if each.item == one.material), None)
    lacking = held is not None and held.status is MaterialStatus.MISSING and not case.blind
    nothing_said = (
        outcome.reason is Reason.NOT_FOUND and not one.material and not case.of(one.measure) and not case.blind
    )
    return FAIL if (one.material and lacking) or nothing_said else outcome
