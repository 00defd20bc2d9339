"""Which bounds do the articles on conditions set? A point for every number, and for every condition on a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.values.cities import divisions_of
from pipeline.drafting.articles import pieces_of
from pipeline.drafting.explained import OR, Reading, reading
from pipeline.drafting.likely import WAYS, bare, likely_bound, meant, plain_number
from pipeline.drafting.points import DraftChoice, DraftMark, Point, Rule, TextSpan, Written
from pipeline.rulebook.articles import Regulation, unmarked
from pipeline.rulebook.checks.phrases import direction, phrase, phrase_span
from pipeline.rulebook.checks.vocabulary import rule_words
from pipeline.rulebook.quantities import StatedQuantity, quantities
from schemas.measures import MEASURES

_LEGAL_PERSON = "法人"
_WHY_MANUAL = "程序没有读这个数的办法，由人核对"
_ENDS = ",;。:"
_TWO_YEARS = re.compile(r"近(两|二|2)年")
MANUAL, JUDGED = "manual", "judged"


def conditions(regulation: Regulation, article: str) -> Iterator[Point]:
    """The points of one article, in the order of its text."""
    for citation in pieces_of(regulation, article):
        text = regulation.pieces[citation].text
        growth = rule_words().conditions["enterprise_growth"].search(text)
        found = [_legal_person(citation, text), _place(citation, text), _growth(citation, text)]
        points = [point for point in found if point is not None]
        for one in quantities(text):
            if growth and _of_growth(text, one, growth.start(), growth.end()):
                continue
            if not relaxes(text) and not _period(text, one):
                points.append(bound(citation, text, one))
        yield from sorted(points, key=lambda point: point.spans[0].start)


def relaxes(text: str) -> bool:
    """Whether the piece is a clause that relaxes: its numbers are no bounds of their own."""
    return bool(rule_words().relaxing.search(text))


def bound(citation: str, text: str, one: StatedQuantity, scope: str = "", section: str = "conditions") -> Point:
    """One number: the measure it bounds, as a choice of all it may be."""
    read, shown = reading(text, one, scope), citation.removesuffix("·首")
    way = direction(text, one)
    said = bare(phrase(text, one))
    sure = read.sure and bool(way)
    others = () if sure else _of_unit(one.unit, scope, read.measures)
    known = (*read.measures, *others) if way else ()
    where = _StatedBound(one, said, shown, scope, section, way)
    options = [_bound_choice(measure, where) for measure in known]
    begin, end = phrase_span(text, one) if sure else _clause(text, one)
    likely = None if sure or scope or read.unexplained == OR else likely_bound(text, one, shown)
    if likely is not None:
        options, sure = [likely, *options], True
    begin += len(text[begin:end]) - len(unmarked(text[begin:end]))
    said = said if sure else bare(text[begin:end])
    manual = DraftChoice(MANUAL, "留给人工核对，程序不判断", (Written("manual", _manual(said, shown)),))
    return Point(
        id=f"{shown}·{one.text}",
        topic=section,
        article=shown,
        quoted=said,
        mark=DraftMark.CONFIRM if likely else DraftMark.CERTAIN if sure else DraftMark.ASKED,
        choices=(*options, manual),
        chosen=options[0].id if sure else MANUAL,
        why="请确认口径" if likely else "" if sure else _why(read, way),
        spans=(TextSpan(citation, begin, end),),
    )


def _of_unit(unit: str, scope: str, but: Sequence[str]) -> tuple[str, ...]:
    """The other measures of this unit: a person may know better than the words."""
    inside = (name.removeprefix(scope) for name, one in MEASURES.items() if one.unit == unit and name.startswith(scope))
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


def _manual(said: str, article: str) -> dict[str, object]:
    return {"article": article, "text": said, "why": _WHY_MANUAL}


def _why(read: Reading, way: str) -> str:
    if not read.measures:
        return "没有认识的量与这些话相符"
    if not way:
        return "没有写明是至少还是至多"
    return f"“{read.unexplained}”可能使它成为另一个量" if read.unexplained else "可能是几个量中的一个"


def _clause(text: str, one: StatedQuantity) -> tuple[int, int]:
    """From comma to comma around the number, with whatever other numbers stand there."""
    begin = max((text.rfind(sign, 0, one.start) for sign in _ENDS), default=-1) + 1
    ends = [at for at in (text.find(sign, one.end) for sign in _ENDS) if at >= 0]
    return begin, min(ends, default=len(text))


def _period(text: str, one: StatedQuantity) -> bool:
    """近三年服务200家: the years say over how long the other number of the clause is counted."""
    begin, end = _clause(text, one)
    others = [other for other in quantities(text) if begin <= other.start < end and other != one]
    return one.unit == "年" and text[one.start - 1 : one.start] == "近" and bool(others)


def _of_growth(text: str, one: StatedQuantity, start: int, end: int) -> bool:
    """近两年……稳步增长: the years belong to the growth."""
    begin, stop = phrase_span(text, one)
    return one.unit == "年" and text[one.start - 1 : one.start] == "近" and begin < end and start < stop


def _legal_person(citation: str, text: str) -> Point | None:
    at = text.find("法人资格")
    at = text.find("独立法人") if at < 0 else at
    if at < 0:
        return None
    begin = max(text.rfind(sign, 0, at) for sign in ",;。:)") + 1
    ends = [end for end in (text.find(sign, at) for sign in ",;。、") if end >= 0]
    end = min(ends, default=len(text))
    rule = {"measure": "legal_person", "equals": _LEGAL_PERSON}
    return worded(citation, text, (begin, end), rule, "申请单位须是独立法人（看执照、证书；看不出的由人核实）")


def _place(citation: str, text: str) -> Point | None:
    match = rule_words().conditions["registered_in"].search(text)
    if match is None:
        return None
    name = _place_in(match[0])
    if not name:
        return None
    rule = {"measure": "registered_in", "equals": name}
    return worded(citation, text, match.span(), rule, f"注册地须在{name}")


def _place_in(said: str) -> str:
    """The division that the phrase names; empty where the table has none of this name, or several."""
    for end in range(len(said), 1, -1):
        name = said[1:end]
        if len(divisions_of(name)) == 1 and name[-1] in "省市区县旗州盟":
            return name
    return ""


def _growth(citation: str, text: str) -> Point | None:
    match = rule_words().conditions["enterprise_growth"].search(text)
    if match is None:
        return None
    begin = max(text.rfind(sign, 0, match.start()) for sign in ",;。:") + 1
    begin += len(text[begin : match.end()]) - len(unmarked(text[begin : match.end()]))
    number = [one for one in quantities(text[match.start() : match.end() + 8]) if one.unit == "%"]
    if number:
        return None
    rule = {"measure": "enterprise_growth", "rising": True}
    point = worded(citation, text, (begin, match.end()), rule, "近两年服务企业数量逐年增长（看年度运营情况表）")
    usual = _TWO_YEARS.search(text[begin : match.end()])
    return point if usual else point.marked(DraftMark.CONFIRM, "程序看近两年（三个年度）是否逐年增长")


def worded(citation: str, text: str, span: tuple[int, int], rule: Rule, says: str) -> Point:
    """A condition on a word."""
    shown = citation.removesuffix("·首")
    said = text[span[0] : span[1]]
    whole = {**rule, "article": shown, "asks": said}
    judged = DraftChoice(JUDGED, "由人判断", (Written("judgements", {"article": shown, "asks": said}),))
    return Point(
        id=f"{shown}·{rule['measure']}",
        topic="conditions",
        article=shown,
        quoted=said,
        mark=DraftMark.CERTAIN,
        choices=(DraftChoice(str(rule["measure"]), says, (Written("conditions", whole),)), judged),
        chosen=str(rule["measure"]),
        spans=(TextSpan(citation, span[0], span[1]),),
    )
