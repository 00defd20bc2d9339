"""Which papers does an article list in a sentence of its own (应提交以下材料：甲；乙；丙。)?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.drafting.vocabulary import draft_words
from pipeline.rulebook.articles import Regulation

_FEWEST = 3
_SIGNS = (";", "、")


@dataclass(frozen=True, slots=True)
class ProseItem:
    """One member of the sentence and where in its article it stands."""

    text: str
    start: int


def prose_items(regulation: Regulation, article: str) -> list[ProseItem]:
    """The members of the sentence behind 下列材料：, in order; none where the article has items, or names no papers."""
    if regulation.items(article) or article not in regulation.pieces:
        return []
    text = regulation.pieces[article].text
    match = draft_words().articles["listed"].search(text)
    if match is None:
        return []
    end = text.find("。", match.end())
    body = text[match.end() : end if end >= 0 else len(text)]
    sign = next((one for one in _SIGNS if _outside(body, one) + 1 >= _FEWEST), "")
    return [] if not sign else _parted(body, sign, match.end())


def _outside(text: str, sign: str) -> int:
    """How often the sign stands outside brackets."""
    return re.sub(r"\([^()]*\)|《[^《》]*》", "", text).count(sign)


def _parted(body: str, sign: str, offset: int) -> list[ProseItem]:
    found, depth, begin = [], 0, 0
    for at, one in enumerate(body + sign):
        depth += {"(": 1, ")": -1, "《": 1, "》": -1}.get(one, 0)
        if one == sign and depth == 0:
            if body[begin:at]:
                found.append(ProseItem(body[begin:at], offset + begin))
            begin = at + 1
    return found
