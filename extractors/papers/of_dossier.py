"""Which papers the dossier holds, over all of its files, and what cannot be told.

In:     the readings of its documents and the record of every file.
Out:    papers with their lines; places that cannot be read and whose name says nothing.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extractors.content.lines import Text
from extractors.papers.recognise import by_name, outlined, parts_in
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

SECTIONS = 3
"""A document with this many sections of the application report is one, title or no title."""
TELLING = 40
"""A recognised page with this many characters has said what it is, though none of the known papers."""


def find_papers(
    readings: Sequence[DocumentReading], files: Sequence[FileRecord], forms: Mapping[str, FormSpec]
) -> tuple[list[tuple[Paper, list[Text]]], list[Locator]]:
    """Every paper with its lines, and the places that cannot be read and whose name says nothing."""
    papers: list[tuple[Paper, list[Text]]] = []
    unidentified: list[Locator] = []
    for reading in readings:
        own = _papers_of(reading, forms)
        papers.extend((seen_as_picture(paper, reading), lines) for paper, lines in own)
        covered = {page for paper, _ in own for page in _pages(paper, reading)}
        for page in reading.document.pages:
            if page.is_picture and page.number not in covered:
                named, unknown = _unread_page(reading, page)
                papers.extend((paper, []) for paper in named)
                unidentified.extend(unknown)
    known = {reading.document.path for reading in readings}
    for file in files:
        if file.status is FileStatus.UNREADABLE and file.path not in known:
            place = Locator(file.path)
            named = by_name(file.path, place)
            papers.extend((paper, []) for paper in named)
            if not named:
                unidentified.append(place)
    return _once(papers), unidentified


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
    found = by_name(title, place, by=f"书签“{title}”") if title else by_name(path, place)
    named = [replace(paper, file=path, pages=(number, number)) for paper in found]
    if named:
        return named, []
    words = sum(len(unspaced(line.text)) for line in reading.lines if line.page == number)
    return [], [] if page.recognised != "no" and words >= TELLING else [place]


def _papers_of(reading: DocumentReading, forms: Mapping[str, FormSpec]) -> list[tuple[Paper, list[Text]]]:
    """The papers of one document: those that titles show, its form, its lists; each kind once, its parts together."""
    path = reading.document.path
    found = list(reading.papers)
    kinds = vocabulary().kinds
    if reading.form is not None:
        spec = forms.get(reading.form.form)
        kind = spec.kind if spec is not None and spec.kind in kinds else "application_form"
        found = [item for item in found if item[0].kind not in ("application_form", "review_form", kind)]
        by = f"表格“{spec.title}”的栏目" if spec else "表格栏目"
        found.append((Paper(kind, path, reading.form.place, NONE, by, pages=reading.form.pages), []))
    else:
        found = [item for item in found if item[0].kind not in ("application_form", "review_form")]
    for listing in reading.listings:
        kind = LISTS[listing.table].paper
        if kind and listing.rows:
            by = f"表头与{kinds[kind].title}相符"
            place = listing.place
            found.append((Paper(kind, path, place, NONE, by, pages=listing.pages, sheet=listing.sheet), []))
    if all(paper.kind != "application_report" or len(paper.parts) < SECTIONS for paper, _ in found):
        found.extend(_untitled_report(reading))
    merged = _merged(found)
    return [_report(item, reading) for item in merged if not _empty_report(item, reading)]


def _untitled_report(reading: DocumentReading) -> list[tuple[Paper, list[Text]]]:
    """The application report in a document that bears no such title, known by its sections."""
    kind = vocabulary().kinds["application_report"]
    parts = parts_in(kind, reading.lines)
    if len(parts) < SECTIONS:
        return []
    pages = (reading.lines[0].page, reading.lines[-1].page)
    place = next(iter(parts.values()))
    by = f"有{kind.title}的各部分标题"
    return [(Paper(kind.id, reading.document.path, place, by=by, pages=pages, parts=parts), reading.lines)]


def _merged(found: Sequence[tuple[Paper, list[Text]]]) -> list[tuple[Paper, list[Text]]]:
    """One paper per kind and document: the first place, all parts, all lines."""
    merged: dict[str, tuple[Paper, list[Text]]] = {}
    for paper, lines in found:
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


def _span(one: tuple[int, int] | None, other: tuple[int, int] | None) -> tuple[int, int] | None:
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1])


def _report(item: tuple[Paper, list[Text]], reading: DocumentReading) -> tuple[Paper, list[Text]]:
    """The application report with the sections of the whole document, where its own stretch is only its cover."""
    paper = item[0]
    kind = vocabulary().kinds[paper.kind]
    if not kind.prose or len(paper.parts) >= 2:
        return item
    parts = parts_in(kind, reading.lines)
    return (replace(paper, parts=parts), reading.lines) if len(parts) > len(paper.parts) else item


def _empty_report(item: tuple[Paper, list[Text]], reading: DocumentReading) -> bool:
    """Whether a report is no more than the cover of a form: no section and no running text."""
    paper, lines = item
    kind = vocabulary().kinds[paper.kind]
    if not kind.prose or parts_in(kind, reading.lines):
        return False
    return not any(line.row is None and len(unspaced(line.text)) > 80 for line in lines)


def _once(papers: Sequence[tuple[Paper, list[Text]]]) -> list[tuple[Paper, list[Text]]]:
    """Named papers on several pages of one file as one."""
    kept: list[tuple[Paper, list[Text]]] = []
    at: dict[tuple[str, str], int] = {}
    for paper, lines in papers:
        key = (paper.kind, paper.file)
        if Doubt.NAMED_ONLY in paper.doubts and key in at:
            held, more = kept[at[key]]
            kept[at[key]] = (replace(held, pages=_span(held.pages, paper.pages)), more)
            continue
        at.setdefault(key, len(kept))
        kept.append((paper, lines))
    return kept
