"""Which clause of a notice or an annex says what, where it counts 一、（一）1. instead of 第X条?

A section, an item or a number begins only at the start of a line and only where it is the next in its sequence; numbers
may run on through several items (（一）1、2，（二）3、4). What stands before a section's first item is its ·首, without
the heading itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from extractors.values.numerals import numeral
from extractors.values.text import one_width, unspaced
from pipeline.rulebook.quantities import NUMERAL, spelled
from pipeline.rulebook.unspaced import UnspacedText

SECTION = re.compile(rf"^({NUMERAL})[、.](?![\d])(.*)")
_ITEM = re.compile(rf"^\(({NUMERAL})\)(.*)")
# 3.2025年度审计报告 is item 3; 3.5 is a number.
_NUMBER = re.compile(r"^(\d{1,2})[.、](?!\d(?!\d{3}年))(.*)")
# 2.1 within 2.: the number is no part of what it says (2.5年提供…… is counted 2.5).
_WITHIN_NUMBER = re.compile(r"^(\d{1,2})\.(\d{1,2})(?!\d)[.、]?(.*)")
_CITATION = re.compile(
    rf"(?:附件\s{{0,4}}(\d{{0,4}})(?:\s{{1,4}}|(?=[(一二三四五六七八九十])|$))?({NUMERAL})?(?:\(({NUMERAL})\))?"
    rf"\s{{0,4}}(\d{{1,4}}(?:\.\d{{1,2}})?)?(末款)?"
)
_LONGEST_HEADING = 24
"""A section's first line that is no longer and ends no sentence is its heading."""


@dataclass(frozen=True, slots=True)
class Sections:
    """The clauses of a text that counts so (一, 一·首, 一（二）, 二（一）2, 一2.1), and the sections on 条件."""

    pieces: Mapping[str, UnspacedText]
    conditions: tuple[str, ...]
    headings: Mapping[str, str]
    """What each section is headed with, without its number."""


def normal_section(citation: str) -> str:
    """The citation in one spelling: 附件1 二（一）2; empty where it is none of this kind."""
    match = _CITATION.fullmatch(one_width(citation).strip())
    if match is None or not any(match.groups()):
        return ""
    annex, section, item, number, last = match.groups()
    whose = "" if annex is None else f"附件{annex}"
    clause = (section or "") + (f"（{item}）" if item else "") + (number or "") + (last or "")
    return f"{whose} {clause}".strip()


def cut_sections(lines: Iterable[tuple[int, str]]) -> Sections:
    """Cut the lines (number, words without white space) into their clauses."""
    cut, given = _SectionCut(), [(number, unspaced(words)) for number, words in lines]
    for at, (number, words) in enumerate(given):
        cut.more = _item_follows(given[at + 1 :])
        cut.take(number, words)
    return Sections(cut.pieces, tuple(cut.conditions), cut.headings)


def _item_follows(lines: Iterable[tuple[int, str]]) -> bool:
    """Whether another （二） comes before the next section."""
    for _, words in lines:
        if SECTION.match(words):
            return False
        if _ITEM.match(words):
            return True
    return False


@dataclass(slots=True)
class _SectionCut:
    """How far the cutting has come."""

    pieces: dict[str, UnspacedText] = field(default_factory=dict)
    conditions: list[str] = field(default_factory=list)
    headings: dict[str, str] = field(default_factory=dict)
    section: int = 0
    item: int = 0
    number: int = 0
    inner: int = 0
    """The last 2.1 2.2 2.3 of the number."""
    within: bool = False
    """A number has begun since the last item did."""
    ended: bool = False
    """The line before ended a sentence."""
    last: bool = False
    """A paragraph behind the last number, or behind the last item, has begun."""
    more: bool = False
    """Another item follows in the section."""

    def take(self, line: int, words: str) -> None:
        """One more line."""
        kept = self._begun(words)
        for key in self._keys():
            self.pieces.setdefault(key, UnspacedText()).add(kept, line)
        self.ended = words.endswith("。")

    def _begun(self, words: str) -> str:
        """What of the line belongs to the clause that it begins or goes on with."""
        inner = _WITHIN_NUMBER.match(words)
        if inner and self.within and (int(inner[1]), int(inner[2])) == (self.number, self.inner + 1):
            self._keep_numbers_head()
            self.inner = int(inner[2])
            return inner[3]
        section, item, number = SECTION.match(words), _ITEM.match(words), _NUMBER.match(words)
        begins = section or item or number
        self.last = not begins and (self.last or (self.ended and self._behind_all()))
        if section and numeral(section[1]) == self.section + 1:
            self.section, self.item, self.number, self.inner, self.within = self.section + 1, 0, 0, 0, False
            heading = len(section[2]) <= _LONGEST_HEADING and not section[2].endswith(("。", ";", ":"))
            self.headings[spelled(self.section)] = section[2] if heading else ""
            if "条件" in section[2]:
                self.conditions.append(spelled(self.section))
            return "" if heading else section[2]
        if item and numeral(item[1]) == self.item + 1:
            self.item, self.inner, self.within = self.item + 1, 0, False
        elif number and int(number[1]) in (self.number + 1, 1):
            self._keep_head()
            self.number, self.inner, self.within = int(number[1]), 0, True
        return words

    def _behind_all(self) -> bool:
        """Whether what goes on here stands behind the last that the section counts, and is no part of it."""
        return not self.more and not self.within if self.item else self.within

    def _keep_head(self) -> None:
        """What an item says before it counts 1. 2. 3. is its head."""
        item = f"{spelled(self.section)}（{spelled(self.item)}）" if self.section and self.item else ""
        if item in self.pieces and not self.within:
            self.pieces[f"{item}·首"] = self.pieces[item].copy()

    def _keep_numbers_head(self) -> None:
        """What a number says before it counts 2.1 2.2 is its head."""
        numbered = self._keys()[-1]
        if not self.inner and numbered in self.pieces:
            self.pieces[f"{numbered}·首"] = self.pieces[numbered].copy()

    def _keys(self) -> list[str]:
        """The clauses to which the line belongs, from the section down."""
        section = spelled(self.section) if self.section else ""
        if self.last and section:
            return [section, f"{section}末款"]
        item = f"{section}（{spelled(self.item)}）" if self.item else section
        numbered = f"{item}{self.number}" if self.within else ""
        inner = f"{numbered}.{self.inner}" if self.inner else ""
        head = f"{section}·首" if section and not self.item and not numbered else ""
        return list(dict.fromkeys(key for key in (section, item, numbered, inner, head) if key))
