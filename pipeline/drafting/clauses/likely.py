"""Which numbers have a likely reading that a person only confirms: growth, a ratio, another meaning of qualified?"""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.lists.qualification import EDUCATIONS, TITLES
from pipeline.drafting.points import DraftChoice, Written
from pipeline.drafting.vocabulary import draft_words
from pipeline.rulebook.articles import unmarked
from pipeline.rulebook.checks.phrases import direction, phrase
from pipeline.rulebook.checks.vocabulary import rule_words
from pipeline.rulebook.quantities import StatedQuantity, quantities
from schemas.measures import MEASURES

WAYS = {"at_least": "不少于", "at_most": "不超过"}
_GROWTH, _SHARE, _COUNT = "enterprise_growth", "qualified_staff_share", "qualified_staff_count"
_OF_IT = re.compile(r"其中(?P<part>[^,;。占]{2,12}?)(?:所)?占(?:比|的?比例|的?比重)")
_AT_LEAST = r"(不少于|不低于|不超过|不高于|达到?|超过|至少)$"
_RATIO = re.compile(r"(?P<part>[^,;。占]{2,16})占(?P<whole>[^,;。占的]{2,12}?)的?(?:总额)?(?:的?(?:比例|比重))")
_JOINS = {"或": "or", "且": "and"}
_EDUCATION = re.compile(f"({'|'.join(EDUCATIONS)})(?:及?以上)?学历")
_TITLE = re.compile(f"({'|'.join(TITLES)})(?:及?以上)?(?:专业)?(?:技术)?职称")


def plain_number(value: Decimal) -> str:
    """The number as one writes it: 80, 0.5."""
    return f"{value.normalize():f}"


def likely_bound(text: str, one: StatedQuantity, article: str) -> DraftChoice | None:
    """The choice that a person is asked to confirm; None where nothing is likely."""
    said, way = bare(phrase(text, one)), direction(text, one)
    if not way:
        return None
    if one.unit == "%" and rule_words().conditions[_GROWTH].search(text[: one.start]) and "增长" in said:
        begin = max(text.rfind(sign, 0, one.start) for sign in ",;。:") + 1
        end = one.end + len("以上")
        rule = {"measure": _GROWTH, way: one.value, "article": article, "asks": text[begin:end]}
        says = f"近两年服务企业数量增长{WAYS[way]} {plain_number(one.value)} %"
        return DraftChoice(_GROWTH, says, (Written("conditions", rule),))
    return _ratio(text, said, one, article) or _qualified(said, way, one, article)


def _ratio(text: str, said: str, one: StatedQuantity, article: str) -> DraftChoice | None:
    """服务收入占营业收入的比例不低于50%: a measure of its own, worked out of two that are known."""
    match, of_it = _RATIO.search(said), _OF_IT.search(said)
    way = direction(text, one)
    if one.unit != "%" or (match is None and of_it is None):
        return None
    part, whole = (_amount(match["part"]), _amount(match["whole"])) if match else ("", "")
    if not part and of_it:
        part, whole = _amount(of_it["part"]), _amount_before(text, one)
    if not part or not whole or part == whole:
        return None
    name, own = _quotient(part, whole)
    title = f"{MEASURES[part].title}占{MEASURES[whole].title}的比例"
    rule = {"measure": name, way: one.value, "article": article, "asks": bare(said)}
    says = f"{title}（按申报表计算）{WAYS[way]} {plain_number(one.value)} %"
    return DraftChoice(name, says, (Written("conditions", rule), own))


def ratio_named(title: str) -> tuple[str, tuple[Written, ...]] | None:
    """研发费用占营业收入比重: the measure of a ratio of two that are known, and what is written for it."""
    match = _RATIO.search(title)
    part, whole = (_amount(match["part"]), _amount(match["whole"])) if match else ("", "")
    if not part or not whole or part == whole:
        return None
    name, own = _quotient(part, whole)
    return name, (own,)


def _quotient(part: str, whole: str) -> tuple[str, Written]:
    name, title = f"{part}_to_{whole}", f"{MEASURES[part].title}占{MEASURES[whole].title}的比例"
    return name, Written("measures", {name: {"title": title, "share_of": part, "in": whole}})


def bare(said: str) -> str:
    """The phrase without the number of its item, and without what parts it from its neighbour."""
    return re.sub(r"^,?或者?", "", unmarked(said).strip("、"))


def _amount_before(text: str, one: StatedQuantity) -> str:
    """The measure of money of the number just ahead: 营业收入不少于200万元，其中服务收入占比……."""
    before = [other for other in quantities(text) if other.end <= one.start and other.unit == "万元"]
    return (
        _amount(re.sub(_AT_LEAST, "", bare(phrase(text, before[-1])).partition(before[-1].text)[0])) if before else ""
    )


def _amount(words: str) -> str:
    """The measure of money that the words name whole; empty where there is none."""
    words = re.sub(r"^,?或者?", "", words)
    own = (name for name in ("service_revenue", "revenue", "total_assets", "total_profit", "equipment_cost"))
    return next((name for name in own if draft_words().said[name].fullmatch(words)), "")


def _qualified(said: str, way: str, one: StatedQuantity, article: str) -> DraftChoice | None:
    """本科及以上学历或中级及以上职称人员占50%: a meaning of its own."""
    meaning = meant(said)
    measure = {"%": _SHARE, "人": _COUNT}.get(one.unit)
    if meaning is None or measure is None or _left_over(said):
        return None
    rule = {"measure": measure, way: one.value, "article": article, "asks": said}
    joined = {"or": "或", "and": "且"}.get(str(meaning.get("join", "")), "和")
    whom = joined.join(str(meaning[key]) + "及以上" for key in ("education", "title") if key in meaning)
    says = f"{whom}的人员{WAYS[way]} {plain_number(one.value)} {MEASURES[measure].unit}"
    return DraftChoice(measure, says, (Written("conditions", rule), Written("qualified", meaning)))


def meant(said: str) -> dict[str, object] | None:
    """Whom the words mean by qualified; None where they name neither an education nor a title."""
    education, title = _EDUCATION.search(said), _TITLE.search(said)
    found: dict[str, object] = {}
    if education:
        found["education"] = education[1]
    if title:
        found["title"] = title[1]
    if education and title:
        between = said[min(education.end(), title.end()) : max(education.start(), title.start())]
        sign = next((sign for sign in between if sign in _JOINS), "")
        found |= {"join": _JOINS[sign]} if sign else {}
    return found or None


def _left_over(said: str) -> str:
    """What the phrase says besides education, title and share."""
    rest = _TITLE.sub("", _EDUCATION.sub("", said))
    rest = re.sub(r"(专业)?(技术)?人员|具有|[和或及与、]|以上|百分之|[\d.%一二三四五六七八九十]", "", rest)
    return re.sub(r"[,的为在人]", "", draft_words().fillers.sub("", rest))
