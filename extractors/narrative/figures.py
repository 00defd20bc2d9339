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
from extractors.narrative.measures import MeasuredQuantity, Scope, function_named, read, scopes
from extractors.narrative.periods import INHERITED, Clock, Period, PeriodInForce, heading_span
from extractors.narrative.quantities import quantities, squeezed
from extractors.stated import figure
from extractors.values.numbering import Rank, numbering, unnumbered
from extractors.vocabulary.narrative import words
from schemas.figures import Figure
from schemas.locator import Locator
from schemas.trust import NONE, Doubt

Passage = tuple[str, Locator]

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
        self.levels = {above: kept for above, kept in self.levels.items() if above < level}
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
    squeezed: str
    place: Locator
    clock: Clock
    topic: str | None


def prose_figures(passages: Sequence[Passage], as_of: date) -> list[Figure]:
    """The figures of the year before the as-of date, in the order of the text."""
    found: list[Figure] = []
    for statement in _statements(passages, as_of.year - 1):
        found += _figures(statement)
        found += claim_figures(statement.text, statement.squeezed, statement.place, statement.clock)
    return found


def _statements(passages: Sequence[Passage], last_year: int) -> Iterator[ReportSentence]:
    """Every sentence below its headings; a heading is no statement."""
    section = _Section()
    for raw, place in passages:
        text = _ASIDE.sub(lambda aside: aside[0] if str(last_year) in aside[0] else "", raw)
        line = squeezed(text)
        if _is_heading(line):
            section.enter(line, last_year)
            # A short line may still say which functions are applied for (平台类型：综合性平台).
            yield ReportSentence(text.strip(), line, place, Clock(line, section.span, last_year), section.topic)
            continue
        yield from _sentences(text, place, section, last_year)


def _sentences(text: str, place: Locator, section: _Section, last_year: int) -> Iterator[ReportSentence]:
    """The sentences of one paragraph; each hands its year and its topic on to the next."""
    span, topic = section.span, section.topic
    for match in _SENTENCE.finditer(text):
        sentence = squeezed(match[0])
        clock = Clock(sentence, span, last_year)
        topic = _lead_in(sentence) or topic
        yield ReportSentence(match[0].strip(), sentence, place, clock, topic)
        if section.span.period is not Period.PLAN:
            span = clock.hands_on()


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
    if known.has("case_words", statement.squeezed) or known.has("rule", statement.squeezed):
        return []
    found = quantities(statement.squeezed)
    readings, settled = apportioned(statement.squeezed, found, statement.clock)
    for scope in scopes(statement.squeezed, found, statement.topic):
        reading = None if scope.quantity in settled else read(scope)
        if reading and _of_last_year(scope, statement.clock):
            readings.append(reading)
    measures = dict.fromkeys(reading.measure for reading in readings)
    return [
        _figure(reading, statement)
        for name in measures
        for reading in _whole(statement, [reading for reading in readings if reading.measure == name])
    ]


def _of_last_year(scope: Scope, clock: Clock) -> bool:
    """Whether the quantity is of the last full year; 累计 without a year may reach back far."""
    span = clock.at(scope.quantity.start, scope.quantity.end)
    if span.period is not Period.LAST:
        return False
    # 不少于 without a year may be a promise (公益性服务不少于 20%).
    return span.explicit or not (_PROMISES.search(scope.left) or scope.quantity.value <= 1)


def _whole(statement: ReportSentence, readings: list[MeasuredQuantity]) -> list[MeasuredQuantity]:
    """What one sentence says of one measure in all: its total, else the sum or the largest of its parts."""
    first = readings[0]
    readings = [
        reading
        for reading in readings
        if "其中" not in statement.squeezed[first.quantity.end : max(reading.quantity.start, first.quantity.end)]
    ]
    totals = {reading.value: reading for reading in readings if reading.total and not reading.part}
    if totals:
        return list(totals.values()) if len(totals) == 1 else []
    values = [reading.value for reading in readings]
    if len(set(values)) == 1 and len({reading.part for reading in readings}) == 1:
        return [replace(first, floor=first.floor or bool(first.part))]
    if first.measure in _OVERLAPPING:
        return [replace(first, value=max(values), floor=True)]
    if first.measure.endswith("training_hours"):
        # Averages of different people do not add up: each stands.
        return readings
    both = {reading.part for reading in readings} == {"online", "offline"} and len(readings) == 2
    floor = not both or any(reading.floor for reading in readings)
    return [replace(first, value=sum(values, Decimal(0)), floor=floor)]


def _figure(reading: MeasuredQuantity, statement: ReportSentence) -> Figure:
    limits = frozenset({Doubt.LOWER_BOUND}) if reading.floor else NONE
    place = statement.place.quoting(statement.text)
    return figure(reading.measure, "narrative", reading.value, statement.text, [place], doubts=limits)
