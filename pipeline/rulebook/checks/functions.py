"""Is each service function the one that its clause names, with its and, its or, and its branches?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pipeline.rulebook.articles import Regulation, UnspacedText
from pipeline.rulebook.checks.phrases import phrase, speaks_of_another
from pipeline.rulebook.checks.vocabulary import rule_words
from pipeline.rulebook.known_words import Problem
from pipeline.rulebook.parse import Parsed
from pipeline.rulebook.quantities import quantities
from schemas.measures import FUNCTION_TITLES, MEASURES
from schemas.rulebook import Condition, ServiceFunction

# 或 between two ways begins a clause; within one (《指南》或热线) it does not.
OR = re.compile(r"[,;。)]或")
BRANCH = re.compile(r"\(\d\)(?P<lead>[^,;。]{0,80}(?:主要|为主)[^,;。]{0,80})")


@dataclass(frozen=True, slots=True)
class _PlacedBound:
    """A bound of the function, the ways it belongs to, and where its number stands in the clause."""

    condition: Condition
    ways: frozenset[int]
    start: int
    end: int


def functions(parsed: Parsed, regulation: Regulation) -> Iterator[Problem]:
    """What is wrong with the functions, one by one."""
    rule = parsed.rulebook.functions
    seen: set[str] = set()
    for function in () if rule is None else rule.functions:
        line, piece = parsed.lines[function], regulation.piece(function.article)
        if function.id in seen:
            yield Problem(line, f"功能“{function.id}”写了两次")
        seen.add(function.id)
        if piece is not None:
            yield from (Problem(line, message) for message in _name(function, piece))
            placed = _placed(function, piece)
            yield from (Problem(line, message) for message in _ways(function, placed, piece))
            for one in placed:
                yield from (Problem(parsed.lines[one.condition], message) for message in _branch(one, piece))


def _name(function: ServiceFunction, piece: UnspacedText) -> Iterator[str]:
    words = rule_words().functions
    own = words.get(function.id)
    if own is None or own.search(piece.text) or (function.title and function.title in piece.text):
        return
    others = [FUNCTION_TITLES[name] for name, pattern in words.items() if pattern.search(piece.text)]
    if others:
        yield f"{function.article}说的是{'、'.join(others)}，不是{FUNCTION_TITLES[function.id]}"


def _placed(function: ServiceFunction, piece: UnspacedText) -> list[_PlacedBound]:
    found = []
    for condition in dict.fromkeys(one for path in function.paths for one in path):
        ways = frozenset(at for at, path in enumerate(function.paths) if condition in path)
        unit = MEASURES[condition.measure].unit if condition.measure in MEASURES else ""
        for one in quantities(piece.text):
            same = one.value == condition.at_least and one.unit == unit
            if same and not speaks_of_another(phrase(piece.text, one), condition.measure):
                found.append(_PlacedBound(condition, ways, one.start, one.end))
                break
    return sorted(found, key=lambda one: one.start)


def _ways(function: ServiceFunction, placed: list[_PlacedBound], piece: UnspacedText) -> Iterator[str]:
    """或 between two numbers parts two ways; without it both belong to one."""
    for one, other in pairwise(placed):
        between = piece.text[one.end : other.start]
        together = bool(one.ways & other.ways)
        both = f"“{_words(one, piece)}”和“{_words(other, piece)}”"
        if OR.search(between) and together:
            yield f"{function.article}在{both}之间写的是“或”，应分在 any_of 的两组里"
        elif not OR.search(between) and not together:
            yield f"{function.article}的{both}要同时达到，应写在同一组里（all_of）"


def _words(placed: _PlacedBound, piece: UnspacedText) -> str:
    return next(phrase(piece.text, one) for one in quantities(piece.text) if one.start == placed.start)


def _branch(placed: _PlacedBound, piece: UnspacedText) -> Iterator[str]:
    """A number inside (1) 主要开展……的 holds for those alone, and needs its ``when``."""
    leads = [match["lead"] for match in BRANCH.finditer(piece.text, 0, placed.start)]
    given = placed.condition.when
    if not leads:
        if given is not None:
            yield f"{placed.condition.article}的这项要求不分情形，请删去 when"
        return
    wanted = [name for name, words in rule_words().focus.items() if words.search(leads[-1])]
    if wanted and (given is None or given[1] not in wanted):
        how = f"when: {{function.training.focus: {wanted[0]}}}"
        yield f"{placed.condition.article}的这项要求只对“{leads[-1]}”的，请写 {how}"
