"""Which figures of the last full year does the prose of the application report state?

In:     paragraphs with their places, in order.
Out:    figures with source ``narrative``: what the functions ask for (activities, persons trained, money raised),
        shares, which functions are applied for. Plans, goals, other years and single events give none.
Raises: nothing. What the words leave open gives no figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from extractors.narrative.claims import claim_figures
from extractors.narrative.distribute import apportioned
from extractors.narrative.measures import MeasuredQuantity, read
from extractors.narrative.periods import INHERITED, Clock, Period, PeriodInForce, heading_span
from extractors.narrative.quantities import one_line, quantities
from extractors.narrative.scopes import Scope, function_named, scopes
from extractors.stated import figure
from extractors.values.numbering import Rank, numbering, unnumbered
from extractors.vocabulary.narrative import words
from schemas.figures import Figure
from schemas.locator import Locator
from schemas.trust import NONE, Doubt

Passage = tuple[str, Locator]

_LONGEST = 2_000
"""Characters of one sentence: how its words belong together takes time that grows with its square."""
_SENTENCE = re.compile(r"[^。；;！？!?]+[。；;！？!?]?")
_UNNUMBERED = len(Rank)
_HEADING_LENGTH = 45
_ASIDE = re.compile(
    r"[（(][^（）()]*(?:\d{4}\s*年|上年|去年|前年|同期|上一年|比|较)[^（）()]*\d\s*(?:余|多)?\s*"
    r"(?:人次|家次|场次|家|次|场|期|户|人|%|％|万元|亿元)[^（）()]*[）)]",
)
"""A bracket that sets another year's number beside the one stated: 8次（2024年为6次）."""
_PROMISES = re.compile(r"累计|不[低少]于|至少")
_OVERLAPPING = ("free_service_share", "titled_enterprises_served")
"""Parts of these may count the same enterprise or service twice, so that they do not add up."""
_LEAD_IN = re.compile(r"(?:在|[一二三四五六七八九]是)?(?P<topic>[^，。：:；]{2,14}?)(?:方面|领域|板块|工作中|[：:。])")


@dataclass(slots=True)
class _Section:
    """The headings that a paragraph stands under, outermost first."""

    levels: dict[int, tuple[PeriodInForce | None, str | None]] = field(default_factory=dict)

    def enter(self, heading: str, last_year: int) -> None:
        """Go under this heading; an unnumbered one below a plan stays a plan, unless it tells of what was done."""
        number = numbering(heading)
        level = number.rank if number is not None else _UNNUMBERED
        if level == _UNNUMBERED and words().has("done_headings", heading):
            self.levels.clear()
        self.levels = {above: setting for above, setting in self.levels.items() if above < level}
        titles, details = function_named(heading)
        named = titles or details
        self.levels[level] = heading_span(heading, last_year), named.pop() if len(named) == 1 else None

    @property
    def span(self) -> PeriodInForce:
        """The period that the headings set; a plan above makes all below a plan."""
        spans = [span for _, (span, _) in sorted(self.levels.items()) if span is not None]
        planned = [span for span in spans if span.period is Period.PLAN]
        return planned[0] if planned else spans[-1] if spans else INHERITED

    @property
    def topic(self) -> str | None:
        """The function that the innermost heading names."""
        topics = [topic for _, (_, topic) in sorted(self.levels.items()) if topic is not None]
        return topics[-1] if topics else None


@dataclass(frozen=True, slots=True)
class ReportSentence:
    """One sentence that states something of the last year, with what it inherits."""

    text: str
    line: str
    place: Locator
    clock: Clock
    topic: str | None


def prose_figures(passages: Sequence[Passage], as_of: date) -> list[Figure]:
    """The figures of the year before the as-of date, in the order of the text."""
    figures: list[Figure] = []
    for statement in _statements(passages, as_of.year - 1):
        figures += _figures(statement)
        figures += claim_figures(statement.text, statement.line, statement.place, statement.clock)
    return figures


def _statements(passages: Sequence[Passage], last_year: int) -> Iterator[ReportSentence]:
    """Every sentence below its headings; a heading is no statement."""
    section = _Section()
    for raw, place in passages:
        text = _ASIDE.sub(lambda aside: aside[0] if str(last_year) in aside[0] else "", raw)
        line = one_line(text)
        if _is_heading(line):
            section.enter(line, last_year)
            # A short line may still say which functions are applied for (平台类型：综合性平台).
            yield ReportSentence(text.strip(), line, place, Clock(line, section.span, last_year), section.topic)
            continue
        yield from _sentences(text, place, section, last_year)


def _sentences(text: str, place: Locator, section: _Section, last_year: int) -> Iterator[ReportSentence]:
    """The sentences of one paragraph; each hands its year and its topic on to the next."""
    span, topic = section.span, section.topic
    for said in _pieces(text):
        sentence = one_line(said)
        clock = Clock(sentence, span, last_year)
        topic = _lead_in(sentence) or topic
        yield ReportSentence(said.strip(), sentence, place, clock, topic)
        if section.span.period is not Period.PLAN:
            span = clock.hands_on()


