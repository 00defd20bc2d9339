"""What is in one dossier: from its documents to everything that validators are given.

The way of a dossier, one stage a folder: what each document says (``form``, ``lists``, ``content``), which paper is
which (``papers``), which form and lists count (``choose``, ``counted``), what may be believed of them (``trust``),
what a clerk corrected (``clerk``), and the figures that all of it states.

In:     the documents that could be read and the record of every file; the as-of date.
Out:    ``Contents``, which is all that validators are given.
Raises: RulebookError where a form file under data/forms/ is faulty; nothing about the dossier itself.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from extractors.choose import best_form, preferred
from extractors.clerk.paper_overrides import files_of, name_papers
from extractors.clerk.value_overrides import Corrected, lay_over, lay_over_figures, marked
from extractors.content.lines import Text, texts_of
from extractors.content.tables import grids
from extractors.counted import Counted, counted_of
from extractors.form.figures import form_figures
from extractors.form.growth_rates import growth_figures
from extractors.form.own_measures import own_measures
from extractors.form.quotients import quotient_figures
from extractors.form.read import FilledForm, read_form, titles_in
from extractors.form.reckoning import reckoning_day
from extractors.form.size_class import size_class
from extractors.lists.figures import roster_figures
from extractors.lists.find import listings
from extractors.lists.listing import Listing
from extractors.lists.no_enterprises import no_enterprises
from extractors.lists.own_counts import own_counts
from extractors.papers.counted_papers import counted_papers
from extractors.papers.of_dossier import find_papers
from extractors.papers.paper_figures import paper_figures
from extractors.papers.programmes import programmes
from extractors.papers.recognise import recognise
from extractors.papers.sightings import sightings
from extractors.papers.superseded import latest
from extractors.papers.terms import with_term
from extractors.papers.with_facts import with_facts
from extractors.reading import DocumentReading
from extractors.stated import figure as of_person
from extractors.trust import doubts as doubt
from extractors.trust.comments import comments_in
from extractors.values.text import unspaced
from extractors.versions.replaced import of_replaced, replaced_files
from extractors.vocabulary.blank_forms import load_forms
from schemas.application import Entry, application_frame
from schemas.clerk_input import NOTHING_TOLD, ClerkInput
from schemas.data_files import data_folder
from schemas.days.reckoning import ReckoningDay
from schemas.document import Document
from schemas.dossier import Contents, FormSeen, ReadDossier
from schemas.figures import Figure, figures_frame
from schemas.forms import FormSpec
from schemas.locator import Locator
from schemas.papers import Paper
from schemas.tables import Row, list_frame


@dataclass(frozen=True, slots=True)
class CurrentDossier:
    """The dossier with what was handed in last, and what each of its documents says."""

    dossier: ReadDossier
    readings: Sequence[DocumentReading]


@functools.cache
def blank_forms() -> Mapping[str, FormSpec]:
    """The blank forms of data/forms/."""
    return load_forms(data_folder() / "forms")


def extract(
    dossier: ReadDossier,
    as_of: date,
    more_forms: Mapping[str, FormSpec] | None = None,
    clerk: ClerkInput = NOTHING_TOLD,
) -> Contents:
    """Everything that was read in one dossier. ``more_forms`` are those of a rulebook of the user's own.

    What the ``clerk`` said takes the place of what was read before anything is worked out from it.
    """
    forms = {**blank_forms(), **(more_forms or {})}
    hashes = {file.path: file.sha256 for file in dossier.files}
    current = _as_it_stands(dossier, forms)
    readings = current.readings
    found = find_papers(readings, current.dossier.files, forms)
    named = name_papers(clerk.namings, *found, readings, hashes)
    told = files_of(clerk.namings, named.amended)
    form = best_form(preferred(readings, told, "application_form"))
    reckoned = _reckoned(dossier, form, clerk, hashes, as_of)
    papers = [_with_term(with_facts(paper, readings, reckoned.day)) for paper in named.papers]
    stated = _stated_in_papers(papers, readings, reckoned.day)
    counted = counted_of(readings, form, told, stated, reckoned.day.year - 1)
    corrected = lay_over(clerk.corrections, counted.entries, counted.rows, hashes, form.place if form else None)
    of_round = _of_round(dossier.platform_type)
    of_papers = counted_papers([paper for paper, _ in papers], reckoned.day)
    figures = _distinct([*_counted_figures(counted, corrected, reckoned.day), *stated, *of_papers, *of_round])
    figures, on_figures = lay_over_figures(clerk.corrections, figures, hashes)
    figures = _distinct([*figures, *growth_figures(figures, corrected.rows, reckoned.day)])
    figures = _distinct([*figures, *quotient_figures(figures)])
    figures = _distinct([*figures, *size_class({entry.key: entry for entry in corrected.entries}, figures)])
    return replace(
        _contents(current, counted, corrected, papers, figures),
        unidentified=tuple(named.unidentified),
        amended=(*corrected.amended, *on_figures, *named.amended),
        reckoned=reckoned,
        sightings=tuple(sightings(papers)),
    )


def _with_term(item: tuple[Paper, list[Text]]) -> tuple[Paper, list[Text]]:
    paper, lines = item
    term = with_term(paper, lines)
    return (replace(paper, facts={**paper.facts, **term}), lines) if term else item


def _as_it_stands(dossier: ReadDossier, forms: Mapping[str, FormSpec]) -> CurrentDossier:
    """The dossier without the papers of an earlier round that were handed in anew; what lost none is not read again."""
    readings = [read_document(document, forms) for document in dossier.documents]
    if not dossier.earlier:
        return CurrentDossier(dossier, readings)
    papers, _ = find_papers(readings, dossier.files, forms)
    standing = latest(dossier, [paper for paper, _ in papers])
    known = {id(reading.document): reading for reading in readings}
    return CurrentDossier(standing, [known.get(id(one)) or read_document(one, forms) for one in standing.documents])


def _stated_in_papers(
    papers: Sequence[tuple[Paper, list[Text]]], readings: Sequence[DocumentReading], as_of: date
) -> list[Figure]:
    """The figures of the papers, doubted where the name looks misread or the file calls itself replaced."""
    stated = paper_figures(papers, readings, as_of)
    replaced = replaced_files(readings)
    return [of_replaced(doubt.of_name(figure, stated), replaced) for figure in stated]


def _reckoned(
    dossier: ReadDossier, form: FilledForm | None, clerk: ClerkInput, hashes: Mapping[str, str], as_of: date
) -> ReckoningDay:
    """The day of reckoning, by the form's cover as the clerk reads it."""
    entries, place = (form.entries, form.place) if form else ((), None)
    corrected = lay_over(clerk.corrections, [*entries], {}, hashes, place)
    return reckoning_day(dossier.received, corrected.entries, as_of)


