"""How does a made-up dossier miss the points: each item in the lowest class that the other rules leave it?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.rehearsal.amounts import StatedAmounts, stating, with_ratios, within
from pipeline.rehearsal.asked import asked_by, singles_of
from schemas.regulation.conditions import Condition
from schemas.regulation.score import PointClass, Score, ScoreItem
from schemas.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class ShortOfPoints:
    """A dossier that misses the points, or those of one part (``id``), and that in Chinese."""

    id: str
    said: str
    amounts: StatedAmounts


def short_of_points(rulebook: Rulebook, amounts: StatedAmounts) -> Iterator[ShortOfPoints]:
    """One dossier that misses the sum, and one for each part that has a number of its own, as far as any can."""
    score = rulebook.score
    if score is None:
        return
    whole = lowered(rulebook, score.items, amounts)
    most = possibly(score, whole)
    if most < score.at_least:
        yield ShortOfPoints("", f"最多 {_said(most)} 分（要求 {_said(score.at_least)} 分）", whole)
    for threshold in score.thresholds:
        items = [item for item in score.items if item.part == threshold.part]
        less = lowered(rulebook, items, amounts)
        most = sum((_points(item, less) for item in items), Decimal(0))
        if most < threshold.at_least:
            said = f"{threshold.part}最多 {_said(most)} 分（要求 {_said(threshold.at_least)} 分）"
            yield ShortOfPoints(threshold.part, said, less)


def lowered(rulebook: Rulebook, items: Sequence[ScoreItem], amounts: StatedAmounts) -> StatedAmounts:
    """The dossier with each of these items in the lowest class that no other rule forbids."""
    for item in items:
        for one in sorted(item.classes, key=lambda each: each.points):
            less = with_ratios(rulebook, _in_class(item, one, amounts))
            if less is not None and _allowed(rulebook, less):
                amounts = less
                break
    return amounts


def possibly(score: Score, amounts: StatedAmounts) -> Decimal:
    """The most points that the dossier can have."""
    return sum((_points(item, amounts) for item in score.items), Decimal(0))


def _in_class(item: ScoreItem, one: PointClass, amounts: StatedAmounts) -> StatedAmounts | None:
    """The dossier with the item in this class; None where only a person can tell it."""
    if item.by_person:
        return None
    if not asked_by(item, one):
        none = {asked.measure: Decimal(0) for other in item.classes for asked in asked_by(item, other)}
        return amounts.all(none)
    for asked in asked_by(item, one):
        better = [other for each in item.classes if each.points > one.points for other in asked_by(item, each)]
        amounts = amounts.all({other.measure: Decimal(0) for other in better if other.measure != asked.measure})
        amounts = stating(amounts, asked.measure, inside(asked))
    return amounts


def inside(asked: Condition) -> Decimal:
    """A value well within a stretch; of one without an upper end a little above the lower."""
    if asked.at_least is not None and asked.at_most is not None:
        return (asked.at_least + asked.at_most) / 2
    if asked.at_least is not None:
        return asked.at_least + 1
    return (asked.at_most or Decimal(0)) / 2 if (asked.at_most or 0) > 0 else Decimal(-3)


def _allowed(rulebook: Rulebook, amounts: StatedAmounts) -> bool:
    """Whether every condition with a number of its own is still met."""
    singles = (single for one in rulebook.conditions if not one.any_of for single in singles_of(one))
    return all(within(one, amounts.of(one.measure)) for one in singles if one.bounded)


def _points(item: ScoreItem, amounts: StatedAmounts) -> Decimal:
    """The most points that the item can have with these amounts."""
    if item.by_person:
        return item.most
    met = [
        one.points
        for one in item.classes
        if all(within(asked, amounts.of(asked.measure)) for asked in asked_by(item, one))
    ]
    return max(met, default=Decimal(0)) if any(one.stretch for one in item.classes) else next(iter(met), Decimal(0))


def _said(points: Decimal) -> str:
    return f"{points.normalize():f}"
