"""Which numbers have a likely reading that a person only confirms: growth, a ratio, another meaning of qualified?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.lists.qualification import EDUCATIONS, TITLES
from pipeline.drafting.blank_forms.loose_blanks import LooseBlank, amount_of
from pipeline.drafting.clauses.own_measures import own_bound, own_bound_of, rows_of
from pipeline.drafting.clauses.ratios import ratio_bound
from pipeline.drafting.points import DraftChoice, Written
from pipeline.drafting.vocabulary import draft_words
from pipeline.rulebook.articles import unmarked
from pipeline.rulebook.checks.phrases import ASIDE, WAYS, direction, phrase, plain_number
from pipeline.rulebook.checks.vocabulary import rule_words
from pipeline.rulebook.quantities import StatedQuantity
from schemas.measures import MEASURES

_GROWTH, _SHARE, _COUNT = "enterprise_growth", "qualified_staff_share", "qualified_staff_count"
_JOINS = {"或": "or", "且": "and"}
_EDUCATION = re.compile(f"(?:大学)?({'|'.join(EDUCATIONS)})(?:学历)?(?:及?以上)?学历")
_TITLE = re.compile(f"({'|'.join(TITLES)})(?:及?以上)?(?:专业)?(?:技术)?(?:职称|职务)")
_SKILL = re.compile(r"(高级技师|技师|高级工)(?:及?以上)?(?:\([^()]{1,8}\))?(?:等)?(?:职业)?(?:资格|技能)(?:等级|证书)?")
# 本科学历人员、技师和高级职称人员: kinds of people that are counted together; each of them is enough.
_EACH_OF = re.compile(r"人员[、和与及]")


def likely_bound(text: str, one: StatedQuantity, article: str, blanks: Sequence[LooseBlank] = ()) -> DraftChoice | None:
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
    if one.unit == "年":
        return _years(text, one, article, blanks)
    grown = _growth_of(said, way, one, (article, blanks))
    if grown is not None:
        return grown
    meaning = _qualified(said, way, one, article)
    ratio = None if meaning else ratio_bound(text, one, article, blanks)
    own = None if ratio or _both(said) else own_bound(text, one, article, blanks)
    return ratio or own or meaning


def _years(text: str, one: StatedQuantity, article: str, blanks: Sequence[LooseBlank]) -> DraftChoice | None:
    """从事服务2年以上: of the form's blank for it; 成立并从事服务满3年: so long at least it has been there."""
    said, way, words = bare(phrase(text, one)), direction(text, one), draft_words().years
    blank = next((each for each in blanks if each.unit == "年" and words["blank"].search(each.label)), None)
    if blank is not None and words["active"].search(said):
        return own_bound_of(text, one, blank, article)
    if not words["founded"].search(said):
        return None
    rule = {"measure": "operating_years", way: one.value, "article": article, "asks": said}
    says = f"成立{WAYS[way]} {plain_number(one.value)} 年（从事这项服务的时间由人核对）"
    return DraftChoice("operating_years", says, (Written("conditions", rule),))


def _growth_of(said: str, way: str, one: StatedQuantity, where: tuple[str, Sequence[LooseBlank]]) -> DraftChoice | None:
    """营业收入较上年增长5%以上: of what the form has an answer for each year of, the last year's growth."""
    article, blanks = where
    match = draft_words().growth.search(ASIDE.sub("", said)) if one.unit == "%" else None
    blank = amount_of(match["of"], [each for each in blanks if each.table]) if match else None
    if match is None or blank is None:
        return None
    name, title = f"{blank.key}_growth", f"{blank.label}增长率"
    rule = {"measure": name, way: one.value, "article": article, "asks": said}
    measure = {name: {"title": title, "growth_of": blank.key, "words": [match["of"]]}}
    says = f"{title}（上年度比前一年）{WAYS[way]} {plain_number(one.value)} %"
    return DraftChoice(name, says, (Written("conditions", rule), Written("measures", measure), rows_of(blank)))


def _both(said: str) -> bool:
    """Whether the words name an education and a title: nothing else is so called."""
    return _EDUCATION.search(said) is not None and _TITLE.search(said) is not None


def bare(said: str) -> str:
    """The phrase without the number of its item, and without what parts it from its neighbour."""
    return re.sub(r"^,?或者?", "", unmarked(said).strip("、"))


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
    skill = _SKILL.search(said)
    found |= {"skill": skill[1]} if skill and title else {}
    if education and title:
        between = said[min(education.end(), title.end()) : max(education.start(), title.start())]
        sign = next((sign for sign in between if sign in _JOINS), "或" if _EACH_OF.search(between) else "")
        found |= {"join": _JOINS[sign]} if sign else {}
    return found or None


def _left_over(said: str) -> str:
    """What the phrase says besides education, title and share."""
    rest = _SKILL.sub("", _TITLE.sub("", _EDUCATION.sub("", said)))
    rest = re.sub(r"(专业)?(技术)?人员|具有|或者|[和或及与、]|以上|百分之|[\d.%一二三四五六七八九十]", "", rest)
    return re.sub(r"[,的为在人]", "", draft_words().fillers.sub("", rest))
