"""Which numbers does a made-up dossier state: comfortably enough of everything, or of one thing just too little?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from pipeline.rehearsal.asked import asked_of
from pipeline.rehearsal.words import rehearsal_words
from schemas.measures import measure_of
from schemas.regulation.recipes import WHOLE, Quotient
from schemas.rulebook import Condition, Rulebook

_COMFORT = Decimal("1.3")
_USUAL_WHOLE = Decimal(500)
"""Of what nothing else is asked but a share."""
_POINTS, _MOST_POINTS = 6, Decimal(98)
_HUNDREDTH = Decimal("0.01")
_PARTS = frozenset({"万元", "平方米", "元"})
ELSEWHERE, FALLING = "registered_in", "enterprise_growth"


@dataclass(frozen=True, slots=True)
class StatedAmounts:
    """What the dossier states, by measure (those of functions with their whole name); ``turned``: what is not so.

    ``turned`` holds registered_in where the applicant is from elsewhere, enterprise_growth where the number falls.
    """

    stated: Mapping[str, Decimal]
    focus: str = ""
    turned: frozenset[str] = frozenset()
    exact: frozenset[str] = field(default=frozenset())
    """Measures whose value stands just beside their bound."""
    place: str = ""
    """The division in which the applicant is, where it matters which."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """What is ticked, by blank, where a bound is for those who tick it; elsewhere what is printed first."""

    def of(self, measure: str) -> Decimal:
        """The value of the measure; zero where nothing asks for it and nothing is usual."""
        return self.stated.get(measure, Decimal(0))

    def whole(self, measure: str) -> int:
        """The same as a count."""
        return int(self.of(measure))

    def but(self, measure: str, value: Decimal) -> StatedAmounts:
        """The same dossier with another value of one measure."""
        return replace(self, stated={**self.stated, measure: value}, exact=self.exact | {measure})

    def all(self, values: Mapping[str, Decimal]) -> StatedAmounts:
        """The same dossier with these values, none of them just beside a bound."""
        return replace(self, stated={**self.stated, **values})

    def turn(self, measure: str) -> StatedAmounts:
        """The same dossier from elsewhere, or with a number that falls."""
        return replace(self, turned=self.turned | {measure})


def complete(rulebook: Rulebook, focus: str = "") -> StatedAmounts:
    """Comfortably enough of everything that the rulebook asks."""
    stated = dict(rehearsal_words().usual)
    for condition in asked_of(rulebook):
        if condition.at_least is not None:
            enough = comfortable(condition.measure, condition.at_least)
            stated[condition.measure] = max(stated.get(condition.measure, enough), enough)
        if condition.at_most is not None:
            stated[condition.measure] = _fitting(condition, stated.get(condition.measure, condition.at_most))
    stated["service_revenue"] = max(stated["service_revenue"], Decimal(1))
    stated["revenue"] = max(stated["revenue"], stated["service_revenue"] * _COMFORT)
    return StatedAmounts(_audited(rulebook, _with_parts(rulebook, stated)), focus)


def _audited(rulebook: Rulebook, stated: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """What the audit report states under the same name as a measure of the rulebook's own is the same number."""
    found = dict(stated)
    for label, ours in rehearsal_words().audited.items():
        own = (one.id for one in rulebook.own.measures if one.statement is not None and label in one.statement.labels)
        found[ours] = next((found[name] for name in own if name in found), found.get(ours, Decimal(0)))
    return found


def within(condition: Condition, value: Decimal) -> bool:
    """Whether the value is between the bounds, at them too."""
    below = condition.at_least is not None and value < condition.at_least
    return not below and (condition.at_most is None or value <= condition.at_most)


def stating(amounts: StatedAmounts, measure: str, value: Decimal) -> StatedAmounts:
    """The dossier with this value; of a ratio or a growth that is worked out, with the part that makes it."""
    known = measure_of(measure)
    if known.quotient is not None:
        return amounts.all({measure: value, known.quotient.part: part_of(measure, value, amounts.stated)})
    if known.growth_of and known.growth_from:
        return amounts.all({measure: value, known.growth_from: _before(measure, value, amounts.stated)})
    return amounts.all({measure: value})


def with_ratios(rulebook: Rulebook, amounts: StatedAmounts | None) -> StatedAmounts | None:
    """The dossier with its ratios as they follow from their parts; None of none."""
    if amounts is None:
        return None
    for condition in asked_of(rulebook):
        quotient = measure_of(condition.measure).quotient
        if quotient is not None and amounts.of(quotient.whole):
            ratio = amounts.of(quotient.part) * quotient.times / amounts.of(quotient.whole)
            amounts = amounts.all({condition.measure: ratio})
        if measure_of(condition.measure).growth_from:
            amounts = stating(amounts, condition.measure, amounts.of(condition.measure))
    return amounts


