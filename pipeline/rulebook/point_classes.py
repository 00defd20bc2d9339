"""Into which classes does a clause divide its points, with how many for each? 5%以上（20分）, 300万元以上得15分."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipeline.rulebook.articles import unmarked

_POINTS = r"\d+(?:\.\d+)?"
_LETTERED = re.compile(
    rf"(?:^|(?<=\)))(?:\d+[.、])?[A-Z][.、](?P<says>[^()]*(?:\((?:不?含)(?:本数)?\)[^()]*)*)\((?P<points>{_POINTS})分\)"
)
_SAID = re.compile(
    rf"(?P<says>[^;。]{{1,200}}?)(?:的)?,?(?:(?:得|计|赋|记|加)(?P<points>{_POINTS})分|\((?P<bracketed>{_POINTS})分\)|不得分|不计分)"
    r"(?=[,;。、]|$)"
)
_HEAD = re.compile(rf"(?P<title>[^():]{{2,40}}?)(?:\((?:满分|共|最高|权重)?(?P<most>{_POINTS})分\)|:|$)")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class StatedClass:
    """One class as the clause says it, and its points."""

    says: str
    points: Decimal


@dataclass(frozen=True, slots=True)
class ScoredClause:
    """A clause that gives points: what it is headed, the most it may give (None where it does not say), its classes."""

    title: str
    most: Decimal | None
    classes: tuple[StatedClass, ...]


def scored_clause(text: str) -> ScoredClause | None:
    """The clause, from its text without white space; None where it divides no points."""
    bare = unmarked(text)
    head = _HEAD.match(bare)
    if head is None:
        return None
    classes = tuple(_lettered(text)) or tuple(_said(bare[head.end() :]))
    if len(classes) < _FEWEST:
        return None
    most = None if head["most"] is None else Decimal(head["most"])
    return ScoredClause(head["title"], most, classes)


def open_clause(text: str) -> ScoredClause | None:
    """A clause that only says the most it may give (满分10分), from none to that; None where it says no most."""
    bare = unmarked(text)
    head = _HEAD.match(bare)
    if head is None or head["most"] is None:
        return None
    most = Decimal(head["most"])
    return ScoredClause(head["title"], most, (StatedClass("满分", most), StatedClass("不得分", Decimal(0))))


def _lettered(text: str) -> Iterator[StatedClass]:
    for match in _LETTERED.finditer(text):
        yield StatedClass(match["says"], Decimal(match["points"]))


def _said(text: str) -> Iterator[StatedClass]:
    for match in _SAID.finditer(text):
        points = match["points"] or match["bracketed"] or "0"
        yield StatedClass(match["says"].strip(",;、:"), Decimal(points))
