"""With which number of an outline does a line begin: 第一章, 一、, （一）, 1．, （1）, ①?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

_HANZI = "[一二三四五六七八九十]{1,3}"


class Rank(IntEnum):
    """The ways of numbering, outermost first (党政机关公文格式 GB/T 9704-2012 8.3.3: 一、（一）1．（1）)."""

    CHAPTER = 0
    HANZI = 1
    HANZI_IN_BRACKETS = 2
    ARABIC = 3
    ARABIC_IN_BRACKETS = 4
    CIRCLED = 5


# A point with a digit behind it is a decimal one: 1.5 and 三.5 number nothing.
_EACH = {
    Rank.CHAPTER: rf"第(?:{_HANZI}|\d{{1,3}})[章节条部篇]",
    Rank.HANZI: rf"第?{_HANZI}\s*+(?:、|[.．](?!\s*+\d))",
    Rank.HANZI_IN_BRACKETS: rf"[（(]?\s*+{_HANZI}\s*+[）)]\s*+[、.．]?",
    Rank.ARABIC: r"\d{1,3}[、.．)）](?!\d)",
    Rank.ARABIC_IN_BRACKETS: r"[（(]\d{1,3}[）)]",
    Rank.CIRCLED: "[①-⑳]",
}
_NUMBERED = re.compile(rf"\A\s*+(?:{'|'.join(f'(?P<{rank.name}>{pattern})' for rank, pattern in _EACH.items())})\s*+")


@dataclass(frozen=True, slots=True)
class OutlineNumber:
    """The number at the beginning of a line: its way of numbering, and where the words behind it begin."""

    rank: Rank
    end: int


def numbering(text: str) -> OutlineNumber | None:
    """The number that the line begins with."""
    match = _NUMBERED.match(text)
    return OutlineNumber(Rank[str(match.lastgroup)], match.end()) if match else None


def unnumbered(text: str) -> str:
    """The line without the number that it begins with."""
    number = numbering(text)
    return text if number is None else text[number.end :]
