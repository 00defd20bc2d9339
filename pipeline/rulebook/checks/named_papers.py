"""Which papers does an item of a checklist name, in which order, joined by what, and which parts of them?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pipeline.rulebook.articles import Regulation
from pipeline.rulebook.checks.vocabulary import rule_words

_BRACKET = re.compile(r"\([^()]*\)")
_ENTRY = re.compile(r"^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))")
_OPEN = re.compile(r"^[^,;。)]{0,4}等")
_REPORT = "application_report"
_AND = re.compile(r"[及和与;；]|以及|同时")


@dataclass(frozen=True, slots=True)
class NamedPaper:
    """One mention of a kind of paper and where it stands; ``bracket``: the bracket that it stands in, if any."""

    kind: str
    text: str
    start: int
    end: int
    bracket: int | None = None


@dataclass(frozen=True, slots=True)
class ItemText:
    """What an item asks: its own sentence, and the contents that an annex lists for the report it names."""

    whole: str
    """The item as it stands; ``text`` is without what its brackets only add."""
    text: str
    named: tuple[NamedPaper, ...]
    contents: tuple[NamedPaper, ...]
    inside: str
    """Item and contents as text, for the parts of a paper."""
    elsewhere: bool
    """It names an annex whose contents are not in the text."""

    @property
    def kinds(self) -> frozenset[str]:
        """Every kind of paper that the item names, itself or in its annex."""
        return frozenset(one.kind for one in (*self.named, *self.contents))

    def parts(self, kind: str) -> frozenset[str]:
        """The parts of that paper which the item names."""
        known = rule_words().parts.get(kind, {})
        return frozenset(part for part, words in known.items() if words.search(self.inside))

    def says(self, flag: str, kinds: frozenset[str]) -> bool:
        """Whether the item says this of one of these papers.

        In a bracket it is said of the paper just before (清单（上一年度末）); else of all papers behind it in its
        sentence, a demand for sealing also of all before it. Of a paper that the item does not name, anywhere.
        """
        return any(self._said_of(match, flag, kinds) for match in rule_words().flags[flag].finditer(self.text))

    def _said_of(self, match: re.Match[str], flag: str, kinds: frozenset[str]) -> bool:
        bracket = next((at for at in _BRACKET.finditer(self.text) if at.start() < match.start() < at.end()), None)
        if bracket is not None:
            before = [one for one in self.named if one.end <= bracket.start()]
            return bool(before) and before[-1].kind in kinds
        mine = [one for one in self.named if one.kind in kinds]
        begin, end = self._sentence(match.start())
        within = [one for one in mine if begin <= one.start < end]
        return not mine or any(flag == "sealed" or one.start >= match.start() for one in within)

    def _sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence around this place begins and ends."""
        ends = [end for end in (self.text.find(sign, at) for sign in ";。") if end >= 0]
        return max(self.text.rfind(sign, 0, at) for sign in ";。") + 1, min(ends, default=len(self.text))

    def relations(self) -> Iterator[tuple[NamedPaper, NamedPaper, str]]:
        """Neighbouring papers and how they are joined: and, or, list (examples of which one is enough), or unclear."""
        for one, other in pairwise(self.named):
            if one.kind != other.kind:
                yield one, other, _joined(one, other, self.text)
        head = next((one for one in self.named if one.kind == _REPORT), None)
        chain = [head, *self.contents] if head and self.contents else list(self.contents)
        yield from ((one, other, "and") for one, other in pairwise(chain) if one.kind != other.kind)


def item_text(regulation: Regulation, article: str) -> ItemText | None:
    """What the item at this citation asks; None where there is no such item."""
    piece = regulation.piece(article)
    return None if piece is None else text_of_item(regulation, piece.text)


def text_of_item(regulation: Regulation, whole: str) -> ItemText:
    """What an item of these words asks."""
    text = rule_words().added.sub("", whole)
    named = tuple(named_papers(text))
    entries = _contents(regulation, named) if "附件" in text else ()
    bare = [_BRACKET.sub("", entry) for entry in entries]
    contents = tuple(one for entry in bare for one in named_papers(entry, frozenset({_REPORT})))
    reports = any(one.kind == _REPORT for one in named)
    elsewhere = "附件" in text and reports and not entries
    return ItemText(whole, text, named, contents, "。".join([whole, *entries]), elsewhere)


def named_papers(text: str, inside: frozenset[str] = frozenset()) -> list[NamedPaper]:
    """The mentions in order; where two overlap, the longer one. ``inside``: the text lists parts of these kinds."""
    first = _longest(text, inside)
    whole = inside | {one.kind for one in first}
    return first if whole == inside else _longest(text, whole)


def _longest(text: str, inside: frozenset[str]) -> list[NamedPaper]:
    found = [
        (match.start() - match.end(), bool(kind), match.start(), match.end(), kind)
        for kind, pattern in _patterns(inside)
        for match in pattern.finditer(text)
        if match.end() > match.start()
    ]
    taken: list[NamedPaper] = []
    for _, _, start, end, kind in sorted(found):
        if not any(start < one.end and one.start < end for one in taken):
            taken.append(NamedPaper(kind, text[start:end], start, end, _bracket(text, start)))
    return sorted((one for one in taken if one.kind), key=lambda one: one.start)


def _patterns(inside: frozenset[str]) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The words of every kind, and without a kind those of the parts of the kinds that are there.

    A part takes its words from the papers they would else be mistaken for (严重违法失信企业名单 is no list of clients).
    """
    words = rule_words()
    yield from words.papers.items()
    yield from (("", pattern) for kind in inside for pattern in words.parts.get(kind, {}).values())


def _bracket(text: str, at: int) -> int | None:
    return next((match.start() for match in _BRACKET.finditer(text) if match.start() < at < match.end()), None)


def _joined(one: NamedPaper, other: NamedPaper, text: str) -> str:
    between = text[one.end : other.start]
    outside = _BRACKET.sub("", between)
    if one.bracket is not None and one.bracket == other.bracket:
        return "list"
    if "或" in outside:
        return "or"
    if not re.search(r"[,;。]", outside) and _OPEN.match(text[other.end :]):
        return "list"
    return "and" if _AND.search(outside) else "unclear"


def _contents(regulation: Regulation, named: tuple[NamedPaper, ...]) -> tuple[str, ...]:
    """The entries under 申请报告的主要内容, where the item names that report."""
    words = rule_words()
    lines = [text for _, text in regulation.annexes]
    for at, line in enumerate(lines):
        if words.contents.search(line) and any(words.papers[one.kind].search(line) for one in named):
            entries: list[str] = []
            for entry in lines[at + 1 :]:
                if not _ENTRY.match(entry):
                    break
                entries.append(entry)
            return tuple(entries)
    return ()
