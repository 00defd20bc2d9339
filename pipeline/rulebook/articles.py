"""Which article of a regulation says what: its text cut into articles and items, every character with its line.

The texts come from web pages, PDFs and OCR: 第一条为…, “- (二)”, brackets of both widths, lines broken
inside a sentence, headings in Markdown. A notice that has no 第一条 is cut by its 一、（一）1. (sections), and so
are the annexes. An article or item begins only at the start of a line and only where
it is the next in sequence, so that a reference (上述（一）、（三）) moved to the front by a line break starts nothing.
A paragraph after an item is the article's 末款 until another item shows that it still belonged to the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractors.values.numerals import numeral
from pipeline.rulebook.citations import article_of_item, cited_item, normal, only_leads, plain, unmarked, whole_of
from pipeline.rulebook.quantities import NUMERAL, spelled
from pipeline.rulebook.sections import SECTION, Sections, cut_sections
from pipeline.rulebook.unspaced import UnspacedText

__all__ = [
    "Regulation",
    "UnspacedText",
    "article_of_item",
    "cited_item",
    "normal",
    "only_leads",
    "plain",
    "read_regulation",
    "unmarked",
    "whole_of",
]

_PREFIX = re.compile(r"^(?:[#>*\s]|-(?=\s))++")
_TAG = re.compile(r"<[^>]{0,300}>")
_ARTICLE = re.compile(rf"第({NUMERAL})条(?![、和或规的第])")
_ITEM = re.compile(rf"\(({NUMERAL})\)")
_CHAPTER = re.compile(rf"第{NUMERAL}章(.*)")
_NAMED_ANNEX = re.compile(r"^附[件表]:?(?P<number>\d{1,2})(?!\d)|^附[件表](?=:|$)|附件(?P<behind>\d{1,2})$")
# The text that a notice sends as its annex begins so, and is the text.
_SENT_AS_ANNEX = re.compile(r"附[件表]:?\d{0,2}")
_LONGEST_NAME = 60
"""A line that names an annex is no longer; longer ones speak of one."""
_ANNEX = re.compile(r"附(?:件|表)[:：]?\d?")
# How many headings in a row may be unreadable (a misread 第五条) before the sequence is lost.
_SKIPPED = 1
_NUMBER = re.compile(r"(?:\((\d{1,2})\)|(\d{1,2})[.、)](?!\d(?!\d{3}年)))")
"""An item that is counted 1. or (1)."""
_NUMBER_IN_ITEM = re.compile(r"(\d{1,2})[.、)](?!\d(?!\d{3}年))")


@dataclass(frozen=True, slots=True)
class Regulation:
    """The text of one regulation.

    ``pieces``: "第七条" the whole article, "第七条·首" what stands before its first item, "第七条（五）",
    "第七条末款" the paragraph after the last item; "第三条第1项" and "第四条（一）1" where it counts 1. 2.
    ``conditions``: articles of the chapters on 条件.
    ``preamble``: what stands before 第一条. ``annexes``: the lines behind the last article, with their numbers.
    """

    pieces: Mapping[str, UnspacedText]
    conditions: tuple[str, ...]
    whole: UnspacedText
    preamble: str = ""
    annexes: tuple[tuple[int, str], ...] = ()
    of_annexes: Mapping[str, UnspacedText] = field(default_factory=dict)
    """What the annexes say, clause by clause: 附件1 二（一）2."""
    headings: Mapping[str, str] = field(default_factory=dict)
    """What sections are headed with: 附件1 二 → 评价指标."""

    def piece(self, citation: str) -> UnspacedText | None:
        """What the cited article or item says; None where there is no such one."""
        cited = normal(citation)
        return self.pieces.get(cited) or self.of_annexes.get(cited)

    def items(self, article: str) -> tuple[str, ...]:
        """The citations of the article's items, in order; where it has none, of its numbers."""
        cited = normal(article)
        found = {**self.pieces, **self.of_annexes}
        items = tuple(key for key in found if key.startswith(f"{cited}（") and key.endswith("）"))
        return items or self.numbers(cited)

    def numbers(self, clause: str) -> tuple[str, ...]:
        """The citations of what the clause counts 1. 2. 3., in order."""
        cited = normal(clause)
        numbered = re.compile(rf"{re.escape(cited)}(?: ?\d+|第\d+项|(?<=\d)\.\d+)")
        return tuple(key for key in (*self.pieces, *self.of_annexes) if numbered.fullmatch(key))

    def cited_in(self, article: str, text: str) -> tuple[str, ...]:
        """The items of the article, and what these count, that a text names: （二）, 2.1 and not the 2 within it."""
        clauses = [one for item in self.items(article) for one in (item, *self.numbers(item))]
        marks = {one: re.escape(plain(one.removeprefix(normal(article)))) for one in clauses}
        return tuple(one for one in clauses if re.search(rf"(?<![\d.]){marks[one]}(?![\d.])", text))

    def leaves(self, article: str) -> Iterator[str]:
        """The article in its smallest pieces: its head, each item or what that counts, the paragraph behind them."""
        items = ((*self._within(item),) for item in self.items(article))
        for citation in (f"{article}·首", *(one for each in items for one in each), f"{article}末款"):
            if citation in self.pieces:
                yield citation

    def _within(self, item: str) -> Iterator[str]:
        numbers = self.numbers(item)
        yield from (f"{item}·首", *numbers) if numbers else (item,)


