"""From when until when does a paper hold, where a rulebook asks it (valid_on, valid_for)?

In:     a paper with its lines.
Out:    facts holds_from and holds_until (ISO days, 长期), holds_years (a number), as far as its words say so.
Raises: nothing. Lines that speak of no term say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors import values
from extractors.content.lines import Text
from extractors.papers.fact_values import DATE
from extractors.values.numerals import numeral
from extractors.values.text import comparable
from schemas.papers import Fact, Paper
from schemas.regulation.own_words import spoken_words

_TERM = re.compile(r"有效期|期限|租期|租赁期|营业期|使用期|自.{0,24}?(?:起|至|到)")
_YEARS = re.compile(
    r"(?<![\d年月])(\d{1,2}|[一二两三四五六七八九十]{1,3})(?:\([^()]{1,6}\))?(?:个)?(?:周)?年(?!度|\d|[一二三四五六七八九十]{1,2}月)"
)
_UNTIL = re.compile(r"至|止|到")
_LASTING = "长期"


def with_term(paper: Paper, lines: Sequence[Text]) -> dict[str, Fact]:
    """The facts of its term; nothing where nobody asks for it."""
    if paper.kind not in spoken_words().termed:
        return {}
    facts: dict[str, Fact] = {}
    for text, line in _of_terms(lines):
        for key, value in _told(text):
            facts.setdefault(key, Fact(value, line.text, line.place.quoting(line.text)))
    return facts


def _of_terms(lines: Sequence[Text]) -> Iterator[tuple[str, Text]]:
    """The lines that speak of a term, a cell together with those beside it."""
    for line in lines:
        row = [line] if line.row is None else [other for other in lines if other.row == line.row]
        text = comparable("".join(other.text for other in row))
        if _TERM.search(comparable(line.text)):
            yield text, line


def _told(text: str) -> Iterator[tuple[str, str]]:
    days = [day for found in DATE.findall(text) if (day := values.iso_date(found))]
    if _LASTING in text:
        yield "holds_until", _LASTING
    elif len(days) >= 2:
        yield "holds_from", days[0]
        yield "holds_until", days[1]
    elif days and _UNTIL.search(text):
        yield "holds_until", days[0]
    years = _YEARS.search(DATE.sub("", text))
    number = numeral(years[1]) if years else None
    if number is not None:
        yield "holds_years", str(number)
