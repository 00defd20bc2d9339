"""What is in one dossier: forms, lists, papers, figures, put together from its documents.

In:     the documents that could be read and the record of every file; the as-of date.
Out:    ``Contents``, which is all that validators are given.
Raises: RulebookError where a form file under data/forms/ is faulty; nothing about the dossier itself.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from rapidfuzz.distance import Levenshtein

from extractors.choose import best_form, is_loose
from extractors.clerk.paper_overrides import files_of, name_papers
from extractors.clerk.value_overrides import lay_over, lay_over_figures, marked
from extractors.content.lines import Text, texts_of
from extractors.content.tables import grids, squeezed
from extractors.form.figures import form_figures
from extractors.form.read import FilledForm, read_form, titles_in
from extractors.lists.figures import roster_figures
from extractors.lists.find import listings
from extractors.lists.listing import Listing
from extractors.narrative.figures import prose_figures
from extractors.papers.facts import fact_figures, titled_figures
from extractors.papers.of_dossier import LIST_PAPERS, find_papers
from extractors.papers.programmes import programmes
from extractors.papers.recognise import recognise
from extractors.papers.with_facts import passages_of, tables_in, with_facts
from extractors.reading import DocumentReading
from extractors.statements.figures import statement_figures
from extractors.trust.doubts import (
    doubtful_places,
    is_doubted,
    pictured_pages,
    uneven_lists,
    unless_doubted,
    unless_misread,
    unruled_places,
)
from extractors.trust.lists_cut_short import broken_lists
from extractors.vocabulary.blank_forms import load_forms
from schemas.application import Entry, application_frame
from schemas.clerk_input import NOTHING_TOLD, ClerkInput
from schemas.data_files import data_folder
from schemas.document import Document
from schemas.dossier import Contents, FileRecord, FormSeen
from schemas.figures import Figure, figures_frame
from schemas.forms import FormSpec
from schemas.locator import Locator
from schemas.papers import Paper
from schemas.tables import LISTS, Row, list_frame

FORM_TABLES = ("investors", "operations", "services", "partners")
STATEMENTS = ("audit_report", "special_audit_report", "financial_statements")
DOUBTFUL = 2
"""So many characters of a doubtful reading may be wrong where other papers spell the name."""


@functools.cache
def blank_forms() -> Mapping[str, FormSpec]:
    """The blank forms of data/forms/."""
    return load_forms(data_folder() / "forms")


def extract(  # noqa: PLR0913, PLR0917  one argument per thing that is known of a dossier
    dossier_id: str,
    documents: Iterable[Document],
    files: Sequence[FileRecord],
    as_of: date,
    more_forms: Mapping[str, FormSpec] | None = None,
    told: ClerkInput = NOTHING_TOLD,
) -> Contents:
    """Everything that was read in one dossier. ``more_forms`` are those of a rulebook of the user's own.

    What a clerk has ``told`` takes the place of what was read before anything is worked out from it.
    """
    forms = {**blank_forms(), **(more_forms or {})}
    readings = [_read(document, forms) for document in documents]
    hashes = {file.path: file.sha256 for file in files}
    named = name_papers(told.namings, *find_papers(readings, files, forms), readings, hashes)
    where = files_of(told.namings, named.amended)
    form = best_form(_preferred(readings, where, "application_form"))
    chosen = _tables(readings, form, where)
    rows = {name: _rows(parts) for name, parts in chosen.items()}
    papers = [with_facts(paper, readings, as_of) for paper in named.papers]
    doubts = doubtful_places([reading.document for reading in readings])
    pictured = pictured_pages([reading.document for reading in readings])
    unruled = unruled_places([reading.document for reading in readings])
    uneven = uneven_lists({name: listed for name, listed in rows.items() if name not in FORM_TABLES}, unruled, pictured)
    loose = is_loose(form, readings, unruled)
    uneven |= set(FORM_TABLES) if loose else set()
    broken = broken_lists(readings, chosen)
    read = [_figure_weighed(one, doubts) for one in _read_figures(readings, papers, as_of)]
    read = [unless_misread(one, read, pictured) for one in read]
    weighed = [
        replace(entry, confirmed=False) if loose or is_doubted(entry, doubts, pictured) else entry
        for entry in (form.entries if form else ())
    ]
    entries = [_settled(entry, read) for entry in weighed]
    laid = lay_over(told.corrections, entries, rows, hashes, form.place if form else None)

    def stated(held: Sequence[Entry], lists: Mapping[str, Sequence[Row]]) -> list[Figure]:
        """What the form and the lists state: once as read, once as the clerk reads them."""
        return [
            *(
                replace(one, confirmed=False)
                if loose and not any(place.position in laid.seen for place in one.evidence)
                else one
                for one in form_figures({entry.key: entry for entry in held}, lists, as_of)
            ),
            *(unless_doubted(one, lists, doubts, pictured, uneven | broken) for one in roster_figures(lists, chosen)),
        ]

    doubts -= laid.seen
    own = stated(laid.entries, laid.rows)
    if laid.seen:
        own = marked(own, stated(entries, rows))
    figures = [_figure_weighed(one, doubts) for one in _distinct([*own, *read])]
    figures, on_figures = lay_over_figures(told.corrections, figures, hashes)
    entries, rows = laid.entries, laid.rows
    return Contents(
        id=dossier_id,
        applicant=_applicant(entries, figures),
        files=tuple(files),
        papers=tuple(paper for paper, _ in papers),
        form=_form_seen(form, readings),
        application=application_frame(entries),
        tables={name: list_frame(name, listed) for name, listed in rows.items()},
        table_places={name: parts[0].place for name, parts in chosen.items()},
        partial_lists=frozenset(name for name, parts in chosen.items() if any(part.partial for part in parts)),
        figures=figures_frame(figures),
        passages=tuple(_passages(readings)),
        narrative=_narrative(papers),
        unread_heads={name: _unknown_heads(parts) for name, parts in chosen.items()},
        wildcards=tuple(named.wildcards),
        doubtful=doubts,
        pictured=pictured,
        uneven=uneven,
        programmes=programmes(readings),
        amended=(*laid.amended, *on_figures, *named.amended),
    )


def _preferred(
    readings: Sequence[DocumentReading], where: Mapping[str, set[str]], kind: str
) -> Sequence[DocumentReading]:
    """The readings that hold this paper by the clerk's word; all of them where nobody said so."""
    told = [reading for reading in readings if reading.document.path in where.get(kind, ())]
    return told or readings