def read_regulation(text: str) -> Regulation:
    """Cut the text into its articles and items, or its sections."""
    cut = _Cut()
    lines = list(_lines(text))
    for line, words in lines:
        cut.take(line, words)
    annexes = tuple(cut.annexes)
    if cut.article:
        of_annexes, headings = _of_annexes(annexes)
        conditions = tuple(cut.conditions)
        return Regulation(cut.pieces, conditions, cut.whole, cut.preamble, annexes, of_annexes, headings)
    return _by_sections(lines, cut.whole)


def _by_sections(lines: Sequence[tuple[int, str]], whole: UnspacedText) -> Regulation:
    """A text without articles: its sections, those of each annex under the annex's number."""
    pieces: dict[str, UnspacedText] = {}
    conditions: list[str] = []
    headings: dict[str, str] = {}
    preamble, annex, body = "", "", []
    if lines and _SENT_AS_ANNEX.fullmatch(lines[0][1]):
        lines = lines[1:]
    for number, words in (*lines, (0, "")):
        named = _NAMED_ANNEX.search(words) if len(words) <= _LONGEST_NAME else None
        if named is None and number:
            body.append((number, words))
            continue
        told: Sections = cut_sections(body)
        pieces |= {f"{annex} {key}".strip(): piece for key, piece in told.pieces.items()}
        if annex:
            pieces[annex] = UnspacedText()
            for line, text in body:
                pieces[annex].add(text, line)
        conditions += [f"{annex} {section}".strip() for section in told.conditions]
        headings |= {f"{annex} {section}".strip(): heading for section, heading in told.headings.items()}
        first = next((at for at, (_, text) in enumerate(body) if SECTION.match(text)), len(body))
        preamble += "".join(text for _, text in body[:first]) + words
        annex, body = (f"附件{named['number'] or named['behind'] or ''}" if named else ""), []
    return Regulation(pieces, tuple(conditions), whole, preamble, headings=headings)


def _of_annexes(lines: tuple[tuple[int, str], ...]) -> tuple[dict[str, UnspacedText], dict[str, str]]:
    """The clauses of each annex under its number, and what its sections are headed with."""
    found: dict[str, UnspacedText] = {}
    headings: dict[str, str] = {}
    starts = [at for at, (_, words) in enumerate(lines) if _ANNEX.match(words)]
    for start, end in pairwise([*starts, len(lines)]):
        number = re.search(r"\d+", lines[start][1][:6])
        name = f"附件{number[0] if number else ''}"
        told = cut_sections(lines[start:end])
        headings |= {f"{name} {section}": heading for section, heading in told.headings.items()}
        for key, piece in told.pieces.items():
            found.setdefault(f"{name} {key}", piece)
    return found, headings


