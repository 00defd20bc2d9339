"""Which classes of one item may be the applicant's, and so: how many points surely, how many possibly?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from schemas.figures import Figure
from schemas.findings import MaterialResult
from schemas.locator import Locator
from schemas.regulation.score import PointClass, ScoreItem, Stretch
from schemas.status import Reason, Status
from schemas.trust import Doubt, is_sure
from validators import wording
from validators.case import Case
from validators.clauses.any_of import together
from validators.conditions import decides_nothing, figures_for, said_of
from validators.interpretations import interpretations

_NOTHING = PointClass(Decimal(0), "无")


@dataclass(frozen=True, slots=True)
class ItemPoints:
    """The points of one item as an interval, why, and where that stands."""

    surely: Decimal
    possibly: Decimal
    why: str
    evidence: tuple[Locator, ...] = ()
    reason: Reason | None = None


def points_of(case: Case, item: ScoreItem, materials: Sequence[MaterialResult]) -> ItemPoints:
    """The points of every class that may be the applicant's."""
    if item.by_person:
        return _made(item.classes, "属于哪一档由人判断", (), Reason.AMBIGUOUS_RULE)
    if any(one.stretch is not None for one in item.classes):
        return _by_stretch(case, item)
    return _by_conditions(case, item, materials)


def _made(
    classes: Sequence[PointClass], why: str, evidence: tuple[Locator, ...], reason: Reason | None = None
) -> ItemPoints:
    points = [one.points for one in classes]
    return ItemPoints(min(points), max(points), why, evidence, reason if len(set(points)) > 1 else None)


def _by_stretch(case: Case, item: ScoreItem) -> ItemPoints:
    """Every stretch in which a figure may lie, under every reading; without a figure, all of them."""
    stated = figures_for(case, item.measure)
    deciding = [figure for figure in stated if not decides_nothing(figure, case.as_of)]
    classes = [
        one for world in interpretations(deciding) for figure in world.figures for one in _of_figure(item, figure)
    ]
    actual, places = wording.listed(stated), wording.places(stated)
    if not classes:
        return _made(item.classes, actual or "未见数据", places, Reason.UNREADABLE if case.blind else Reason.NOT_FOUND)
    says = "、".join(dict.fromkeys(one.says for one in classes))
    unsure = not all(is_sure(figure.doubts) for figure in deciding)
    reason = Reason.UNREADABLE if unsure else Reason.AMBIGUOUS_RULE
    return _made(classes, f"{actual}（{says}）", places, reason)


def _of_figure(item: ScoreItem, figure: Figure) -> list[PointClass]:
    """The stretches in which this one may lie: all of them where it may be misread."""
    if not isinstance(figure.value, Decimal):
        return []
    if not is_sure(figure.doubts):
        return list(item.classes)
    value = figure.value
    if Doubt.LOWER_BOUND in figure.doubts or Doubt.MAIN_PART in figure.doubts:
        return [one for one in item.classes if one.stretch and (one.stretch.high is None or value <= one.stretch.high)]
    if Doubt.UPPER_BOUND in figure.doubts:
        return [one for one in item.classes if one.stretch and (one.stretch.low is None or value >= one.stretch.low)]
    return containing(item.classes, value)


def containing(classes: Sequence[PointClass], value: Decimal) -> list[PointClass]:
    """The stretches that hold the value. An edge that two share is either's, unless the text says whose (含本数)."""
    held = [(one, edge) for one in classes if one.stretch and (edge := _edge(one.stretch, value)) is not None]
    owning = [one for one, edge in held if edge == "in"]
    return owning or [one for one, edge in held if edge != "out"]


def _edge(stretch: Stretch, value: Decimal) -> str | None:
    """What the text says of the edge on which the value lies, empty within the stretch; None outside."""
    if (stretch.low is not None and value < stretch.low) or (stretch.high is not None and value > stretch.high):
        return None
    if value == stretch.low:
        return stretch.low_edge
    return stretch.high_edge if value == stretch.high else ""


def _by_conditions(case: Case, item: ScoreItem, materials: Sequence[MaterialResult]) -> ItemPoints:
    """The classes in their order: those that may be met before one that surely is."""
    may_be: list[PointClass] = []
    told: list[str] = []
    places: list[Locator] = []
    for one in item.classes:
        said = [said_of(case, asked, materials) for asked in one.met]
        outcome = together([each.outcome for each in said]) if said else None
        places += [place for each in said for place in each.evidence]
        told += [each.actual for each in said if each.actual]
        if outcome is not None and outcome.status is Status.FAIL:
            continue
        may_be.append(one)
        if outcome is None or outcome.status is Status.PASS:
            break
    else:
        may_be.append(_NOTHING)
    actual = "；".join(dict.fromkeys(told)) or "未见数据"
    says = "、".join(dict.fromkeys(one.says for one in may_be))
    reason = Reason.UNREADABLE if case.blind else Reason.NOT_FOUND
    return _made(may_be, f"{actual}（{says}）", tuple(dict.fromkeys(places)), reason)
