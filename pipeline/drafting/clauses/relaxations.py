"""Which clauses relax a condition: whom they are for, and to what?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.drafting.articles import pieces_of
from pipeline.drafting.clauses.bounds import MANUAL
from pipeline.drafting.clauses.conditions import relaxes
from pipeline.drafting.clauses.likely import bare
from pipeline.drafting.clauses.places import named_places
from pipeline.drafting.points import DraftChoice, DraftMark, Point, Rule, TextSpan, Written
from pipeline.drafting.setting import NOTHING_BESIDE, DraftSetting
from pipeline.drafting.vocabulary import draft_words
from pipeline.rulebook.articles import Regulation, unmarked
from pipeline.rulebook.checks.likeness import held
from pipeline.rulebook.checks.phrases import measures_said, phrase, phrase_span, plain_number
from pipeline.rulebook.checks.vocabulary import rule_words
from pipeline.rulebook.quantities import StatedQuantity, quantities
from schemas.data_files import vocabulary_file
from schemas.measures import MEASURES

_PLACE_WORDS = "[的内]|区域|地区"
_CLAUSE = re.compile(r"[,;。:]")
_AT_LEAST_HELD = 0.6
_REFERENCE = re.compile(
    r"^(上述|前款|本条)?(第[\d一二三四五六七八九十]+条)?第?\(?[一二三四五六七八九十\d]++(?:\)\d*+)?[项款中的]++|(可|可以)$"
)
_WHY = "放宽到多少、对谁放宽，由人核定"


def relaxations(
    regulation: Regulation,
    article: str,
    points: Sequence[Point],
    before: Sequence[Point] = (),
    setting: DraftSetting = NOTHING_BESIDE,
) -> Iterator[Point]:
    """The clauses of the article; ``points``: its conditions, which they are laid over, or those of articles before."""
    for citation in pieces_of(regulation, article):
        text = regulation.pieces[citation].text
        if relaxes(text):
            numbers = [one for one in quantities(text) if draft_words().relaxed_to.search(phrase(text, one))]
            if numbers:
                for one in numbers:
                    cited = regulation.cited_in(article, phrase(text, one))
                    named = [point for point in points if point.article in cited and _unit(point) == one.unit]
                    yield _to(citation, text, one, (named if len(named) == 1 else points, before), setting)
            else:
                yield _without_number(regulation, citation, article, text)


def _to(
    citation: str, text: str, one: StatedQuantity, points: Sequence[Sequence[Point]], setting: DraftSetting
) -> Point:
    """A clause with a number: the relaxed bound of the one condition whose measure its phrase names.

    ``points``: the conditions of its article, then those ahead of it, which count where its own has none.
    """
    begin, end = phrase_span(text, one)
    said, shown = bare(text[begin:end]), citation.removesuffix("·首")
    whole = bare(text[_sentence(text, one) : end])
    alone = len(points[0]) == 1 and _unit(points[0][0]) == one.unit
    each = ([point for point in some if alone or _of_measure(point, said, one)] for some in points)
    bounds = next((some for some in each if some), [])
    places = _listed(text, setting)
    manual = DraftChoice(
        MANUAL, "留给人工核对，程序不放宽", (Written("manual", {"article": shown, "text": whole, "why": _WHY}),)
    )
    choices = [manual]
    if len(bounds) == 1:
        clause = {"to": one.value, "article": shown, "asks": said, **_whose(text, places)}
        says = f"“{bounds[0].quoted}”可放宽到 {plain_number(one.value)} {one.unit}{_said_whose(text, places)}"
        of = {"measure": _measure(bounds[0]), "article": bounds[0].article, "may_relax": clause}
        choices.insert(0, DraftChoice("relaxed", says, (Written("may_relax", of), *_called(bounds[0], said))))
    return Point(
        id=f"{shown}·放宽{one.text}",
        topic="relaxations",
        article=shown,
        quoted=said,
        mark=DraftMark.CONFIRM if len(choices) > 1 else DraftMark.ASKED,
        choices=tuple(choices),
        chosen=choices[0].id,
        why="请确认对谁放宽",
        spans=(TextSpan(citation, _sentence(text, one), end),),
    )


def _called(point: Point, said: str) -> Iterator[Written]:
    """How the clause speaks of a measure of the rulebook's own that it relaxes (第（四）项人员数)."""
    measure = _measure(point)
    brought = (written.rule for written in point.choice.writes if written.section == "measures")
    rule = next((one[measure] for one in brought if measure in one), None)
    name = _REFERENCE.sub("", said.partition("放宽")[0])
    if isinstance(rule, Mapping) and name and name not in str(rule["title"]):
        yield Written("measures", {measure: {**rule, "words": [name]}})


def _sentence(text: str, one: StatedQuantity) -> int:
    """Where the part begins that says whom the clause is for; of a second number, its own phrase."""
    begin = phrase_span(text, one)[0]
    first = max(text.rfind(sign, 0, begin) for sign in ";。") + 1
    return begin if any(first <= other.start < begin for other in quantities(text)) else first


