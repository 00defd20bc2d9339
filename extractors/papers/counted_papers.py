"""How many papers of a kind lie in the dossier, where a rulebook asks for a number of them?

In:     the papers.
Out:    figures of the source papers. They are a lower bound: one file may hold several, and none proves that there are no more.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractors.stated import figure
from schemas.figures import Figure
from schemas.papers import Paper
from schemas.regulation.own_words import spoken_words
from schemas.trust import Doubt

_LOWER = frozenset({Doubt.LOWER_BOUND})


def counted_papers(papers: Sequence[Paper]) -> Iterator[Figure]:
    """The number of papers of each measure that the rulebook in hand counts so."""
    for measure in spoken_words().measures:
        if measure.papers is None:
            continue
        held = [paper for paper in papers if paper.kind in measure.papers.kinds and paper.shown]
        if held:
            places = [paper.evidence for paper in held]
            yield figure(measure.id, "papers", Decimal(len(held)), f"{len(held)}份", places, doubts=_LOWER)
