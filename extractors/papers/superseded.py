"""Which papers of an earlier round has the applicant handed in anew, so that only the later one is read?

Of some kinds there is one in a dossier (``single`` in data/vocabulary/papers.yaml): a form, a list, a licence, the
declaration. Where a later file holds one of these, that of an earlier file is not read any more. Certificates, proofs
and yearly reports add up. What cannot be cut out of its file, a part of a Word file, stays beside the new one: if the
two disagree a person is told so.

In:     the papers as they were recognised; which files came in an earlier round.
Out:    the dossier without what was replaced; each file that lost a part says by what.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from extractors.vocabulary.papers import vocabulary
from schemas.document import Document, Page
from schemas.dossier import FileRecord, ReadDossier
from schemas.papers import Paper


def latest(dossier: ReadDossier, papers: Sequence[Paper]) -> ReadDossier:
    """The dossier as it stands now: of papers of which there is one, the one handed in last."""
    newer = _newer(papers, dossier.earlier)
    documents: list[Document] = []
    notes: dict[str, list[str]] = {}
    for document in dossier.documents:
        own = [paper for paper in papers if paper.file == document.path]
        gone = [paper for paper in own if paper.file in dossier.earlier and paper.kind in newer]
        left = _left(document, own, gone)
        if left is None or left.pages != document.pages:
            notes[document.path] = _replacements(left, gone, newer)
        if left is not None:
            documents.append(left)
    files = [_noted(record, notes.get(record.path, ())) for record in dossier.files]
    return replace(dossier, documents=documents, files=files)


def _newer(papers: Iterable[Paper], earlier: frozenset[str]) -> Mapping[str, str]:
    """Kind of which there is one → the later file that shows one."""
    kinds = vocabulary().kinds
    return {
        paper.kind: paper.file
        for paper in papers
        if paper.file not in earlier and paper.shown and kinds[paper.kind].single
    }


def _left(document: Document, own: Sequence[Paper], gone: Sequence[Paper]) -> Document | None:
    """The document without these papers; None where it held nothing else. What cannot be cut out stays."""
    if not gone:
        return document
    if len(gone) == len(own):
        return None
    pages = tuple(page for page in document.pages if not any(_cut(paper) and _on(page, paper) for paper in gone))
    return replace(document, pages=pages) if pages else None


def _replacements(left: Document | None, gone: Sequence[Paper], newer: Mapping[str, str]) -> list[str]:
    """What the file is to say of each paper that it lost; one that could not be cut out is lost with all of it."""
    return [_said(paper, newer[paper.kind]) for paper in gone if left is None or _cut(paper)]


def _cut(paper: Paper) -> bool:
    """Whether it has pages, or a sheet, of its own."""
    return paper.pages is not None or paper.sheet is not None


def _on(page: Page, paper: Paper) -> bool:
    if paper.sheet is not None:
        return page.sheet == paper.sheet
    first, last = paper.pages or (0, -1)
    return first <= page.number <= last


def _said(paper: Paper, by: str) -> str:
    where = f"第 {paper.pages[0]}–{paper.pages[1]} 页" if paper.pages and paper.pages[0] != paper.pages[1] else ""
    where = where or (f"第 {paper.pages[0]} 页" if paper.pages else "")
    return f"{where}“{vocabulary().kinds[paper.kind].title}”已由本轮“{by}”替换，未再采用"


def _noted(record: FileRecord, notes: Iterable[str]) -> FileRecord:
    said = "；".join(dict.fromkeys(filter(None, [record.note, *notes])))
    return record if said == record.note else replace(record, note=said)