def _settled(entry: Entry, read: Sequence[Figure]) -> Entry:
    """A doubtful reading of the applicant's name, as the papers that can be trusted spell it, where all but agree.

    What the recogniser saw stays in ``text``.
    """
    if entry.key != "applicant_name" or entry.confirmed or not isinstance(entry.value, str):
        return entry
    names = {str(one.value) for one in read if one.measure == "applicant_name" and one.confirmed}
    if len(names) != 1 or Levenshtein.distance(entry.value, name := names.pop()) > DOUBTFUL:
        return entry
    return replace(entry, value=name)


def _figure_weighed(one: Figure, doubts: frozenset[tuple[object, ...]]) -> Figure:
    """The figure, unconfirmed where any of its places was recognised with doubt."""
    doubted = doubts and any(place.position in doubts for place in one.evidence)
    return replace(one, confirmed=False) if doubted else one


def _read(document: Document, forms: Mapping[str, FormSpec]) -> DocumentReading:
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


def _tables(
    readings: Sequence[DocumentReading], form: FilledForm | None, where: Mapping[str, set[str]]
) -> dict[str, list[Listing]]:
    """The listings that make each table: those of the form's own document, else of the document with the most rows."""
    chosen: dict[str, list[Listing]] = {}
    for name in LISTS:
        groups = [
            [listing for listing in reading.listings if listing.table == name and not listing.hidden]
            for reading in readings
        ]
        if name in FORM_TABLES:
            ours = [
                group
                for group, reading in zip(groups, readings, strict=True)
                if group and form is not None and reading.form is form
            ]
            group = _first_of_form(ours[0]) if ours else []
        else:
            told = where.get(LIST_PAPERS.get(name, ""), set())
            ours = [group for group, one in zip(groups, readings, strict=True) if group and one.document.path in told]
            group = _longest(ours or groups)
        if group:
            chosen[name] = group
    return chosen


