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
from schemas.trust import Doubt

_LASTING = "长期"
_LOWER = frozenset({Doubt.LOWER_BOUND})
UNTOLD = "未能读出有效期的也计入"


def counted_papers(papers: Sequence[Paper], day: date) -> Iterator[Figure]:
    """The number of papers of each measure that the rulebook in hand counts so."""
    for measure in spoken_words().measures:
        if measure.papers is None:
            continue
        held = [paper for paper in papers if paper.kind in measure.papers.kinds and paper.shown]
        told = [(paper, _holds(paper, day) if measure.papers.valid else True) for paper in held]
        surely = [paper for paper, holds in told if holds]
        possibly = [paper for paper, holds in told if holds is not False]
        for reading, chosen in (("", surely), (UNTOLD, possibly)):
            if held and (not reading or len(chosen) > len(surely)):
                places = [paper.evidence for paper in chosen or held]
                count = Decimal(len(chosen))
                yield figure(measure.id, "papers", count, f"{count}份", places, reading=reading, doubts=_LOWER)


def _holds(paper: Paper, day: date) -> bool | None:
    """Whether it holds on the day; None where its term was not read."""
    until = paper.facts["holds_until"].value if "holds_until" in paper.facts else ""
    if until == _LASTING:
        return True
    return None if len(until) < len("2026-03-15") else until >= day.isoformat()