def _of_round(platform_type: str) -> list[Figure]:
    """The kind of platform where a person entered it; it stands in no file of the dossier."""
    return [of_person("platform_type", "round", platform_type, platform_type, ())] if platform_type else []


def read_document(document: Document, forms: Mapping[str, FormSpec]) -> DocumentReading:
    """Everything that one document says by itself."""
    lines = texts_of(document)
    tables = grids(document)
    return DocumentReading(
        document=document,
        lines=lines,
        grids=tables,
        listings=listings(tables),
        form=read_form(document, tables, forms),
        titles=titles_in(document, forms),
        papers=recognise(document, lines),
    )


def _counted_figures(counted: Counted, corrected: Corrected, as_of: date) -> list[Figure]:
    """What the form and the lists state as the clerk reads them; what changed has beside it what was read."""

    def stated(entries: Sequence[Entry], rows: Mapping[str, Sequence[Row]]) -> list[Figure]:
        return [
            *form_figures(by_key := {entry.key: entry for entry in entries}, rows, as_of),
            *own_measures(by_key),
            *(doubt.of_count(one, rows, counted.list_doubts) for one in roster_figures(rows, counted.listings)),
            *(doubt.of_count(one, rows, counted.list_doubts) for one in own_counts(rows)),
        ]

    figures = stated(corrected.entries, corrected.rows)
    applied = any(one.applied for one in corrected.amended)
    return marked(figures, stated(counted.entries, counted.rows)) if applied else figures


def _distinct(figures: Sequence[Figure]) -> list[Figure]:
    """Each figure once: a copy of the audit report states nothing new."""
    seen: dict[tuple[object, ...], Figure] = {}
    for figure in figures:
        seen.setdefault((figure.measure, figure.source, str(figure.value), figure.reading), figure)
    return list(seen.values())


def _contents(
    current: CurrentDossier,
    counted: Counted,
    corrected: Corrected,
    papers: Sequence[tuple[Paper, list[Text]]],
    figures: Sequence[Figure],
) -> Contents:
    dossier, readings = current.dossier, current.readings
    return Contents(
        id=dossier.id,
        applicant=_applicant(corrected.entries, figures),
        files=tuple(dossier.files),
        papers=tuple(paper for paper, _ in papers),
        form=_form_seen(counted.form, readings),
        application=application_frame(corrected.entries),
        tables={name: list_frame(name, listed) for name, listed in corrected.rows.items()},
        table_places={name: parts[0].place for name, parts in counted.listings.items()},
        list_doubts=counted.list_doubts,
        no_enterprises=no_enterprises(corrected.rows.get("enterprises", ())),
        versions=counted.versions,
        comments=comments_in([one.document for one in readings], corrected.entries, corrected.rows),
        figures=figures_frame(figures),
        passages=tuple(_passages(readings)),
        narrative=_narrative(papers),
        unread_heads={name: _unknown_heads(parts) for name, parts in counted.listings.items()},
        programmes=programmes(readings),
    )


def _applicant(entries: Sequence[Entry], figures: Sequence[Figure]) -> str:
    """The applicant's name: from the form, else as most papers have it."""
    stated = next((str(entry.value) for entry in entries if entry.key == "applicant_name" and entry.value), "")
    names = [str(one.value) for one in figures if one.measure == "applicant_name"]
    return stated or (max(names, key=names.count) if names else "")


def _form_seen(form: FilledForm | None, readings: Sequence[DocumentReading]) -> FormSeen:
    titles: dict[str, tuple[Locator, ...]] = {}
    for reading in readings:
        for name, places in reading.titles.items():
            titles[name] = (*titles.get(name, ()), *places)
    if form is None:
        return FormSeen("", titles)
    return FormSeen(form.form, titles, form.missing_labels, form.place)


def _passages(readings: Sequence[DocumentReading]) -> Iterable[Locator]:
    """Every line of running text of the dossier, however short, for the passages that judgements quote."""
    for reading in readings:
        for line in reading.lines:
            if line.row is None and line.text.strip():
                yield line.place.quoting(line.text)


def _narrative(papers: Sequence[tuple[Paper, list[Text]]]) -> str:
    """The prose of the application report."""
    texts = [
        unspaced(line.text)
        for paper, lines in papers
        if paper.kind == "application_report"
        for line in lines
        if line.row is None and len(unspaced(line.text)) >= 20
    ]
    return "\n".join(dict.fromkeys(texts))


def _unknown_heads(parts: Sequence[Listing]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(head for part in parts for head in part.unknown))
