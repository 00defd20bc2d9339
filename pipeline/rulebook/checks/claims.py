"""What does a rulebook say that its regulation says? Every number, word and citation of the file as one claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipeline.rulebook.known_words import all_conditions
from pipeline.rulebook.parse import Parsed
from pipeline.rulebook.quantities import quantities
from schemas.measures import MEASURES
from schemas.regulation.bounds import BoundFor
from schemas.rulebook import (
    Condition,
    FunctionsRule,
    InForce,
    Judgement,
    Manual,
    Material,
    Procedure,
    Relaxation,
    ServiceFunction,
)

OF_FUNCTIONS = "项"
OF_POINTS = "分"
GROWTH = "增长"
_Citing = Condition | Judgement | Manual | InForce | Relaxation | ServiceFunction | Procedure | Material


@dataclass(frozen=True, slots=True)
class Claim:
    """What one rule of the file says that an article says: a number with its unit, or a word (unit empty).

    ``measure`` is what the number counts, empty for the number of functions; ``kind`` is then the platform's.
    ``relaxes``: it is the bound of a clause that relaxes.
    """

    line: int
    article: str
    value: Decimal
    unit: str
    word: str = ""
    measure: str = ""
    relaxes: bool = False
    kind: str = ""
    way: str = "at_least"
    """at_least or at_most."""


def claims(parsed: Parsed) -> Iterator[Claim]:
    """Every number and word that the rules claim, in the order of the file."""
    for condition in all_conditions(parsed):
        yield from _of_condition(parsed, condition)
    points = parsed.rulebook.score
    if points is not None:
        line = parsed.lines[points]
        for value in (points.at_least, *(one.at_least for one in points.thresholds)):
            yield Claim(line, points.article, value, OF_POINTS)
    functions = parsed.rulebook.functions
    if functions is not None:
        for kind, count in _counts(functions):
            yield Claim(parsed.lines["functions"], functions.article, Decimal(count), OF_FUNCTIONS, kind=kind)


def _of_condition(parsed: Parsed, condition: Condition) -> Iterator[Claim]:
    line, measure = parsed.lines[condition], MEASURES.get(condition.measure)
    if condition.none_of is not None and condition.none_of.years is not None:
        yield Claim(line, condition.article, Decimal(condition.none_of.years), "年", kind="")
    if measure is None or condition.any_of or condition.none_of:
        return
    unit = unit_of(measure.id)
    if asks_to_have(condition):
        return
    bounds: tuple[Condition | BoundFor, ...] = (condition, *condition.bounds)
    for one in bounds:
        if one.at_least is not None:
            yield Claim(line, condition.article, one.at_least, unit, measure=measure.id)
        if one.at_most is not None:
            yield Claim(line, condition.article, one.at_most, unit, measure=measure.id, way="at_most")
    grows = condition.rising or (condition.bounded and measure.kind == "truth")
    said = condition.equals if measure.kind != "truth" else ""
    if said or grows:
        yield Claim(line, condition.article, Decimal(0), "", said or GROWTH, measure.id)
    clause = condition.relaxation
    if clause is not None and clause.to is not None:
        at = parsed.lines.get(clause, line)
        way = "at_most" if condition.at_least is None and condition.at_most is not None else "at_least"
        yield Claim(at, clause.article, clause.to, unit, measure=measure.id, relaxes=True, way=way)


def asks_to_have(condition: Condition) -> bool:
    """Whether it asks for one of a kind at all (拥有……): the text then names no number.

    Of what a blank of the form counts it does where its own sentence names none either.
    """
    measure = MEASURES.get(condition.measure)
    if measure is None or condition.at_least != 1:
        return False
    own = bool(measure.stated_in) and measure.id not in MEASURES.ours
    return measure.papers is not None or (
        own and not any(one.unit == measure.unit for one in quantities(condition.asks))
    )


def unit_of(measure: str) -> str:
    """The unit in which a regulation bounds the measure: growth by so many per cent."""
    known = MEASURES[measure]
    return "%" if known.kind == "truth" else known.unit


def _counts(functions: FunctionsRule) -> Iterator[tuple[str, int]]:
    if functions.at_least is not None:
        yield "", functions.at_least
    yield from (functions.by_type or {}).items()


def cited(parsed: Parsed) -> Iterator[tuple[int, str]]:
    """Every citation of the file and its line."""
    rulebook = parsed.rulebook
    rules: list[_Citing] = [*all_conditions(parsed), *rulebook.judgements, *rulebook.manual, rulebook.in_force]
    rules += [one.relaxation for one in rulebook.conditions if one.relaxation]
    rules += [clause.relaxation for clause in parsed.clauses]
    rules += rulebook.every_function()
    for procedure in rulebook.procedures.values():
        rules += [procedure, *procedure.materials]
    for rule in dict.fromkeys(rules):
        if rule.article or not isinstance(rule, InForce):
            yield parsed.lines[rule], rule.article
    points = rulebook.score
    if points is not None:
        yield parsed.lines[points], points.article
        yield from ((parsed.lines[item], item.article) for item in points.items)
    for clause in parsed.clauses:
        yield from ((parsed.lines[clause.relaxation], article) for article in clause.covers)
    if rulebook.functions is not None:
        yield parsed.lines["functions"], rulebook.functions.article
