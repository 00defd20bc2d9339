"""Which measure does a number of a clause bound: surely, likely, or as a choice of all that it may be?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.drafting.blank_forms.loose_blanks import LooseBlank
from pipeline.drafting.clauses.explained import OR, Reading, only_for, reading
from pipeline.drafting.clauses.likely import bare, likely_bound, meant
from pipeline.drafting.clauses.own_measures import noun_of, own_bound, own_bound_of
from pipeline.drafting.points import DraftChoice, DraftMark, Point, TextSpan, Written
from pipeline.drafting.setting import NOTHING_BESIDE, DraftSetting
from pipeline.drafting.vocabulary import draft_words
from pipeline.rulebook.articles import unmarked
from pipeline.rulebook.checks.phrases import WAYS, clause_span, direction, phrase, phrase_span, plain_number
from pipeline.rulebook.quantities import StatedQuantity, unit_of_word
from schemas.measures import MEASURES

MANUAL = "manual"
_CONFIRM = "请确认口径"
_WHY_MANUAL = "程序没有读这个数的办法，由人核对"


def bound(
    citation: str,
    text: str,
    one: StatedQuantity,
    scope: str = "",
    setting: DraftSetting = NOTHING_BESIDE,
) -> Point:
    """One number: the measure it bounds, as a choice of all it may be."""
    read, shown = reading(text, one, scope), citation.removesuffix("·首")
    way, section = direction(text, one), f"functions.{scope.split('.')[1]}" if scope else "conditions"
    said = bare(phrase(text, one))
    limited = "" if scope else only_for(text, one)
    sure = read.sure and bool(way) and not limited
    others = () if sure else _of_unit(one.unit, scope, read.measures)
    known = (*read.measures, *others) if way else ()
    where = _StatedBound(one, said, shown, scope, section, way)
    options = [_bound_choice(measure, where) for measure in known]
    begin, end = phrase_span(text, one) if sure else clause_span(text, one)
    begin = text.rfind(limited, 0, one.start) if limited else begin
    asked = limited or (not sure and read.unexplained == OR)
    named = read.measures[0] if sure else ""
    likely = (
        None
        if asked
        else _in_function(text, one, scope, setting, named)
        if scope
        else _beside_the_words(text, one, shown, setting, named)
    )
    if likely is not None:
        options, sure = [likely, *options], True
    begin += len(text[begin:end]) - len(unmarked(text[begin:end]))
    said = said if sure else bare(text[begin:end])
    manual = DraftChoice(MANUAL, "留给人工核对，程序不判断", (Written("manual", unread(said, shown)),))
    return Point(
        id=f"{shown}·{one.text}",
        topic=section,
        article=shown,
        quoted=said,
        mark=DraftMark.CONFIRM if likely else DraftMark.CERTAIN if sure else DraftMark.ASKED,
        choices=(*options, manual),
        chosen=options[0].id if sure else MANUAL,
        why=_CONFIRM if likely else "" if sure else _why(read, way, limited),
        spans=(TextSpan(citation, begin, end),),
    )


def _beside_the_words(
    text: str, one: StatedQuantity, article: str, setting: DraftSetting, measure: str
) -> DraftChoice | None:
    """What is written instead of the ``measure`` that the words surely name, or where they name none ("").

    The form's own blank stands in for a measure of ours that has no place on the form.
    """
    if not measure:
        return _likely(text, one, article, setting)
    unplaced = setting.stated is not None and measure not in setting.stated
    return own_bound(text, one, article, setting.blanks) if unplaced else None


def _in_function(text: str, one: StatedQuantity, scope: str, setting: DraftSetting, measure: str) -> DraftChoice | None:
    """What a number of a function (``scope``: function.training.) bounds where no measure of ours is sure."""
    own = (
        None
        if measure
        else own_bound(text, one, "", setting.blanks) or own_bound_of(text, one, _named_by(text, one, setting.blanks))
    )
    if own is None or own.id in MEASURES.ours:
        return None
    section = f"functions.{scope.split('.')[1]}"
    kept = {"article"}
    writes = (
        replace(each, section=section, rule={key: value for key, value in each.rule.items() if key not in kept})
        if each.section == "conditions"
        else each
        for each in own.writes
    )
    return replace(own, writes=tuple(writes))


def _named_by(text: str, one: StatedQuantity, blanks: Sequence[LooseBlank]) -> LooseBlank | None:
    """技术服务：……30家以上: the one blank of this unit that is headed as the function is (技术服务企业)."""
    heading = re.split("[。:;,]", unmarked(text))[0].removesuffix("服务")
    found = [each for each in blanks if heading and heading in each.label and unit_of_word(each.unit) == one.unit]
    return found[0] if len(found) == 1 else None


def _likely(text: str, one: StatedQuantity, article: str, setting: DraftSetting) -> DraftChoice | None:
    """What a person is asked to confirm: a likely measure, or one of its own that the form has a blank for."""
    return likely_bound(text, one, article, setting.blanks)


def other_end(citation: str, text: str, before: tuple[StatedQuantity, Point], one: StatedQuantity) -> Point | None:
    """The bound from the other side on what the number before bounds; None where it is no such."""
    first, point = before
    rule = next((written.rule for written in point.choice.writes if written.section == "conditions"), {})
    ways = {direction(text, first), direction(text, one)}
    if (
        first.unit != one.unit
        or ways != set(WAYS)
        or "measure" not in rule
        or re.search("[;。]", text[first.end : one.start])
    ):
        return None
    begin, end = phrase_span(text, first)[0], phrase_span(text, one)[1]
    shown, way = citation.removesuffix("·首"), direction(text, one)
    whole = {"measure": rule["measure"], way: one.value, "article": shown, "asks": bare(text[begin:end])}
    says = f"同一个量{WAYS[way]} {plain_number(one.value)} {one.unit}"
    manual = DraftChoice(MANUAL, "留给人工核对，程序不判断", (Written("manual", unread(bare(text[begin:end]), shown)),))
    return Point(
        id=f"{shown}·{one.text}",
        topic="conditions",
        article=shown,
        quoted=bare(text[begin:end]),
        mark=DraftMark.CONFIRM,
        choices=(DraftChoice(f"{rule['measure']}_{way}", says, (Written("conditions", whole),)), manual),
        chosen=f"{rule['measure']}_{way}",
        why="请确认说的是同一个量",
        spans=(TextSpan(citation, *phrase_span(text, one)),),
    )


def lower_for_some(text: str, first: StatedQuantity, one: StatedQuantity) -> bool:
    """Whether a number is a lower bound than the one before on the same measure, for some whom nobody here can tell.

    上年末资产总额不低于300万元；粤北地区的申报单位不低于150万元: known places and kinds have their bounds (joined).
    """
    way = direction(text, one)
    lower = one.value < first.value if way == "at_least" else one.value > first.value
    same = first.unit == one.unit and way == direction(text, first) and lower
    ends = draft_words().whom["ends"].search(noun_of(text, one))
    return same and "。" not in text[first.end : one.start] and ends is not None


def settled(text: str, one: StatedQuantity, article: str, setting: DraftSetting) -> DraftChoice | None:
    """The bound of a number that 或 parts from another, as if it stood alone; None where it cannot be told."""
    read, way = reading(text, one, alone=True), direction(text, one)
    if only_for(text, one):
        return None
    if read.sure and way:
        where = _StatedBound(one, bare(phrase(text, one)), article, "", "conditions", way)
        return _bound_choice(read.measures[0], where)
    return _likely(text, one, article, setting) if way else None


def _of_unit(unit: str, scope: str, but: Sequence[str]) -> tuple[str, ...]:
    """The other measures of this unit: a person may know better than the words."""
    ours = (name for name, one in MEASURES.ours.items() if one.unit == unit and name.startswith(scope))
    inside = (name.removeprefix(scope) for name in ours)
    return tuple(name for name in inside if name not in but and "." not in name)


@dataclass(frozen=True, slots=True)
class _StatedBound:
    """A number, the words around it, and where in the file its bound belongs."""

    quantity: StatedQuantity
    said: str
    article: str
    scope: str
    section: str
    way: str


def _bound_choice(measure: str, stated: _StatedBound) -> DraftChoice:
    known, value = MEASURES[stated.scope + measure], stated.quantity.value
    rule: dict[str, object] = {"measure": measure, stated.way: value}
    if not stated.scope:
        rule["article"] = stated.article
    rule["asks"] = stated.said
    says = f"{known.title} {WAYS[stated.way]} {plain_number(value)} {known.unit}"
    joined = meant(stated.said) if measure.startswith("qualified_staff") and "或" in stated.said else None
    more = () if joined is None else (Written("qualified", joined),)
    says += "（学历、职称有一样即可）" if joined else ""
    return DraftChoice(measure, says, (Written(stated.section, rule), *more))


def unread(said: str, article: str) -> dict[str, object]:
    """What is left to people of this clause, as it stands under ``manual``."""
    return {"article": article, "text": said, "why": _WHY_MANUAL}


def _why(read: Reading, way: str, limited: str) -> str:
    if limited:
        return f"只对“{limited}”的要求"
    if not read.measures:
        return "没有认识的量与这些话相符"
    if not way:
        return "没有写明是至少还是至多"
    return f"“{read.unexplained}”可能使它成为另一个量" if read.unexplained else "可能是几个量中的一个"
