"""Is a number of a regulation surely of this measure: do its words say the measure, and nothing that narrows it?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from pipeline.drafting.vocabulary import draft_words
from pipeline.rulebook.articles import unmarked
from pipeline.rulebook.checks.phrases import ASIDE, measures_said, phrase_span
from pipeline.rulebook.checks.vocabulary import rule_words
from pipeline.rulebook.quantities import StatedQuantity, counts_back, quantities

_NOTHING = re.compile(r"[,、;。:()的之]*")
_SIGNS_BEHIND = 6
OR = "或"
"""What is not explained of one of two numbers of which one is enough."""
# 60家以上或服务收入占…: what may stand between a number and the 或 behind it.
_OR = re.compile(r"[^,;。或(]{0,14},?或")


@dataclass(frozen=True, slots=True)
class Reading:
    """The measures a number may be of, the likeliest first; ``sure``: the first is all that its words say."""

    measures: tuple[str, ...]
    sure: bool
    unexplained: str = ""


def reading(text: str, quantity: StatedQuantity, scope: str = "", *, alone: bool = False) -> Reading:
    """What the number counts, by the words of its phrase. ``scope``: function.training. inside a function.

    ``alone``: as if no 或 parted it from another.
    """
    begin, end = phrase_span(text, quantity)
    said = measures_said(text[begin:end], quantity.unit, scope)
    counted = draft_words().ask_behind.match(text[quantity.end : quantity.end + _SIGNS_BEHIND])
    if counted:
        return Reading(said, sure=False, unexplained=counted[0])
    left, right = _before(text, begin, quantity.start), _behind(ASIDE.sub("", text[quantity.end : end]))
    if not scope and not alone and or_another(text, quantity):
        return Reading(said, sure=False, unexplained=OR)
    left = re.sub(r"^,?或者?", "", left) if scope or alone else left
    if _of_years(text, begin, left):
        return Reading(said, sure=False, unexplained=text[max(0, begin - 3) : begin])
    best = ""
    for measure in said:
        rest = _unexplained(measure, left, right)
        if not rest:
            others = tuple(one for one in said if one != measure)
            return Reading((measure, *others), sure=True)
        best = best or rest
    carried = _carried(said, left, text[:begin])
    return Reading((carried,), sure=True) if carried else Reading(said, sure=False, unexplained=best)


def named_whole(title: str, unit: str) -> str:
    """The measure of this unit that a title names, and nothing narrower; empty where there is none."""
    bare = _without_fillers(title)
    fitting = (name for name in measures_said(title, unit) if name in draft_words().said)
    said = draft_words().said
    whole = (name for name in fitting if any(not _without_fillers(said[name].sub("", one)) for one in (title, bare)))
    return next(whole, "")


def _carried(said: tuple[str, ...], left: str, ahead: str) -> str:
    """有固定的经营场所，面积不少于……: the measure whose short name goes on with what stands before the comma."""
    before = ahead.rstrip(",").rpartition("。")[2].rpartition(";")[2]
    for measure, (short, of) in draft_words().carried.items():
        if measure in said and short.fullmatch(left) and ahead.endswith(",") and of.search(before):
            return measure
    return ""


def _before(text: str, begin: int, start: int) -> str:
    """What stands before the number, without the 以上 of the number before."""
    return unmarked(_behind(text[begin:start])) if begin else unmarked(text[begin:start])


def _of_years(text: str, begin: int, left: str) -> bool:
    """近三年服务企业100家: the number is of several years, and no measure is."""
    return any(one.end == begin and one.unit == "年" for one in quantities(text)) and text[begin:].startswith(left)


def residue(text: str, quantity: StatedQuantity, measure: str) -> str:
    """What the phrase says before the number besides the measure: for whom the bound is (珠三角地区)."""
    begin, end = phrase_span(text, quantity)
    left = re.sub(r"^[,;、]?(?:或者?|而)?", "", _before(text, begin, quantity.start))
    own = draft_words().said.get(measure)
    right = _behind(text[quantity.end : end])
    return _without_fillers(own.sub("", left) if own else left) if not _beyond(right) else left


def only_for(text: str, quantity: StatedQuantity) -> str:
    """依托单位为企业的，……: those of whom alone the number is asked; empty where of everyone."""
    begin = max(text.rfind(sign, 0, quantity.start) for sign in ";。") + 1
    match = draft_words().whom["limited"].search(text[begin : quantity.start])
    return unmarked(match[0].strip(",;。:)")) if match else ""


def joined_by_or(text: str, one: StatedQuantity, other: StatedQuantity) -> bool:
    """Whether 或 parts the first number from the one behind it: one of the two is enough."""
    return not counts_back(text, one) and _OR.match(text[one.end : other.start]) is not None


def or_another(text: str, quantity: StatedQuantity) -> bool:
    """Whether 或 parts this number from the one before or behind it in its sentence."""
    pairs = [(one, other) for one, other in pairwise(quantities(text)) if quantity in (one, other)]
    return any(joined_by_or(text, one, other) for one, other in pairs)


def _behind(right: str) -> str:
    """What stands behind the number and its 以上."""
    words = rule_words().directions
    for name in ("at_most", "at_least"):
        match = words[name].behind.match(right)
        if match:
            return right[match.end() :]
    return right


def _unexplained(measure: str, left: str, right: str) -> str:
    """What is left of the phrase once the measure's own words and those that say nothing are taken away."""
    own = draft_words().said.get(measure)
    if own is None:
        return left or right
    rest = _without_fillers(own.sub("", _without_place(left)))
    if _found(own, left):
        return rest or _beyond(right)
    # 200平方米以上的经营服务场所: the measure stands behind its number.
    behind = own.match(right.removeprefix("的"))
    return rest if behind and behind.end() else left or right


def _found(own: re.Pattern[str], text: str) -> bool:
    return any(match.end() > match.start() for match in own.finditer(text))


def _without_place(text: str) -> str:
    """在郑州市注册并运营: the place is a condition of its own."""
    return rule_words().conditions["registered_in"].sub("", text)


def _without_fillers(text: str) -> str:
    """Fillers are taken away from the outside in, so that none is cut out of a longer word."""
    while True:
        shorter = _NOTHING.sub("", draft_words().fillers.sub("", text))
        if shorter == text:
            return text
        text = shorter


def _beyond(right: str) -> str:
    match = draft_words().behind.fullmatch(right)
    return "" if match or not _NOTHING.sub("", right) else right
