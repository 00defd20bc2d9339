"""Which bounds do the articles on conditions set? A point for every number, and for every condition on a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.values.cities import divisions_of
from pipeline.drafting.articles import pieces_of
from pipeline.drafting.clauses.absences import absences
from pipeline.drafting.clauses.bounds import MANUAL, bound, lower_for_some, other_end
from pipeline.drafting.clauses.joined import joined, several_numbers
from pipeline.drafting.clauses.own_measures import each_so_many, noun_of, own_bound
from pipeline.drafting.points import DraftChoice, DraftMark, Point, Rule, TextSpan, Written
from pipeline.drafting.setting import NOTHING_BESIDE, DraftSetting
from pipeline.drafting.vocabulary import draft_words
from pipeline.rulebook.articles import Regulation, unmarked
from pipeline.rulebook.checks.phrases import of_a_period, phrase_span
from pipeline.rulebook.checks.vocabulary import rule_words
from pipeline.rulebook.quantities import StatedQuantity, counts_back, quantities
from schemas.measures import MEASURES

_LEGAL_PERSON = "法人"
_TWO_YEARS = re.compile(r"近(两|二|2)年")
JUDGED = "judged"
_LOWER = "对另一些单位另有一档，程序认不出是哪些：只写这一档会判错"


_APPLICANTS_OWN = ("staff_count", "revenue", "total_assets", "total_profit")
_WHOSE = "前面说的是其他企业，这个数是它们的，还是申报单位自己的？"


def conditions(regulation: Regulation, article: str, setting: DraftSetting = NOTHING_BESIDE) -> Iterator[Point]:
    """The points of one article, in the order of its text."""
    for citation in pieces_of(regulation, article):
        text = regulation.pieces[citation].text
        found = [_legal_person(citation, text), _place(citation, text, setting.region), _growth(citation, text)]
        points = [point for point in found if point is not None]
        if not relaxes(text):
            scored = [span for span in setting.spoken if span.piece == citation]
            several = [
                *absences(citation, text, setting.papers, _head_over(regulation, citation)),
                *_each_so_many(citation, text, setting),
            ]
            several += joined(citation, text, _bounding(text, several, scored), setting)
            alone = _bounding(text, several, scored)
            points += [*several, *_each_alone(citation, text, alone, setting)]
        yield from sorted(points, key=lambda point: point.spans[0].start)


def _head_over(regulation: Regulation, citation: str) -> str:
    """What stands over the list that the piece is an item of; empty where it is none."""
    whole = re.sub(r"(（[^（）]+）|(?<!\d)第?\d++项?)$", "", citation)
    piece = regulation.pieces.get(f"{whole}·首") if whole != citation else None
    return "" if piece is None else piece.text


def _each_alone(citation: str, text: str, numbers: Sequence[StatedQuantity], setting: DraftSetting) -> Iterator[Point]:
    """A point for each number; one that names nothing (不少于20人，不多于1000人) bounds what the one before does."""
    told: list[Point] = []
    before: StatedQuantity | None = None
    for one in numbers:
        point = _of_whom(text, one, bound(citation, text, one, setting=setting), setting)
        if before is not None and point.chosen == MANUAL:
            if not noun_of(text, one):
                point = other_end(citation, text, (before, told[-1]), one) or point
            elif lower_for_some(text, before, one):
                told[-1] = replace(told[-1], mark=DraftMark.ASKED, chosen=MANUAL, why=_LOWER)
        told.append(point)
        before = one
    yield from told


def _of_whom(text: str, one: StatedQuantity, point: Point, setting: DraftSetting) -> Point:
    """The point; of others where the words before counted them (入驻企业50家以上，从业人员800人以上).

    Their own blank on the form is a person's to confirm; without one it is asked whose people these are.
    """
    written = next((each.rule for each in point.choice.writes if each.section == "conditions"), {})
    if written.get("measure") not in _APPLICANTS_OWN:
        return point
    begin, end = phrase_span(text, one)
    before = text[max(text.rfind(sign, 0, begin) for sign in ";。") + 1 : begin]
    words = draft_words().others
    others = words["counted"].search(before)
    if others is None or words["own"].search(text[begin:end]):
        return point
    theirs = own_bound(text, one, point.article, setting.blanks, others[0])
    if theirs is not None and theirs.id not in MEASURES.ours:
        choices = (theirs, *point.choices)
        return replace(point, mark=DraftMark.CONFIRM, choices=choices, chosen=theirs.id, why=_WHOSE)
    return replace(point, mark=DraftMark.ASKED, chosen=MANUAL, why=_WHOSE)


def _bounding(text: str, several: Sequence[Point], scored: Sequence[TextSpan]) -> list[StatedQuantity]:
    """The numbers that bound something and that nobody speaks of yet: no years over which another is counted."""
    growth = rule_words().conditions["enterprise_growth"].search(text)
    spans = [*scored, *(span for point in several for span in point.spans)]
    free = [one for one in quantities(text) if not any(span.start <= one.start < span.end for span in spans)]
    grown = [one for one in free if growth and _of_growth(text, one, growth.start(), growth.end())]
    return [one for one in free if one not in grown and not of_a_period(text, one)]


def _each_so_many(citation: str, text: str, setting: DraftSetting) -> Iterator[Point]:
    for found, span in each_so_many(text, citation.removesuffix("·首"), setting.blanks):
        yield several_numbers(citation, text[slice(*span)], found, span)


def relaxes(text: str) -> bool:
    """Whether the piece is a clause that relaxes: its numbers are no bounds of their own."""
    return bool(rule_words().relaxing.search(text))


def _of_growth(text: str, one: StatedQuantity, start: int, end: int) -> bool:
    """近两年……稳步增长: the years belong to the growth."""
    begin, stop = phrase_span(text, one)
    return counts_back(text, one) and begin < end and start < stop


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


def _place(citation: str, text: str, region: str) -> Point | None:
    match = rule_words().conditions["registered_in"].search(text)
    if match is None:
        return None
    name = region if rule_words().here.search(match[0]) else _place_in(match[0])
    if len(divisions_of(name)) != 1:
        return None
    rule = {"measure": "registered_in", "equals": name}
    return worded(citation, text, match.span(), rule, f"注册地须在{name}")


def _place_in(said: str) -> str:
    """The division that the phrase names; empty where the table has none of this name, or several."""
    for end in range(len(said), 1, -1):
        name = said[1:end]
        if len(divisions_of(name)) == 1 and not name.endswith("行政区") and name[-1] in "省市区县旗州盟":
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
    said = unmarked(text[span[0] : span[1]])
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
