"""Which single bounds does a rulebook set in all: of conditions, functions, ways, classes of points?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from schemas.regulation.conditions import Condition
from schemas.regulation.score import PointClass, ScoreItem
from schemas.rulebook import Rulebook


def asked_of(rulebook: Rulebook) -> tuple[Condition, ...]:
    """Every bound by itself: those of one of several ways too, and what the best class of each item asks."""
    functions = rulebook.every_function()
    inner = tuple(one for each in functions for path in each.paths for one in path)
    return (*(single for one in rulebook.conditions for single in singles_of(one)), *inner, *best_classes(rulebook))


def best_classes(rulebook: Rulebook) -> tuple[Condition, ...]:
    """What the class with the most points asks, of every item that a dossier can state something of."""
    items = () if rulebook.score is None else rulebook.score.items
    return tuple(one for item in items for one in asked_by(item, best_class(item)))


def best_class(item: ScoreItem) -> PointClass:
    """The class with the most points."""
    return max(item.classes, key=lambda one: one.points)


def asked_by(item: ScoreItem, one: PointClass) -> tuple[Condition, ...]:
    """The bounds of one class; none where only a person can tell it."""
    if item.by_person:
        return ()
    if one.stretch is None:
        return one.met
    low, high = one.stretch.low, one.stretch.high
    return (Condition(item.measure, item.article, one.says, at_least=low, at_most=high),)


def singles_of(one: Condition) -> Iterator[Condition]:
    """The condition; its ways, or its bounds, each as a condition of its own."""
    if one.any_of:
        yield from (member for way in one.any_of for member in way)
    elif one.bounds:
        yield from (replace(one, bounds=(), at_least=each.at_least, at_most=each.at_most) for each in one.bounds)
    else:
        yield one
