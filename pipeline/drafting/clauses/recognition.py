"""Is a condition met by a paper of the checklist: a recognition by a higher authority that an item asks for?"""

from __future__ import annotations

import re

from extractors.values.numerals import numeral
from pipeline.drafting.articles import checklist_articles, pieces_of
from pipeline.drafting.clauses.conditions import worded
from pipeline.drafting.points import DraftMark, Point
from pipeline.rulebook.articles import Regulation
from pipeline.rulebook.checks.named_papers import item_text
from pipeline.rulebook.checks.vocabulary import rule_words
from pipeline.rulebook.quantities import quantities

MEASURE = "superior_recognition"


def by_recognition(regulation: Regulation, article: str) -> list[Point]:
    """A point for each item without a number that names the recognition which an item of the checklist asks for."""
    item = item_of_recognition(regulation)
    words = rule_words().papers[MEASURE]
    points = []
    for citation in pieces_of(regulation, article) if item else ():
        text = regulation.pieces[citation].text
        match = words.search(text)
        if match and "（" in citation and not any(True for _ in quantities(text)):
            begin = max(text.rfind(sign, 0, match.start()) for sign in ",;。:)") + 1
            end = next((at for at in (text.find(sign, match.end()) for sign in ",;。") if at >= 0), len(text))
            rule = {"measure": MEASURE, "material": item}
            says = f"有材料 {item} 的认定文件即符合，否则由人核实"
            point = worded(citation, text, (begin, end), rule, says)
            points.append(point.marked(DraftMark.CONFIRM, "请确认这项条件就是材料清单里的那份文件"))
    return points


def item_of_recognition(regulation: Regulation) -> str:
    """The item of the checklist that asks for it alone: 17.6; empty where there is none."""
    for article in checklist_articles(regulation)[:1]:
        for citation in regulation.items(article):
            told = item_text(regulation, citation)
            if told is not None and told.kinds == {MEASURE}:
                return _number(regulation, article, citation)
    return ""


def _number(regulation: Regulation, article: str, citation: str) -> str:
    """第十七条（六） → 17.6, 第五条第7项 → 5.7."""
    match = re.search(r"第(.{1,60}?)条", article)
    value = numeral(match[1] if match else article)
    return f"{int(value or 0)}.{regulation.items(article).index(citation) + 1}"
