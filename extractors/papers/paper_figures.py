"""Which figures do the papers of a dossier state: their facts, their statements, the report's prose?

In:     the papers with their lines and facts; the documents they stand in; the day of reckoning.
Out:    the figures, each with its place.
Raises: nothing. A paper that cannot be read states nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from extractors.content.lines import Text
from extractors.narrative.figures import prose_figures
from extractors.papers.figures import fact_figures
from extractors.papers.holders import holder_figures
from extractors.papers.titled_enterprises import titled_figures
from extractors.papers.with_facts import passages_of, tables_in
from extractors.reading import DocumentReading
from extractors.statements.figures import statement_figures
from extractors.vocabulary.facts import words
from schemas.figures import Figure
from schemas.papers import Paper
from schemas.trust import Doubt

STATEMENTS = ("audit_report", "special_audit_report", "financial_statements")


def paper_figures(
    papers: Sequence[tuple[Paper, list[Text]]], readings: Sequence[DocumentReading], as_of: date
) -> list[Figure]:
    """Everything that the papers state, paper by paper."""
    return [
        replace(figure, by=words().called.get(paper.kind, ""))
        for paper, lines in papers
        if lines and Doubt.NAMED_ONLY not in paper.doubts
        for figure in _of_paper(paper, lines, readings, as_of)
    ]


def _of_paper(paper: Paper, lines: list[Text], readings: Sequence[DocumentReading], as_of: date) -> Iterator[Figure]:
    yield from fact_figures(paper.kind, paper.facts, as_of)
    yield from holder_figures(paper)
    if paper.kind in STATEMENTS:
        reading = next((reading for reading in readings if reading.document.path == paper.file), None)
        if reading is not None:
            first, last = paper.pages or (1, len(reading.document.pages))
            yield from statement_figures(reading.document, reading.grids, range(first, last + 1), paper.kind, as_of)
    if paper.kind == "application_report":
        yield from prose_figures(passages_of(lines), as_of)
    if paper.kind == "titled_enterprise_proof":
        yield from titled_figures(passages_of(lines), tables_in(paper, lines, readings), as_of)
