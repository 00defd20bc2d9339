"""How many papers of a kind lie in the dossier, where a rulebook asks for a number of them?

In:     the papers.
Out:    figures of the source papers. They are a lower bound: one file may hold several.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from extractors.stated import figure
from schemas.figures import Figure
from schemas.papers import Paper
from schemas.regulation.own_words import spoken_words
from schemas.regulation.recipes import CountedPapers
from schemas.trust import Doubt

_LASTING = "长期"
_LOWER = frozenset({Doubt.LOWER_BOUND})
UNTOLD = "未能读出有效期的也计入"
UNTOLD_OTHERWISE = "未能读出级别或年份的也计入"


def counted_papers(papers: Sequence[Paper], day: date) -> Iterator[Figure]:
    """The number of papers of each measure that the rulebook in hand counts so."""
    for measure in spoken_words().measures:
        if measure.papers is None:
            continue
        held = [paper for paper in papers if paper.kind in measure.papers.kinds and paper.shown]
        told = [(paper, _counts(paper, measure.papers, day)) for paper in held]
        surely = [paper for paper, holds in told if holds]
        possibly = [paper for paper, holds in told if holds is not False]
        untold = UNTOLD_OTHERWISE if measure.papers.levels or measure.papers.within else UNTOLD
        for reading, chosen in (("", surely), (untold, possibly)):
            if held and (not reading or len(chosen) > len(surely)):
                places = [paper.evidence for paper in chosen or held]
                count = Decimal(len(chosen))
                yield figure(measure.id, "papers", count, f"{count}份", places, reading=reading, doubts=_LOWER)


def _counts(paper: Paper, asked: CountedPapers, day: date) -> bool | None:
    """Whether the paper is one of those that are counted; None where what is asked of it was not read."""
    told = [
        *([_holds(paper, day)] if asked.valid else []),
        *([_of_level(paper, asked.levels)] if asked.levels else []),
        *([_of_late(paper, asked.within, day)] if asked.within else []),
    ]
    return False if False in told else None if None in told else True


def _of_level(paper: Paper, levels: Sequence[str]) -> bool | None:
    fact = paper.facts.get("issuer_level")
    return None if fact is None else fact.value in levels


def _of_late(paper: Paper, within: int, day: date) -> bool | None:
    """Whether it was given in the last so many years; of a year alone that is partly so long ago, it cannot be told."""
    fact = paper.facts.get("given_on")
    if fact is None:
        return None
    first = f"{day.year - within:04d}-{day.month:02d}-{day.day:02d}"
    given = fact.value
    if len(given) == len("2025") and given == first[:4]:
        return None
    return given >= first[: len(given)]


def _holds(paper: Paper, day: date) -> bool | None:
    """Whether it holds on the day; None where its term was not read."""
    until = paper.facts["holds_until"].value if "holds_until" in paper.facts else ""
    if until == _LASTING:
        return True
    return None if len(until) < len("2026-03-15") else until >= day.isoformat()
