"""Of which period does a place in a sentence speak: the last year, another one, one event, a plan?"""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from operator import itemgetter

from extractors.vocabulary.narrative import words

_HANZI_YEAR = {digit: str(value) for value, digit in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0"}
_YEAR_TEXT = r"20\d{2}|二[〇零○][一二三四五六七八九〇零○]{2}"
_YEAR = rf"(?:{_YEAR_TEXT})(?=年|财年)"
_SPAN = rf"(?:{_YEAR_TEXT})年?度?[-—–~～至到、和](?:{_YEAR_TEXT})年"
_COMPARED = rf"(?:较|比|与|同|由|从)(?:(?:{_YEAR_TEXT})年|上一?年|去年)(?:度|同期|全年)?"
_MONTH = (
    r"(?<![\d年])(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?!底前)"
    r"|(?<=年)(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月"
)
_WHOLE_YEAR = r"(?:年)?0?1月?(?:份|1日)?[-—–~～至到]+12月(?:份|底|31日)?"
_IN_BRACKETS = re.compile(rf"[（(](?:均?为|在)?(?P<year>{_YEAR_TEXT})年")
_FOUNDING = re.compile(r"成立|设立|注册|创立|创办|组建|认定为|授予|入选|取得")
_OPENING = 14
_RESUMES = re.compile(r"[，,]|增|提|升|扩|减|降|[至到达]")


class Period(Enum):
    """What a statement speaks of."""

    LAST = "the last full year"
    OTHER = "another year"
    EVENT = "a month, a day, each time"
    MANY = "several years together"
    PLAN = "what is hoped for"


@dataclass(frozen=True, slots=True)
class PeriodInForce:
    """The period that holds at a place, and whether the text says so or the place inherits it."""

    period: Period
    explicit: bool = False
    year: int | None = None


INHERITED = PeriodInForce(Period.LAST)


@dataclass(frozen=True, slots=True)
class _PeriodMark:
    """A word that changes the period from where it stands."""

    start: int
    kind: str
    year: int | None = None


class Clock:
    """The periods of one sentence, place by place."""

    def __init__(self, sentence: str, inherited: PeriodInForce, last_year: int) -> None:
        self._sentence = sentence
        self._last_year = last_year
        self._inherited = inherited
        self._marks = _marks(sentence)
        self._steps = self._walk()

    def at(self, start: int, end: int | None = None) -> PeriodInForce:
        """The period at this place; a year in brackets right behind it counts first."""
        behind = _IN_BRACKETS.match(self._sentence, end) if end is not None else None
        if behind:
            return self._year(_year(behind["year"]))
        before = bisect_right(self._steps, start, key=itemgetter(0))
        return self._steps[before - 1][1] if before else self._inherited

    def is_last(self, year: int) -> bool:
        """Whether this is the last full year."""
        return year == self._last_year

    def hands_on(self) -> PeriodInForce:
        """What the next sentence of the paragraph inherits: the period that this one opens with."""
        spans = [span for _, span in self._steps]
        periods = {span.period for span in spans}
        if not spans or Period.MANY in periods or _FOUNDING.search(self._sentence):
            return self._inherited
        if any(span.period is Period.LAST and span.explicit for span in spans):
            return PeriodInForce(Period.LAST, explicit=True, year=self._last_year)
        return PeriodInForce(spans[0].period, year=spans[0].year) if self._opens(periods) else self._inherited

    def _opens(self, periods: set[Period]) -> bool:
        """Whether the sentence opens with its one period, and not with one that it compares."""
        early = self._steps[0][0] <= _OPENING
        return early and len(periods) == 1 and self._marks[0].kind not in ("compared", "previous")

    def _year(self, year: int) -> PeriodInForce:
        return PeriodInForce(Period.LAST if year == self._last_year else Period.OTHER, explicit=True, year=year)

    def _walk(self) -> list[tuple[int, PeriodInForce]]:
        """From which place on which period holds."""
        steps: list[tuple[int, PeriodInForce]] = []
        span, before = self._inherited, self._inherited
        planned_at: int | None = None
        for mark in self._marks:
            if mark.kind == "compared":
                before, span = span, PeriodInForce(Period.OTHER, explicit=True)
            elif mark.kind == "resumes":
                span = before
            elif mark.kind == "plan":
                planned_at, span = mark.start, PeriodInForce(Period.PLAN, explicit=True)
            elif planned_at is not None and not self._leaves_plan(mark, planned_at):
                continue
            else:
                planned_at = None
                span = self._next(mark, span)
            steps.append((mark.start, span))
        return steps

    def _leaves_plan(self, mark: _PeriodMark, planned_at: int) -> bool:
        """A plan ends where a later clause names the last year, or says what was really done."""
        if mark.kind == "done":
            return True
        return mark.kind == "year" and mark.year == self._last_year and "，" in self._sentence[planned_at : mark.start]

    def _next(self, mark: _PeriodMark, span: PeriodInForce) -> PeriodInForce:
        """The period after this mark."""
        year = span.year or self._inherited.year
        if mark.kind == "year" and mark.year is not None:
            return self._year(mark.year)
        if mark.kind == "previous":
            return self._year((year or self._last_year + 1) - 1)
        if mark.kind in ("annual", "done"):
            return self._year(year) if year else PeriodInForce(Period.LAST, explicit=mark.kind == "annual")
        periods = {"event": Period.EVENT, "many": Period.MANY, "now": Period.OTHER}
        return PeriodInForce(periods[mark.kind], explicit=True, year=year)


def heading_span(heading: str, last_year: int) -> PeriodInForce | None:
    """The period that a heading sets for what stands below it; None where it sets none."""
    known = words()
    if known.has("plan_headings", heading) and not known.has("done_headings", heading):
        return PeriodInForce(Period.PLAN)
    years = {_year(text) for text in re.findall(_YEAR, heading)}
    if len(years) != 1:
        return None
    year = years.pop()
    return PeriodInForce(Period.LAST if year == last_year else Period.OTHER, explicit=True, year=year)


def years_before(text: str) -> list[int]:
    """The years of a list such as 2024年、2025年 at the end of the text; several, or none."""
    match = re.search(rf"((?:(?:{_YEAR_TEXT})年?度?[、和及与]?){{2,}})(?:年?度?)?$", text)
    return [_year(year) for year in re.findall(_YEAR_TEXT, match[1])] if match else []


def _year(text: str) -> int:
    return int("".join("2" if sign == "二" else _HANZI_YEAR.get(sign, sign) for sign in text))


def _marks(sentence: str) -> list[_PeriodMark]:
    """The marks of a sentence, left to right; a mark inside another is not counted."""
    marks = [_PeriodMark(match.start(), "plan") for match in words().groups["plan"].finditer(sentence)]
    covered = bytearray(len(sentence))
    for kind, pattern in _patterns():
        for match in pattern.finditer(sentence):
            start, end = match.span()
            if any(covered[start:end]):
                continue
            covered[start:end] = b"\1" * (end - start)
            marks += _marks_of(kind, match, sentence)
    return _unfounded(sorted(marks, key=lambda mark: mark.start))


def _marks_of(kind: str, match: re.Match[str], sentence: str) -> Iterator[_PeriodMark]:
    """The mark that a word sets; behind what is compared the sentence goes on where it was."""
    if kind == "whole_year":
        return
    yield _PeriodMark(match.start(), kind, _year(match[0]) if kind == "year" else None)
    resumed = _RESUMES.search(sentence, match.end()) if kind == "compared" else None
    if resumed:
        yield _PeriodMark(resumed.start(), "resumes")


def _unfounded(marks: list[_PeriodMark]) -> list[_PeriodMark]:
    """The marks without those that a following mark of the same place repeats."""
    return [mark for mark, after in pairwise([*marks, _PeriodMark(-1, "end")]) if mark.start != after.start]


@functools.cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    """What sets a period, the word that covers others first."""
    groups = words().groups
    return [
        ("compared", re.compile(_COMPARED)),
        ("many", re.compile(_SPAN)),
        ("many", groups["time.many"]),
        ("whole_year", re.compile(_WHOLE_YEAR)),
        ("year", re.compile(_YEAR)),
        ("annual", groups["time.annual"]),
        ("previous", groups["time.previous"]),
        ("event", re.compile(_MONTH)),
        ("event", groups["time.event"]),
        ("now", groups["time.now"]),
        ("done", groups["time.done"]),
    ]
