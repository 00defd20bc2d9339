"""How is a clause of a regulation cited, and what is it counted by? 第七条（五）, 第三条第1项, 二（一）2, 附件1 3."""

from __future__ import annotations

import re

from extractors.values.text import one_width, unspaced
from pipeline.rulebook.quantities import NUMERAL, spelled
from pipeline.rulebook.sections import normal_section

_CITATION = re.compile(rf"第({NUMERAL})条(?:\(({NUMERAL})\)(\d+)?|第(\d+)项)?(末款)?")
_MARK = re.compile(rf"^(?:\({NUMERAL}\)|\(\d{{1,2}}\)|\d{{1,2}}[.、)](?!\d(?!\d{{3}}年)))")


def normal(citation: str) -> str:
    """The citation in one spelling: 第七条（五）. An odd one comes back as it is."""
    match = _CITATION.fullmatch(plain(citation))
    if match is None:
        return normal_section(citation) or citation
    article, item, inside, number, last = match.groups()
    within = f"（{item}）{inside or ''}" if item else f"第{number}项" if number else ""
    return f"第{article}条{within}{last or ''}"


def whole_of(citation: str) -> str:
    """The article or section that the citation is in: 第七条 of 第七条（五）, 二 of 二（一）2."""
    return re.split(r"（|第\d+项|末款|·|(?<=[一二三四五六七八九十])\d+(?:\.\d+)?$", normal(citation))[0]


def unmarked(text: str) -> str:
    """The text of an item without the number that it is counted by: （一）, 1."""
    return _MARK.sub("", text)


def only_leads(citation: str, text: str) -> bool:
    """Whether a head only leads to its items (应当具备以下条件：, 基本条件) and asks nothing by itself."""
    return citation.endswith("·首") and (":" in text or re.search(r"[,;。]", text) is None)


def article_of_item(item: str) -> str:
    """The citation of a checklist item: 11.3a → 第十一条（三）."""
    article, _, rest = item.partition(".")
    return f"第{spelled(int(article))}条（{spelled(int(re.sub('[a-z]', '', rest)))}）"


def cited_item(of: str, item: str) -> str:
    """The citation of an item of the checklist that stands in the clause ``of``; empty where its number says none.

    11.3a in 第十一条 is 第十一条（三）; 2.3 in 二 is 二（三）; 3 in 附件5 is 附件5 3.
    """
    number = re.sub("[a-z]", "", item)
    clause, dot, rest = number.partition(".")
    if _CITATION.fullmatch(plain(of)):
        return article_of_item(item) if dot else ""
    section = normal_section(of)
    if section and not dot:
        return f"{section} {clause}" if section.startswith("附件") and " " not in section else f"{section}{clause}"
    return f"{section}（{spelled(int(rest))}）" if section and section.endswith(spelled(int(clause))) else ""


def plain(text: str) -> str:
    """The text as it is compared: half-width signs, no white space."""
    return unspaced(one_width(text))
