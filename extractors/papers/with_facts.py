"""Each paper with what it says of itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from extractors.content.lines import Text
from extractors.content.tables import Grid
from extractors.papers.bad_records import bad_records
from extractors.papers.bundled import bundled
from extractors.papers.facts import paper_facts
from extractors.papers.given_on import given_on
from extractors.papers.issuer_level import issuer_level
from extractors.reading import DocumentReading
from extractors.vocabulary.facts import words
from schemas.locator import Locator
from schemas.papers import Fact, Paper

_LICENCE = "licence"
"""The papers that say whose they are in one place (data/vocabulary/facts.yaml, groups)."""
_REVIEW = "review"
"""The forms that say something beside their blanks."""


def passages_of(lines: Sequence[Text]) -> list[tuple[str, Locator]]:
    """The running lines of a paper with their places; a blank line is none."""
    return [(line.text, line.place) for line in lines if line.row is None and line.text.strip()]


def with_facts(
    item: tuple[Paper, list[Text]], readings: Sequence[DocumentReading], as_of: date
) -> tuple[Paper, list[Text]]:
    """The paper with what it says of itself."""
    paper, lines = item
    if not lines:
        return _of_form(paper, readings, as_of), lines
    passages = [*passages_of(lines), *_margins(paper, readings)]
    facts = paper_facts(paper.kind, passages, tables_in(paper, lines, readings), as_of, _pieces(paper, readings))
    told = {**paper.facts, **facts, **dict(issuer_level(paper.kind, passages, facts)), **given_on(paper.kind, passages)}
    singles, records = bundled(paper.kind, lines), bad_records(paper.kind, lines)
    seen = _seen_at(paper, facts)
    title = paper.title or paper.evidence.text or ""
    return replace(paper, evidence=seen, title=title, facts=told, bundled=singles, records=records), lines


def _of_form(paper: Paper, readings: Sequence[DocumentReading], as_of: date) -> Paper:
    """A paper that was found as a form, with what stands beside its blanks; its lines belong to the form."""
    group = words().group(paper.kind)
    reading = next((reading for reading in readings if reading.document.path == paper.file), None)
    if group != _REVIEW or reading is None:
        return paper
    facts = paper_facts(paper.kind, passages_of(reading.lines), reading.grids, as_of)
    own = {key: fact for key, fact in facts.items() if key in words().labels[group]}
    return replace(paper, facts={**own, **paper.facts})


def _seen_at(paper: Paper, facts: Mapping[str, Fact]) -> Locator:
    """Where a person is shown the paper: a licence by the name on it, whatever was read first (its code, a corner)."""
    named = facts.get("subject") if words().group(paper.kind) == _LICENCE else None
    return named.evidence if named is not None else paper.evidence


def _margins(paper: Paper, readings: Sequence[DocumentReading]) -> list[tuple[str, Locator]]:
    """Headers and footers on the pages of a paper: a printed web page tells its day there."""
    reading = next((reading for reading in readings if reading.document.path == paper.file), None)
    if reading is None or paper.pages is None:
        return []
    first, last = paper.pages
    return [
        (line.text, reading.document.place(page, line))
        for page in reading.document.pages
        if first <= page.number <= last
        for line in page.furniture
    ]


def _pieces(paper: Paper, readings: Sequence[DocumentReading]) -> list[tuple[str, Locator]]:
    """The single lines of the pages of a paper, where they are cards; one page only, since places tell."""
    reading = next((reading for reading in readings if reading.document.path == paper.file), None)
    first, last = paper.pages or (1, 1)
    pages = [page for page in reading.document.pages if first <= page.number <= last and page.lines] if reading else []
    if reading is None or not pages:
        return []
    return [(line.text, reading.document.place(pages[0], line)) for line in pages[0].lines]


def tables_in(paper: Paper, lines: Sequence[Text], readings: Sequence[DocumentReading]) -> list[Grid]:
    """The tables of a paper: those that its own lines stand in."""
    reading = next((reading for reading in readings if reading.document.path == paper.file), None)
    if reading is None:
        return []
    positions = {line.place.position for line in lines if line.row is not None}
    return [
        grid
        for grid in reading.grids
        if any(spot is not None and spot.place.position in positions for row in grid.rows for spot in row)
    ]
