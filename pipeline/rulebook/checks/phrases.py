"""What stands around a number of a regulation: its phrase, what it counts, which way it bounds."""

from __future__ import annotations

import re

from pipeline.rulebook.checks.vocabulary import rule_words
from pipeline.rulebook.quantities import StatedQuantity, counts_back, quantities
from schemas.measures import MEASURES

# (一) in a sentence is a reference and no bracket of its own.
_BREAK = re.compile(r"[,;。:]|\((?![一二三四五六七八九十]+\))|(?<![一二三四五六七八九十])\)")
_NEAR = 14
_ENDS = ",;。:"


def phrase(text: str, quantity: StatedQuantity) -> str:
    """The words that belong to the quantity: as far as the next comma, bracket or quantity on either side."""
    start, end = phrase_span(text, quantity)
    return text[start:end]


def phrase_span(text: str, quantity: StatedQuantity) -> tuple[int, int]:
    """Where the phrase of the quantity begins and ends."""
    begin = max((match.end() for match in _BREAK.finditer(text, 0, quantity.start)), default=0)
    stop = _BREAK.search(text, quantity.end)
    end = stop.start() if stop else len(text)
    for other in quantities(text):
        if begin < other.end <= quantity.start:
            begin = other.end
        if quantity.end <= other.start < end:
            end = other.start
    return begin, end


def direction(text: str, quantity: StatedQuantity) -> str:
    """Which way it bounds: at_least or at_most; empty where no word says."""
    begin, _ = phrase_span(text, quantity)
    before = text[max(begin, quantity.start - _NEAR) : quantity.start]
    behind = text[quantity.end : quantity.end + 3]
    for name in ("at_most", "at_least"):
        words = rule_words().directions[name]
        if words.behind.match(behind) or re.search(rf"(?:{words.before.pattern})(?:\D{{0,8}})$", before):
            return name
    return ""


def measures_said(phrase_text: str, unit: str, scope: str = "") -> tuple[str, ...]:
    """The measures of that unit of which the phrase speaks. ``scope``: function.training. for those of a function."""
    words = rule_words().measures
    return tuple(
        name
        for name in (
            one.removeprefix(scope) for one, measure in MEASURES.items() if _within(one, scope) and measure.unit == unit
        )
        if name in words and words[name].fit(phrase_text)
    )


def _within(measure: str, scope: str) -> bool:
    return measure.startswith(scope) if scope else not measure.startswith("function.")


def scope_of(measure: str) -> str:
    """function.training.person_times → function.training.; empty for a basic measure."""
    return measure[: measure.rindex(".") + 1] if measure.startswith("function.") else ""


def speaks_of_another(phrase_text: str, measure: str) -> str:
    """The title of the measure of which the phrase speaks instead; empty where it may be this one."""
    scope, unit = scope_of(measure), "%" if MEASURES[measure].kind == "truth" else MEASURES[measure].unit
    said = measures_said(phrase_text, unit, scope)
    if not said or measure.removeprefix(scope) in said:
        return ""
    return MEASURES[scope + said[0]].title


def clause_span(text: str, one: StatedQuantity) -> tuple[int, int]:
    """From comma to comma around the number, with whatever other numbers stand there."""
    begin = max((text.rfind(sign, 0, one.start) for sign in _ENDS), default=-1) + 1
    ends = [at for at in (text.find(sign, one.end) for sign in _ENDS) if at >= 0]
    return begin, min(ends, default=len(text))


def of_a_period(text: str, one: StatedQuantity) -> bool:
    """近三年服务200家: the years say over how long the other number of the clause is counted."""
    begin, end = clause_span(text, one)
    others = [other for other in quantities(text) if begin <= other.start < end and other != one]
    return counts_back(text, one) and bool(others)