def _first_of_form(group: Sequence[Listing]) -> list[Listing]:
    """The first listing with rows, or the first: a form has each of its tables once."""
    return [next((listing for listing in group if listing.rows), group[0])]


def _longest(groups: Sequence[Sequence[Listing]]) -> list[Listing]:
    """The listings of the document with the most rows, and of others that carry its numbering on."""
    ranked = sorted((list(group) for group in groups if group), key=lambda group: -_count(group))
    if not ranked:
        return []
    best = ranked[0]
    for group in ranked[1:]:
        if _carries_on(best, group):
            best = [*best, *group]
    return best


def _count(group: Sequence[Listing]) -> int:
    return sum(len(listing.rows) for listing in group)


def _carries_on(upper: Sequence[Listing], lower: Sequence[Listing]) -> bool:
    """Whether a list in another file begins with the number after the last one of this."""
    last = next((row.values.get("no") for listing in reversed(upper) for row in reversed(listing.rows)), None)
    first = next((row.values.get("no") for listing in lower for row in listing.rows), None)
    return isinstance(last, int) and isinstance(first, int) and first == last + 1


def _rows(parts: Sequence[Listing]) -> list[Row]:
    """The rows of all listings, a listing that repeats an earlier one (a copy of the sheet) left out."""
    rows: list[Row] = []
    seen: set[tuple[object, ...]] = set()
    for listing in parts:
        key = LISTS[listing.table].key
        marks = [(row.values.get(key), row.values.get("no")) for row in listing.rows]
        if marks and tuple(marks) in seen:
            continue
        seen.add(tuple(marks))
        rows.extend(listing.rows)
    return rows


def _read_figures(
    readings: Sequence[DocumentReading], papers: Sequence[tuple[Paper, list[Text]]], as_of: date
) -> list[Figure]:
    """Figures from prose, statements and the papers' own words."""
    figures: list[Figure] = []
    documents = {reading.document.path: reading.document for reading in readings}
    for paper, lines in papers:
        if paper.strength == "named" or not lines:
            continue
        figures.extend(fact_figures(paper.kind, paper.facts, as_of))
        if paper.kind in STATEMENTS and paper.file in documents:
            document = documents[paper.file]
            first, last = paper.pages or (1, len(document.pages))
            figures.extend(statement_figures(document, first, last, paper.kind, as_of))
        if paper.kind == "application_report":
            figures.extend(prose_figures(passages_of(lines), as_of))
        if paper.kind == "titled_enterprise_proof":
            figures.extend(titled_figures(passages_of(lines), tables_in(paper, lines, readings), as_of))
    return figures


def _distinct(figures: Sequence[Figure]) -> list[Figure]:
    """Each figure once: a copy of the audit report states nothing new."""
    seen: dict[tuple[object, ...], Figure] = {}
    for one in figures:
        seen.setdefault((one.measure, one.source, str(one.value), one.reading), one)
    return list(seen.values())


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
    """Every running sentence of the dossier, for the passages that judgements quote."""
    for reading in readings:
        for line in reading.lines:
            if line.row is None and len(squeezed(line.text)) >= 20:
                yield line.place.quoting(line.text)


def _narrative(papers: Sequence[tuple[Paper, list[Text]]]) -> str:
    """The prose of the application report."""
    texts = [
        squeezed(line.text)
        for paper, lines in papers
        if paper.kind == "application_report"
        for line in lines
        if line.row is None and len(squeezed(line.text)) >= 20
    ]
    return "\n".join(dict.fromkeys(texts))


def _unknown_heads(parts: Sequence[Listing]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(head for part in parts for head in part.unknown))
