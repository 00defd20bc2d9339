"""What stands around a number of a regulation: its phrase, what it counts, which way it bounds."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.rulebook.checks.vocabulary import rule_words
from pipeline.rulebook.quantities import StatedQuantity, counts_back, quantities
from schemas.measures import MEASURES

# (一) in a sentence is a reference and no bracket of its own.
_BREAK = re.compile(r"[,;。:]|\((?![一二三四五六七八九十]+\))|(?<![一二三四五六七八九十])\)")
_ASIDE = re.compile(r"(?<=[\u4e00-\u9fff])\([\u4e00-\u9fff、]{2,12}\)$")
_NEAR, _BEHIND = 14, 12
_ENDS = ",;。:"
ASIDE = re.compile(r"\((?:(?:含|包括|包含|不含|指|以下简称)[^()]*|[市县区旗、]{1,5})\)")
"""使用场地面积（含公共服务场地）: what only says more of the words before it parts nothing."""
WAYS = {"at_least": "不少于", "at_most": "不超过"}


def phrase(text: str, quantity: StatedQuantity) -> str:
    """The words that belong to the quantity: as far as the next comma, bracket or quantity on either side."""
    start, end = phrase_span(text, quantity)
    return text[start:end]


def phrase_span(text: str, quantity: StatedQuantity) -> tuple[int, int]:
    """Where the phrase of the quantity begins and ends."""
    ahead = _before_aside(text, quantity.start)
    begin = max((match.end() for match in _breaks(text) if match.end() <= ahead), default=0)
    end = min((match.start() for match in _breaks(text) if match.start() >= quantity.end), default=len(text))
    for other in quantities(text):
        if begin < other.end <= quantity.start:
            begin = other.end
        if quantity.end <= other.start < end:
            end = other.start
    return begin, end


def plain_number(value: Decimal) -> str:
    """The number as one writes it: 80, 0.5."""
    return f"{value.normalize():f}"


def _breaks(text: str) -> list[re.Match[str]]:
    """The signs that part one phrase from the next: none within an aside."""
    asides = [match.span() for match in ASIDE.finditer(text)]
    return [one for one in _BREAK.finditer(text) if not any(start <= one.start() < end for start, end in asides)]


def _before_aside(text: str, start: int) -> int:
    """登记(注册)1年以上: a bracket right before the number says again what stands before it, and parts nothing."""
    match = _ASIDE.search(text, 0, start)
    return match.start() if match else start


def direction(text: str, quantity: StatedQuantity) -> str:
    """Which way it bounds: at_least or at_most; empty where no word says."""
    begin, _ = phrase_span(text, quantity)
    before = text[max(begin, quantity.start - _NEAR) : quantity.start]
    behind = ASIDE.sub("", text[quantity.end : quantity.end + _BEHIND])
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
