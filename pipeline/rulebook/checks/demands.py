"""Does each item say how many papers it wants, of which years, valid how long, and when they are asked for?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.values.numerals import numeral
from pipeline.rulebook.articles import Regulation, plain
from pipeline.rulebook.checks.named_papers import item_text
from pipeline.rulebook.checks.papers import by_item
from pipeline.rulebook.known_words import Problem
from pipeline.rulebook.parse import Parsed
from pipeline.rulebook.quantities import NUMERAL
from schemas.rulebook import Material

_SIGNS = NUMERAL.strip("[]+")
_NUMBER = rf"(?<![\d{_SIGNS}])(\d++|[{_SIGNS}]++)"
_COUNT = re.compile(rf"{_NUMBER}(?:笔|份|张|个(?:案例|合同|项目)|个(?=[;。,()]|$))")
_YEARS = re.compile(rf"(?:近|最近|前|上)(\d++|[{_SIGNS}]++)(?:个)?(?:会计)?年度?")
# 近两年审计报告, 2024年度、2025年度财务审计报告: the years of a paper that is of one year.
_OF_EACH = re.compile(rf"(?:近|最近|前|上)(\d++|[{_SIGNS}]++)(?:个)?(?:会计)?年(?=[^,;。]{{0,8}}(?:审计|财务|报表))")
_LISTED = re.compile(r"20\d\d年度?(?:[、和及与]20\d\d年度?)+")
_VALID = re.compile(r"有效期内|在有效期|有效的")
_HOLDS = re.compile(rf"{_NUMBER}年(?:及)?以上|(?:不少于|不低于)(\d++|[{_SIGNS}]++)年")
_WHEN = re.compile(
    r"时提供|时提交|的(?:须)?提[供交]|满足[^,;。]{1,12}[时的]|需提供|的[,]?须|的[,]?应|如[有为]|属于[^,;。]{1,16}的|的单位|自有|租用"
)
_ONE = 1


def demands(parsed: Parsed, regulation: Regulation) -> Iterator[Problem]:
    """Item by item of every checklist."""
    for procedure in parsed.rulebook.procedures.values():
        for article, materials in by_item(procedure).items():
            told = item_text(regulation, article)
            for material in materials if told is not None else ():
                text = plain(told.text) if told is not None else ""
                yield from (Problem(parsed.lines[material], message) for message in _material(material, text))


def _material(material: Material, text: str) -> Iterator[str]:
    yield from _number(material, text)
    yield from _years(material, text)
    yield from _term(material, text)
    if material.needed is not None and not _WHEN.search(text):
        yield f"{material.article}没有说这项只在什么情形下提交，请删去 when"


def _number(material: Material, text: str) -> Iterator[str]:
    said = _counts(text)
    if material.count > 1 and material.count not in said:
        yield f"{material.article}没有说要 {material.count} 份，请核对 count"
    if said and material.count == 1 and not material.optional:
        yield f"{material.article}要 {max(said)} 份，请写 count: {max(said)}"


def _counts(text: str) -> set[int]:
    return {_value(match[1]) for match in _COUNT.finditer(text)} - {_ONE}


def demanded(text: str, *, yearly: bool = False) -> dict[str, object]:
    """What the words of an item ask of its papers besides their kind, as the file says it: count, years, valid_on.

    ``yearly``: its papers are of one year each (近两年度审计报告).
    """
    counts = _counts(text)
    years = {_value(match[1]) for match in _YEARS.finditer(text) if match[0].endswith("度")} - {_ONE}
    years |= _each_year(text)
    found: dict[str, object] = {"count": max(counts)} if counts else {}
    found |= {"years": max(years)} if yearly and years else {}
    return {**found, "valid_on": "reckoning"} if "有效期内" in text else found


def _each_year(text: str) -> set[int]:
    """Of how many years the papers are that the words ask of each of several."""
    listed = {match[0].count("年") for match in _LISTED.finditer(text)}
    return ({_value(match[1]) for match in _OF_EACH.finditer(text)} | listed) - {_ONE}


_WAYS = {
    "direct": re.compile(r"(直接认定|直通)[^,;。()]{0,10}(提供|提交)|满足直通条件"),
    "points": re.compile(r"评分[^,;。()]{0,4}(提供|提交)"),
}


def way_of(text: str) -> str:
    """For which way the words of an item ask it: direct, points; empty where for every one."""
    return next((way for way, words in _WAYS.items() if words.search(text)), "")


def _years(material: Material, text: str) -> Iterator[str]:
    said = ({_value(match[1]) for match in _YEARS.finditer(text)} | _each_year(text)) - {_ONE}
    if material.years > 1 and material.years not in said:
        yield f"{material.article}没有说要 {material.years} 个年度的，请核对 years"


def _term(material: Material, text: str) -> Iterator[str]:
    term = material.validity
    if term is not None and term.on_day and not _VALID.search(text):
        yield f"{material.article}没有说须在有效期内，请删去 valid_on"
    holds = {_value(next(filter(None, match.groups()))) for match in _HOLDS.finditer(text)}
    if term is not None and term.years and term.years not in holds:
        yield f"{material.article}没有说期限须 {term.years} 年，请核对 valid_for"
    if "有效期内" in text and (term is None or not term.on_day):
        yield f"{material.article}要求在有效期内，请写 valid_on: reckoning"


def _value(text: str) -> int:
    return int(text) if text.isdecimal() else int(numeral(text) or 0)
