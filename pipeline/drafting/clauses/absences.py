"""Which clauses ask that something has not happened (近三年无……), and which papers would show it?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.values.numerals import numeral
from pipeline.drafting.clauses.bounds import MANUAL, unread
from pipeline.drafting.clauses.own_measures import own_id
from pipeline.drafting.points import DraftChoice, DraftMark, Point, TextSpan, Written
from pipeline.drafting.vocabulary import draft_words
from pipeline.rulebook.articles import unmarked

PAPERS = ("credit_report", "enterprise_publicity")
"""Papers that would show it."""
_WORD = re.compile(r"[、,和及]|或者?")
_SHORTEST, _LONGEST = 3, 14


def absences(citation: str, text: str, papers: Sequence[str], head: str = "") -> Iterator[Point]:
    """The points of one piece of text. ``papers``: those of the kinds above that the checklist asks for.

    ``head``: what stands over the list that the piece is an item of (有下列情形之一的，不予受理：).
    """
    for match in _said(text, head):
        begin, end = match.span()
        said, shown = unmarked(match[0]), citation.removesuffix("·首")
        words = [one for one in map(_bare, _WORD.split(match["what"])) if _SHORTEST <= len(one) <= _LONGEST]
        none_of: dict[str, object] = {"papers": list(papers or PAPERS), "words": words}
        years = numeral(match["years"]) if match["years"] else None
        none_of |= {"years": int(years)} if years is not None else {}
        rule = {"id": f"{own_id(shown, begin)}_none", "article": shown, "asks": said, "none_of": none_of}
        says = f"查信用材料里有没有{'、'.join(words)}，见到的由人核实"
        looked = DraftChoice("absence", says, (Written("conditions", rule),))
        manual = DraftChoice(MANUAL, "由人核对，程序不判断", (Written("manual", unread(said, shown)),))
        choices = (looked, manual) if papers and words else (manual, *([looked] if words else []))
        yield Point(
            id=f"{shown}·{said}",
            topic="conditions",
            article=shown,
            quoted=said,
            mark=DraftMark.CONFIRM,
            choices=choices,
            chosen=choices[0].id,
            why="请确认查哪些材料" if papers else "材料清单里没有信用报告一类的材料",
            spans=(TextSpan(citation, begin + len(match[0]) - len(said), end),),
        )


def _said(text: str, head: str) -> Iterator[re.Match[str]]:
    words = draft_words()
    yield from words.absence.finditer(text)
    yield from words.veto.finditer(text)
    case = words.veto_item.search(text) if words.veto_head.search(head) else None
    if case is not None:
        yield case


def _bare(word: str) -> str:
    return draft_words().absence_leads.sub("", word)
