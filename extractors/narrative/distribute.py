"""Which number belongs to which item of a list: 信息、技术服务活动分别开展 8 次、6 次?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.narrative.measures import MeasuredQuantity, Scope, read
from extractors.narrative.periods import Clock, Period, years_before
from extractors.narrative.quantities import Quantity
from extractors.vocabulary.narrative import any_of, words

_JOINED = re.compile(r"[、，,和及与以]+")
_WORD = "分别"


def apportioned(sentence: str, found: Sequence[Quantity], clock: Clock) -> tuple[list[MeasuredQuantity], set[Quantity]]:
    """The readings of numbers that 分别 deals out, and every number so dealt out, understood or not."""
    readings: list[MeasuredQuantity] = []
    settled: set[Quantity] = set()
    for match in re.finditer(_WORD, sentence):
        run = _run(sentence, found, match.end())
        if len(run) < 2:
            continue
        settled |= set(run)
        subject = re.split(r"[。；]", sentence[: match.start()])[-1]
        readings += _dealt(subject, sentence[match.end() : run[0].start], run, clock)
    return readings, settled


def _run(sentence: str, found: Sequence[Quantity], start: int) -> list[Quantity]:
    """The numbers of one kind that follow, joined by nothing but commas and 和."""
    run: list[Quantity] = []
    for quantity in (quantity for quantity in found if quantity.start >= start):
        if run and (quantity.kind != run[0].kind or not _JOINED.fullmatch(sentence[run[-1].end : quantity.start])):
            break
        run.append(quantity)
    return run


def _dealt(subject: str, verb: str, run: Sequence[Quantity], clock: Clock) -> list[MeasuredQuantity]:
    """The readings of one run, by the list in its subject: years, functions, ways or people."""
    years = years_before(subject)
    if len(years) == len(run):
        return [
            reading
            for year, quantity in zip(years, run, strict=True)
            if clock.is_last(year) and (reading := read(_scope(quantity, subject + verb, None)))
        ]
    if any(clock.at(quantity.start, quantity.end).period is not Period.LAST for quantity in run):
        return []
    return _by_names(subject, verb, run)


def _by_names(subject: str, verb: str, run: Sequence[Quantity]) -> list[MeasuredQuantity]:
    """The readings where the subject lists as many functions, ways or kinds of people as there are numbers."""
    known = words()
    shorts = any_of([*known.titles, *known.shorts])
    for text in (subject, re.split("[，：]", subject)[-1], re.split("[，：]", subject)[0]):
        functions = list(dict.fromkeys(known.titles.get(m[0]) or known.shorts[m[0]] for m in shorts.finditer(text)))
        if len(functions) == len(run):
            titles = {function: title for title, function in known.titles.items()}
            lefts = [f"{titles[function]}活动{verb}" for function in functions]
            return _readings(lefts, run)
    for group in (("线上", "线下"), ("员工", "管理"), ("职工", "管理")):
        listed = sorted((word for word in group if word in subject), key=subject.index)
        if len(listed) == len(run):
            rest = re.sub("线上|线下|员工|职工|管理者|管理人员", "", subject)
            return _readings([f"{rest}{word}{'者' if word == '管理' else ''}{verb}" for word in listed], run)
    return []


def _readings(lefts: Sequence[str], run: Sequence[Quantity]) -> list[MeasuredQuantity]:
    made = (read(_scope(quantity, left, None)) for left, quantity in zip(lefts, run, strict=True))
    return [reading for reading in made if reading]


def _scope(quantity: Quantity, left: str, topic: str | None) -> Scope:
    return Scope(quantity, left=left, right="", lead=left, topic=topic)
