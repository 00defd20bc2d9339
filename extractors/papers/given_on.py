"""When was an award, a title or a recognition given that a paper tells of, where a rulebook asks it (years)?

In:     the lines of one paper.
Out:    the fact ``given_on``: the latest day that it names apart from a term, else the latest year.
Raises: nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors import values
from extractors.papers.fact_values import DATE
from extractors.values.text import comparable
from extractors.vocabulary.facts import words
from schemas.locator import Locator
from schemas.papers import Fact
from schemas.regulation.own_words import spoken_words

_YEAR = re.compile(r"(?<!\d)(20\d{2})年?(?:度)?")


def given_on(kind: str, passages: Sequence[tuple[str, Locator]]) -> dict[str, Fact]:
    """The fact; nothing where nobody asks for it."""
    if kind not in spoken_words().dated:
        return {}
    told = [(when, text, place) for text, place in passages for when in _when(comparable(text))]
    latest = max(told, key=lambda one: (len(one[0]) > len("2025"), one[0]), default=None)
    if latest is None:
        return {}
    when, text, place = latest
    return {"given_on": Fact(when, text.strip(), place.quoting(text.strip()))}


def _when(text: str) -> Iterator[str]:
    """The days of a line that speaks of no term; of one without a day its years."""
    if words().term.search(text):
        return
    days = [day for found in DATE.findall(text) if (day := values.iso_date(found))]
    yield from days or (match[1] for match in _YEAR.finditer(text))