def keeping_ratios(rulebook: Rulebook, amounts: StatedAmounts, but: str) -> StatedAmounts:
    """The dossier with the other ratios of what stands just beside a bound as they were: their parts with the whole."""
    for condition in asked_of(rulebook):
        quotient = measure_of(condition.measure).quotient
        moved = quotient is not None and quotient.whole in amounts.exact and quotient.part not in amounts.exact
        if quotient is not None and moved and condition.measure != but and condition.at_least is not None:
            part = part_of(condition.measure, amounts.of(condition.measure), amounts.stated, ROUND_CEILING)
            amounts = amounts.all({quotient.part: max(part, amounts.of(quotient.part))})
    return amounts


def _before(measure: str, rate: Decimal, stated: Mapping[str, Decimal]) -> Decimal:
    return before_growth(rate, stated.get(measure_of(measure).growth_of, Decimal(0)))


def before_growth(rate: Decimal, now: Decimal) -> Decimal:
    """What it was the year before, where it has grown by so many per cent."""
    return (now / (1 + rate / 100)).quantize(_HUNDREDTH)


def _fitting(condition: Condition, value: Decimal) -> Decimal:
    """The value, or where it is above an upper bound one that is not; between two bounds the middle."""
    upper = condition.at_most or Decimal(0)
    lower = condition.at_least or Decimal(0)
    return value if lower < value < upper else ((lower + upper) / 2).to_integral_value(ROUND_CEILING)


def _with_parts(rulebook: Rulebook, stated: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Of a ratio that is worked out, the part follows from the ratio and the whole."""
    found, before = dict(stated), dict[str, Decimal]()
    while found != before and len(before) <= len(found):
        before = dict(found)
        for condition in asked_of(rulebook):
            for whole in _wholes(condition.measure):
                found.setdefault(whole, _USUAL_WHOLE)
            known = measure_of(condition.measure)
            if known.quotient is not None and condition.measure in stated:
                found |= _shared(known.quotient, condition, {**found, condition.measure: stated[condition.measure]})
            if known.growth_of and known.growth_from and condition.measure in stated:
                found[known.growth_from] = _before(condition.measure, stated[condition.measure], found)
    return found


def _wholes(measure: str) -> Iterator[str]:
    """What a ratio or a growth is of."""
    known = measure_of(measure)
    yield from [known.quotient.whole] if known.quotient is not None else []
    yield from [known.growth_of] if known.growth_of and known.growth_from else []


def _shared(quotient: Quotient, condition: Condition, stated: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Part, whole and ratio: enough of the part where it has a bound of its own, the whole then large enough for it."""
    at_least = condition.at_least is not None
    part = part_of(condition.measure, stated[condition.measure], stated, ROUND_CEILING if at_least else ROUND_FLOOR)
    if at_least:
        part = max(part, stated.get(quotient.part, part))
    whole = max(stated.get(quotient.whole, Decimal(0)), part if quotient.times == WHOLE else Decimal(1))
    return {quotient.part: part, quotient.whole: whole, condition.measure: part * quotient.times / whole}


def part_of(measure: str, ratio: Decimal, stated: Mapping[str, Decimal], rounding: str = ROUND_FLOOR) -> Decimal:
    """The part that makes this ratio of the whole; of what is counted the next whole number below, or above."""
    quotient = measure_of(measure).quotient
    if quotient is None:
        return Decimal(0)
    part = stated.get(quotient.whole, Decimal(0)) * ratio / quotient.times
    countable = measure_of(quotient.part).unit not in _PARTS
    return part.to_integral_value(rounding) if countable else part.quantize(_HUNDREDTH)


def comfortable(measure: str, bound: Decimal) -> Decimal:
    """A value that nobody would call close."""
    if measure_of(measure).unit == "%":
        return min(bound + _POINTS, max(bound, _MOST_POINTS))
    return (bound * _COMFORT).to_integral_value(ROUND_CEILING) + 1


def just_below(measure: str, bound: Decimal) -> Decimal:
    """The largest value of the measure's unit that misses the bound."""
    unit = measure_of(measure).unit
    if unit == "%":
        return bound - 1
    return bound - (_HUNDREDTH if unit in _PARTS else 1)


def just_above(measure: str, bound: Decimal) -> Decimal:
    """The smallest value of the measure's unit that is over an upper bound."""
    return bound + (_HUNDREDTH if measure_of(measure).unit in _PARTS else 1)


def focuses(rulebook: Rulebook) -> Iterator[str]:
    """The kinds of platform for which bounds differ (以员工培训为主); one empty one where none do."""
    found = dict.fromkeys(one.when[1] for one in asked_of(rulebook) if one.when is not None)
    yield from found or ("",)