def _of_measure(point: Point, said: str, one: StatedQuantity) -> bool:
    """Whether the point is the condition that the phrase speaks of."""
    if point.topic != "conditions":
        return False
    measure = _measure(point)
    brought = (written.rule for written in point.choice.writes if written.section == "measures")
    rule = next((one[measure] for one in brought if measure in one), None)
    if isinstance(rule, Mapping):
        return rule.get("unit") == one.unit and held(str(rule["title"]), [said]) >= _AT_LEAST_HELD
    return measure in measures_said(said, one.unit)


def _unit(point: Point) -> str:
    """The unit of what the condition of the point is on."""
    measure = _measure(point)
    brought = (written.rule for written in point.choice.writes if written.section == "measures")
    rule = next((one[measure] for one in brought if measure in one), None)
    if isinstance(rule, Mapping):
        return str(rule.get("unit", ""))
    return MEASURES[measure].unit if measure in MEASURES else ""


def _measure(point: Point) -> str:
    """What the condition of the point is on."""
    rules = (written.rule for written in point.choice.writes if written.section == "conditions")
    return str(next((rule["measure"] for rule in rules if "measure" in rule), point.chosen))


def _listed(text: str, setting: DraftSetting) -> list[str]:
    """The divisions that the clause names one by one."""
    parts = (draft_words().whom["around"].sub("", part) for part in _CLAUSE.split(unmarked(text)))
    return next((places for part in parts if (places := named_places(part, setting.region))), [])


def _without_number(regulation: Regulation, citation: str, article: str, text: str) -> Point:
    """A clause that names items and no number: whatever misses there is for a person."""
    shown = citation.removesuffix("·首")
    items = [one for one in regulation.cited_in(article, text) if one != shown] or _of_others(regulation, text)
    said = bare(next((part for part in text.split("。") if rule_words().relaxing.search(part)), text))
    manual = DraftChoice(MANUAL, "留给人工核对", (Written("manual", {"article": shown, "text": said, "why": _WHY}),))
    choices = [manual]
    places = _places(text)
    region = bool(rule_words().regions.search(text)) and not places
    if items:
        rule = {"article": shown, "asks": said, "covers": items, **_whose(text, places)}
        says = f"{'、'.join(items)}可适度放宽{_said_whose(text, places)}：达不到的由人核定"
        choices.insert(0, DraftChoice("relaxed", says, (Written("relaxations", rule),)))
    sure = bool(items) and not region
    return Point(
        id=f"{shown}·放宽",
        topic="relaxations",
        article=shown,
        quoted=said,
        mark=DraftMark.CONFIRM if sure else DraftMark.ASKED,
        choices=tuple(choices),
        chosen=choices[0].id if sure else MANUAL,
        why="只对一定区域：请在规则文件里写上 when: {region: …}" if region else "请确认覆盖哪几项",
        spans=(TextSpan(citation, 0, len(text)),),
    )


def _of_others(regulation: Regulation, text: str) -> list[str]:
    """The items of another article that the clause names with it (不受第三条第2项限制)."""
    named = [one for one in re.findall(r"第[一二三四五六七八九十]+条", text) if one in regulation.pieces]
    return list(dict.fromkeys(item for one in named for item in regulation.cited_in(one, text.partition(one)[2])))


def _whose(text: str, places: str | list[str] = "") -> dict[str, object]:
    kinds = _kinds(text)
    when: dict[str, object] = {"organisation_type": kinds} if kinds else {}
    when |= {"region": places} if places else {}
    return {"when": when} if when else {}


def _kinds(text: str) -> list[str]:
    """The kinds of applicant that the clause names, by the words of 单位性质 that show them."""
    found: list[str] = []
    for name, words in rule_words().applicants.items():
        match = words.clause.search(text)
        if match:
            found += [name, match[0]]
    return list(dict.fromkeys(found))


def _places(text: str) -> str:
    """The set of places that the clause names (data/vocabulary/regions.yaml); empty where it names none of them."""
    names = [name for name, _ in vocabulary_file("regions").pairs()]
    return next((name for name in names if re.sub(_PLACE_WORDS, "", name) in re.sub(_PLACE_WORDS, "", text)), "")


def _said_whose(text: str, places: str | list[str] = "") -> str:
    named = [places] if isinstance(places, str) else places
    whom = [*_kinds(text), *(one for one in named if one)]
    return f"（对{'、'.join(whom)}）" if whom else ""


def laid_over(rules: Sequence[Rule], clauses: Sequence[Rule]) -> list[Rule]:
    """The conditions with the relaxed bounds that belong to them."""
    out = []
    for rule in rules:
        mine = [
            one["may_relax"]
            for one in clauses
            if one["measure"] == rule.get("measure") and one["article"] == rule.get("article")
        ]
        out.append({**rule, "may_relax": mine[0]} if mine else rule)
    return out
