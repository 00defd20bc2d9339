"""Do two sentences speak of the same thing? The pairs of signs that they share, those too common left out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.rulebook.articles import plain
from pipeline.rulebook.checks.vocabulary import rule_words

# Signs that bind words and say nothing themselves.
_BINDS = frozenset("的和有要在与及等对以并应为其之或中由")
_SIGNS = re.compile(r"[\u4e00-\u9fff]+")


def pairs(text: str) -> frozenset[str]:
    """Every two neighbouring Chinese signs that say something."""
    found = (run[at : at + 2] for run in _SIGNS.findall(plain(text)) for at in range(len(run) - 1))
    return frozenset(pair for pair in found if not _BINDS & set(pair)) - rule_words().common


def signs(text: str) -> frozenset[str]:
    """The Chinese signs of the text."""
    return frozenset("".join(_SIGNS.findall(plain(text))))


def held(told: str, by: Iterable[str]) -> float:
    """How much of what is told, by its pairs of signs, the texts bear out: 0 to 1; 1 where nothing is told."""
    wanted = pairs(told)
    there = frozenset[str]().union(*(pairs(text) for text in by))
    return len(wanted & there) / len(wanted) if wanted else 1.0