@dataclass(slots=True)
class _Cut:
    """How far the cutting has come: which article and item is being read."""

    pieces: dict[str, UnspacedText] = field(default_factory=dict)
    conditions: list[str] = field(default_factory=list)
    whole: UnspacedText = field(default_factory=UnspacedText)
    preamble: str = ""
    annexes: list[tuple[int, str]] = field(default_factory=list)
    article: int = 0
    item: int = 0
    number: int = 0
    """The last 1. 2. 3. of the item, or of an article without items."""
    key: str = ""
    inside: str = ""
    """The number within an item (第四条（一）1) that the line belongs to as well."""
    of_conditions: bool = False
    annexed: bool = False
    ended: bool = False
    """The line before ended a sentence."""

    def take(self, line: int, words: str) -> None:
        self.whole.add(words, line)
        chapter = _CHAPTER.match(words)
        if chapter:
            self.of_conditions = "条件" in chapter.group(1)
            self.key = ""
            return
        head = _ARTICLE.match(words)
        number = numeral(head.group(1)) if head else None
        if number is not None and 0 < number - self.article <= _SKIPPED + 1:
            self._begin_article(int(number))
        elif _ANNEX.match(words) and self.ended and self.article:
            self.key, self.annexed = "", True
        elif self.article and self.key:
            self._begin_item(words)
        self._keep(words, line)
        self.ended = words.endswith("。")

    def _keep(self, words: str, line: int) -> None:
        if self.key:
            self._add(words, line)
        elif self.annexed:
            self.annexes.append((line, words))
        elif not self.article:
            self.preamble += words

    def _begin_article(self, number: int) -> None:
        self.article = number
        self.item = self.number = 0
        name = f"第{spelled(self.article)}条"
        self.key = f"{name}·首"
        if self.of_conditions:
            self.conditions.append(name)

    def _begin_item(self, words: str) -> None:
        name = f"第{spelled(self.article)}条"
        item = _ITEM.match(words)
        if item and numeral(item.group(1)) == self.item + 1:
            self._give_back(f"{name}末款", f"{name}（{spelled(self.item)}）")
            self.item += 1
            self.number, self.inside = 0, ""
            self.key = f"{name}（{spelled(self.item)}）"
        elif self._counts(words):
            self._begin_number(name)
        elif (self.item or self.number) and self.ended and not re.match(r"\(\d", words):
            self.key, self.inside = f"{name}末款", ""

    def _counts(self, words: str) -> bool:
        """Whether the line is the next 1. 2. 3. of its item, or of an article without items."""
        match = (_NUMBER_IN_ITEM if self.item else _NUMBER).match(words)
        if match is None or self.key.endswith("末款"):
            return False
        return int(next(filter(None, match.groups()))) == self.number + 1

    def _begin_number(self, name: str) -> None:
        self.number += 1
        if self.item:
            item = f"{name}（{spelled(self.item)}）"
            self.pieces.setdefault(f"{item}·首", self.pieces[item].copy())
            self.inside = f"{item}{self.number}"
        else:
            self.key = f"{name}第{self.number}项"

    def _give_back(self, last: str, item: str) -> None:
        """What was taken for a last paragraph belongs to the item before it."""
        piece = self.pieces.pop(last, None)
        if piece is not None:
            self.pieces[item].text += piece.text
            self.pieces[item].lines += piece.lines

    def _add(self, words: str, line: int) -> None:
        for key in (self.key, self.inside, f"第{spelled(self.article)}条"):
            if key:
                self.pieces.setdefault(key, UnspacedText()).add(words, line)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, raw in enumerate(text.splitlines(), 1):
        words = plain(_PREFIX.sub("", _TAG.sub("", raw)))
        if words:
            yield number, words
