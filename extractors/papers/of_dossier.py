"""Which papers the dossier holds, over all of its files, and what cannot be told.

In:     the readings of its documents and the record of every file.
Out:    papers with their lines; places that cannot be read and whose name says nothing.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.content.lines import Text
from extractors.lists.affirmed import affirmed
from extractors.papers.parts import parts_in
from extractors.papers.recognise import by_name, outlined
from extractors.read.media_type import TEXT
from extractors.reading import DocumentReading
from extractors.values.text import unspaced
from extractors.vocabulary.papers import vocabulary
from schemas.document import Page
from schemas.dossier import FileRecord
from schemas.forms import FormSpec
from schemas.locator import Locator
from schemas.papers import Fact, Paper
from schemas.status import FileStatus
from schemas.tables import LISTS
from schemas.trust import NONE, Doubt

Found = tuple[Paper, list[Text]]
"""A paper with its lines."""
FORMS = ("application_form", "review_form")
"""Papers that are forms: their titles alone show none, only their blanks do."""
REPORT = "application_report"
SECTIONS = 3
"""A document with this many sections of the application report is one, title or no title."""
TELLING = 40
"""A recognised page with this many characters has said what it is, though none of the known papers."""


def find_papers(
    readings: Sequence[DocumentReading], files: Sequence[FileRecord], forms: Mapping[str, FormSpec]
) -> tuple[list[Found], list[Locator]]:
    """Every paper with its lines, and the places that cannot be read and whose name says nothing."""
    papers: list[Found] = []
    unidentified: list[Locator] = []
    for reading in readings:
        shown = _papers_of(reading, forms)
        papers.extend((seen_as_picture(paper, reading), lines) for paper, lines in shown)
        for page in _pictures_beside(shown, reading):
            named, unknown = _unread_page(reading, page)
            papers.extend((paper, []) for paper in named)
            unidentified.extend(unknown)
        named, unknown = _unread_parts(shown, reading)
        papers.extend((paper, []) for paper in named)
        unidentified.extend(unknown)
    for file in _unread_files(readings, files):
        place = Locator(file.path)
        named = by_name(file.path, place)
        papers.extend((paper, []) for paper in named)
        unidentified.extend([place] if file.may_hold_anything or not named else [])
    return _once(papers), unidentified


def _unread_parts(shown: Sequence[Found], reading: DocumentReading) -> tuple[list[Paper], list[Locator]]:
    """What a document may hold besides what was read of it: what its name says and is not seen, else anything.

    A list whose columns nothing but blanks part is read as lines, and one whose heads nobody knows as a table of any
    kind: both are seen as no list, though words are there. A list that was seen, and has no row, is none.
    """
    place = Locator(reading.document.path)
    seen = {paper.kind for paper, _ in shown} | {LISTS[listing.table].paper for listing in reading.listings}
    named = [paper for paper in by_name(reading.document.path, place) if paper.kind not in seen]
    if reading.document.unread:
        return named, [] if named else [place]
    lists = {spec.paper for spec in LISTS.values()} if not shown and _says_something(reading) else frozenset()
    return [paper for paper in named if paper.kind in lists], []


def _says_something(reading: DocumentReading) -> bool:
    """Whether the document holds words enough for a list."""
    words = sum(len(unspaced(line.text)) for line in reading.lines)
    return words >= TELLING or reading.document.media_type == TEXT


def _pictures_beside(papers: Sequence[Found], reading: DocumentReading) -> list[Page]:
    """The pages that are pictures and belong to none of these papers."""
    covered = {page for paper, _ in papers for page in _pages(paper, reading)}
    return [page for page in reading.document.pages if page.is_picture and page.number not in covered]


def _unread_files(readings: Sequence[DocumentReading], files: Sequence[FileRecord]) -> list[FileRecord]:
    """The files of which nothing could be read."""
    known = {reading.document.path for reading in readings}
    return [file for file in files if file.status is FileStatus.UNREADABLE and file.path not in known]


def _pages(paper: Paper, reading: DocumentReading) -> range:
    """The pages that a paper covers."""
    first, last = paper.pages or (1, len(reading.document.pages))
    return range(first, last + 1)


def seen_as_picture(paper: Paper, reading: DocumentReading) -> Paper:
    """The paper, marked where its pages are pictures, with what its pages show of seals."""
    pages = [page for page in reading.document.pages if page.number in _pages(paper, reading) and page.is_picture]
    if not pages:
        return paper
    place = Locator(paper.file, page=pages[-1].number)
    states = {page.sealed for page in pages}
    state = "seen" if "seen" in states else "unknown" if "unknown" in states else "absent"
    return replace(
        paper, doubts=paper.doubts | {Doubt.FROM_PICTURE}, facts={**paper.facts, "seal": Fact(state, "", place)}
    )


def _unread_page(reading: DocumentReading, page: Page) -> tuple[list[Paper], list[Locator]]:
    """What a picture that shows no known paper may be: by its bookmark, else by the file's name, else anything.

    A page whose words were recognised is what it says: where no name helps, it is no paper that anyone asks for.
    """
    path, number = reading.document.path, page.number
    place = Locator(path, page=number if reading.document.media_type == "application/pdf" else None)
    title = outlined(reading.document, [number]).get(number)
    papers = by_name(title, place, by=f"书签“{title}”") if title else by_name(path, place)
    named = [replace(paper, file=path, pages=(number, number)) for paper in papers]
    if named:
        return named, []
    words = sum(len(unspaced(line.text)) for line in reading.lines if line.page == number)
    return [], [] if page.recognised != "no" and words >= TELLING else [place]


def _papers_of(reading: DocumentReading, forms: Mapping[str, FormSpec]) -> list[Found]:
    """The papers of one document: those that titles show, its form, its lists; each kind once, its parts together."""
    form = _form_of(reading, forms)
    of_form = {*FORMS, *(paper.kind for paper, _ in form)}
    titled = [item for item in reading.papers if item[0].kind not in of_form]
    papers = [*titled, *form, *_lists_of(reading)]
    if all(paper.kind != REPORT or len(paper.parts) < SECTIONS for paper, _ in papers):
        papers.extend(_untitled_report(reading))
    return [_report(item, reading) for item in _merged(papers) if not _empty_report(item, reading)]


def _form_of(reading: DocumentReading, forms: Mapping[str, FormSpec]) -> list[Found]:
    """The form that was read in this document, as a paper; of the kind that its spec says."""
    if reading.form is None:
        return []
    spec = forms.get(reading.form.form)
    kind = spec.kind if spec is not None and spec.kind in vocabulary().kinds else FORMS[0]
    by = f"表格“{spec.title}”的栏目" if spec else "表格栏目"
    return [(Paper(kind, reading.document.path, reading.form.place, NONE, by, pages=reading.form.pages), [])]


def _lists_of(reading: DocumentReading) -> Iterator[Found]:
    """The lists that are papers of their own."""
    for listing in reading.listings:
        kind = LISTS[listing.table].paper
        if kind and listing.rows:
            by = f"表头与{vocabulary().kinds[kind].title}相符"
            place, pages, sheet = listing.place, listing.pages, listing.sheet
            parts = affirmed(listing, reading.document.path)
            yield Paper(kind, reading.document.path, place, NONE, by, pages=pages, sheet=sheet, parts=parts), []


def _untitled_report(reading: DocumentReading) -> list[Found]:
    """The application report in a document that bears no such title, known by its sections."""
    kind = vocabulary().kinds[REPORT]
    parts = parts_in(kind, reading.lines)
    if len(parts) < SECTIONS:
        return []
    pages = (reading.lines[0].page, reading.lines[-1].page)
    place = next(iter(parts.values()))
    by = f"有{kind.title}的各部分标题"
    return [(Paper(kind.id, reading.document.path, place, by=by, pages=pages, parts=parts), reading.lines)]


def _merged(papers: Sequence[Found]) -> list[Found]:
    """One paper per kind and document: the first place, all parts, all lines."""
    merged: dict[str, Found] = {}
    for paper, lines in papers:
        if paper.kind not in merged:
            merged[paper.kind] = (paper, list(lines))
            continue
        held, more = merged[paper.kind]
        pages = _span(held.pages, paper.pages)
        # The surer of two finds of a kind gives the place; the first one where both are as sure.
        first = paper if paper.shown and not held.shown else held
        joined = replace(first, parts={**paper.parts, **held.parts}, pages=pages)
        merged[paper.kind] = (joined, [*more, *lines])
    return list(merged.values())


def _span(pages: tuple[int, int] | None, more: tuple[int, int] | None) -> tuple[int, int] | None:
    if pages is None or more is None:
        return pages or more
    return min(pages[0], more[0]), max(pages[1], more[1])


def _report(item: Found, reading: DocumentReading) -> Found:
    """The application report with the sections of the whole document, where its own stretch is only its cover."""
    paper = item[0]
    kind = vocabulary().kinds[paper.kind]
    if not kind.prose or len(paper.parts) >= 2:
        return item
    parts = parts_in(kind, reading.lines)
    return (replace(paper, parts=parts), reading.lines) if len(parts) > len(paper.parts) else item


def _empty_report(item: Found, reading: DocumentReading) -> bool:
    """Whether a report is no more than the cover of a form: no section and no running text."""
    paper, lines = item
    kind = vocabulary().kinds[paper.kind]
    if not kind.prose or parts_in(kind, reading.lines):
        return False
    return not any(line.row is None and len(unspaced(line.text)) > 80 for line in lines)


def _once(papers: Sequence[Found]) -> list[Found]:
    """Named papers on several pages of one file as one."""
    once: list[Found] = []
    at: dict[tuple[str, str], int] = {}
    for paper, lines in papers:
        key = (paper.kind, paper.file)
        if Doubt.NAMED_ONLY in paper.doubts and key in at:
            held, more = once[at[key]]
            once[at[key]] = (replace(held, pages=_span(held.pages, paper.pages)), more)
            continue
        at.setdefault(key, len(once))
        once.append((paper, lines))
    return once
