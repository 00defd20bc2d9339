"""Which words say more than 大专, and which grades of skill are there (data/vocabulary/levels.yaml)?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from schemas.data_files import vocabulary_file
from schemas.strict_yaml import Marked

LOWEST = "大专"


@dataclass(frozen=True, slots=True)
class LevelSteps:
    """Step → the words that reach it (those of later steps too), and those that may."""

    education: Mapping[str, frozenset[str]]
    open: Mapping[str, frozenset[str]]
    skills: Mapping[str, frozenset[str]]


@cache
def level_steps() -> LevelSteps:
    """The vocabulary, read once."""
    fields = vocabulary_file("levels").fields("education open skills")
    return LevelSteps(_upward(fields["education"]), _each(fields["open"]), _upward(fields["skills"]))


def _each(marked: Marked) -> dict[str, frozenset[str]]:
    return {step: frozenset(words.words()) for step, words in marked.pairs()}


def _upward(marked: Marked) -> dict[str, frozenset[str]]:
    """Each step with the words of all that are above it."""
    steps = list(_each(marked).items())
    return {step: frozenset().union(*(words for _, words in steps[at:])) for at, (step, _) in enumerate(steps)}
