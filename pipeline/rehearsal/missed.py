"""What does a dossier state that misses one condition, and this one alone, by as little as can be?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_FLOOR, Decimal

from pipeline.rehearsal.amounts import ELSEWHERE, FALLING, StatedAmounts, just_above, just_below, part_of
from schemas.measures import measure_of
from schemas.regulation.recipes import WHOLE
from schemas.rulebook import Condition
from validators.clauses.growth_rate import TWO_YEARS

_TURNS = {"place": ELSEWHERE, "truth": FALLING}


@dataclass(frozen=True, slots=True)
class Missed:
    """What is stated instead, in Chinese, and the dossier; ``id`` where one rule is missed in several."""

    said: str
    amounts: StatedAmounts
    id: str = ""


def missed_by(condition: Condition, amounts: StatedAmounts) -> Missed | None:
    """What is stated instead, in Chinese, and the dossier; None for what no dossier of this kind can miss by itself."""
    measure = measure_of(condition.measure)
    if condition.at_least is not None:
        more = _more_of_the_whole(condition, amounts)
        if more is not None:
            return more
        short = _below(condition, condition.at_least)
        wanted = _number(condition.at_least)
        said = f"{_number(short)} {measure.unit}（要求不少于 {wanted}）"
        said = f"差一天满 {wanted} 年" if condition.measure == "operating_years" else said
        return Missed(said, _stating(amounts, condition.measure, short))
    if condition.at_most is not None:
        over = just_above(condition.measure, condition.at_most)
        said = f"{_number(over)} {measure.unit}（要求不超过 {_number(condition.at_most)}）"
        return Missed(said, _stating(amounts, condition.measure, over))
    turned = _TURNS.get(measure.kind)
    if turned is not None and (condition.rising or condition.equals):
        said = "逐年减少" if condition.rising else f"不在{condition.equals}"
        return Missed(said, amounts.turn(turned))
    return None


def _more_of_the_whole(condition: Condition, amounts: StatedAmounts) -> Missed | None:
    """每5家在孵企业1名导师: as many of them as there are, and just too many of those they are for; else None."""
    quotient = measure_of(condition.measure).quotient
    if quotient is None or quotient.times == WHOLE or not condition.at_least:
        return None
    whole = (amounts.of(quotient.part) * quotient.times / condition.at_least).to_integral_value(ROUND_FLOOR) + 1
    known = measure_of(quotient.whole)
    said = f"{known.title} {_number(whole)} {known.unit}，{measure_of(quotient.part).title}不够"
    return Missed(said, amounts.but(quotient.whole, whole))


def _below(condition: Condition, bound: Decimal) -> Decimal:
    """The largest value that misses; of growth, which may be reckoned over all years, so little in each of them."""
    if measure_of(condition.measure).kind == "truth":
        return (bound - 1) / (condition.steps or TWO_YEARS)
    return just_below(condition.measure, bound)


def _stating(amounts: StatedAmounts, measure: str, value: Decimal) -> StatedAmounts:
    """The dossier with this value; of a ratio that is worked out, with the part that makes it."""
    quotient = measure_of(measure).quotient
    if quotient is None:
        return amounts.but(measure, value)
    short = amounts.but(quotient.part, part_of(measure, value, amounts.stated))
    return replace(short, stated={**short.stated, measure: value})


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}"