def _pieces(text: str) -> Iterator[str]:
    """The sentences; one without end is taken by its clauses, and a clause without end says nothing."""
    for match in _SENTENCE.finditer(text):
        rest = match[0]
        while len(rest) > _LONGEST:
            cut = rest.rfind("，", 0, _LONGEST) + 1
            if not cut:
                break
            yield rest[:cut]
            rest = rest[cut:]
        else:
            yield rest


def _is_heading(line: str) -> bool:
    """Whether a paragraph is a heading: short, no full stop, and no count inside."""
    if not line or len(line) > _HEADING_LENGTH or re.search(r"[。；;！!？?，]$", line):
        return False
    counted = any(read(scope) for scope in scopes(line, quantities(line), None))
    return not counted and (numbering(line) is not None or "，" not in line)


def _lead_in(sentence: str) -> str | None:
    """The function that a lead-in names: 信息服务方面，…; 在培训领域，…; （1）技术服务：…"""
    match = _LEAD_IN.match(unnumbered(sentence))
    if not match:
        return None
    titles, details = function_named(match["topic"])
    short = words().shorts.get(re.sub(r"(?:服务)?(?:功能)?$", "", match["topic"]))
    named = titles or details or ({short} if short else set())
    return named.pop() if len(named) == 1 else None


def _figures(statement: ReportSentence) -> list[Figure]:
    """The figures of one sentence."""
    known = words()
    if known.has("case_words", statement.line) or known.has("rule", statement.line):
        return []
    by_measure: dict[str, list[MeasuredQuantity]] = {}
    for reading in _readings(statement):
        by_measure.setdefault(reading.measure, []).append(reading)
    return [_figure(whole, statement) for readings in by_measure.values() for whole in _whole(statement, readings)]


def _readings(statement: ReportSentence) -> list[MeasuredQuantity]:
    """The quantities of the last year that one sentence states, understood one by one."""
    counted = quantities(statement.line)
    readings, settled = apportioned(statement.line, counted, statement.clock)
    for scope in scopes(statement.line, counted, statement.topic):
        reading = None if scope.quantity in settled else read(scope)
        if reading and _of_last_year(scope, statement.clock):
            readings.append(reading)
    return readings


def _of_last_year(scope: Scope, clock: Clock) -> bool:
    """Whether the quantity is of the last full year; 累计 without a year may reach back far."""
    span = clock.at(scope.quantity.start, scope.quantity.end)
    if span.period is not Period.LAST:
        return False
    # 不少于 without a year may be a promise (公益性服务不少于 20%).
    return span.explicit or not (_PROMISES.search(scope.left) or scope.quantity.value <= 1)


def _whole(statement: ReportSentence, readings: list[MeasuredQuantity]) -> list[MeasuredQuantity]:
    """What one sentence says of one measure in all: its total, else the sum or the largest of its parts."""
    readings = _not_of_which(statement, readings)
    totals = {reading.value: reading for reading in readings if reading.total and not reading.part}
    if totals:
        return list(totals.values()) if len(totals) == 1 else []
    first, values = readings[0], [reading.value for reading in readings]
    if len({(reading.value, reading.part) for reading in readings}) == 1:
        return [replace(first, floor=first.floor or bool(first.part))]
    if first.measure in _OVERLAPPING:
        return [replace(first, value=max(values), floor=True)]
    if first.measure.endswith("training_hours"):
        # Averages of different people do not add up: each stands.
        return readings
    return [replace(first, value=sum(values, Decimal(0)), floor=_more_may_be(readings))]


def _not_of_which(statement: ReportSentence, readings: Sequence[MeasuredQuantity]) -> list[MeasuredQuantity]:
    """The readings without those that 其中 makes a part of the first one."""
    end = readings[0].quantity.end
    return [reading for reading in readings if "其中" not in statement.line[end : max(reading.quantity.start, end)]]


def _more_may_be(readings: Sequence[MeasuredQuantity]) -> bool:
    """Whether the sum of these parts may be less than the whole: only online and offline together are all."""
    both = len(readings) == 2 and {reading.part for reading in readings} == {"online", "offline"}
    return not both or any(reading.floor for reading in readings)


def _figure(reading: MeasuredQuantity, statement: ReportSentence) -> Figure:
    limits = frozenset({Doubt.LOWER_BOUND}) if reading.floor else NONE
    place = statement.place.quoting(statement.text)
    span = statement.clock.at(reading.quantity.start, reading.quantity.end)
    year = span.year if span.explicit else None
    return figure(reading.measure, "narrative", reading.value, statement.text, [place], doubts=limits, year=year)
