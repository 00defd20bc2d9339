"""Which papers does the dossier hold, once a clerk has said what some of its pages are?

In:     the papers as recognised, with their lines; what the clerk said; the readings; the SHA-256 of every file.
Out:    the papers with those in place that the clerk named; what became of every naming.
Raises: nothing. A naming whose file is gone or has changed is left aside and said to be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.content.lines import Text
from extractors.papers.of_dossier import seen_as_picture
from extractors.papers.recognise import parts_in
from extractors.reading import DocumentReading
from extractors.vocabulary.papers import vocabulary
from schemas.clerk_input import NO_PAPER, Amended, CorrectionStatus, Naming, print_on
from schemas.locator import Locator
from schemas.papers import Paper
from schemas.trust import NONE, Doubt

Found = tuple[Paper, list[Text]]
_UNREAD_PART = frozenset({Doubt.UNREAD_PART})


@dataclass(frozen=True, slots=True)
class Named:
    """The papers and the places that may hold anything, with the clerk's word laid over them."""

    papers: list[Found]
    unidentified: list[Locator]
    amended: list[Amended]


def name_papers(
    namings: Sequence[Naming],
    papers: Sequence[Found],
    unidentified: Sequence[Locator],
    readings: Sequence[DocumentReading],
    hashes: Mapping[str, str],
) -> Named:
    """Each naming in turn: what stands on these pages is what the clerk says, and nothing else."""
    named = Named(list(papers), list(unidentified), [])
    for one in namings:
        was = "、".join(_title(paper.kind) for paper, _ in named.papers if one.covers(paper.evidence))
        standing = _standing(one, readings, hashes)
        place = Locator(one.file, page=one.pages[0] if one.pages else None) if one.file in hashes else None
        more = Amended(one, standing, was, _title(one.kind), place)
        if standing is CorrectionStatus.APPLIED:
            kept = [_around(item, one) for item in named.papers if not one.covers(item[0].evidence)]
            told = [] if one.kind == NO_PAPER else [_told(one, readings)]
            left = [place for place in named.unidentified if not one.covers(place)]
            named = Named([*kept, *told], left, [*named.amended, more])
        else:
            named.amended.append(more)
    return named


def files_of(namings: Sequence[Naming], amended: Sequence[Amended]) -> dict[str, set[str]]:
    """Kind → the files that hold it by the clerk's word, for choosing among several forms or lists."""
    stand = {id(one.told) for one in amended if one.applied}
    chosen: dict[str, set[str]] = {}
    for one in namings:
        if id(one) in stand:
            chosen.setdefault(one.kind, set()).add(one.file)
    return chosen


def _standing(one: Naming, readings: Sequence[DocumentReading], hashes: Mapping[str, str]) -> CorrectionStatus:
    if one.file not in hashes:
        return CorrectionStatus.ABSENT
    if one.kind != NO_PAPER and one.kind not in vocabulary().kinds:
        return CorrectionStatus.UNFIT
    reading = next((reading for reading in readings if reading.document.path == one.file), None)
    if one.pages and reading is not None and one.pages[1] > max(page.number for page in reading.document.pages):
        return CorrectionStatus.ABSENT
    changed = bool(one.evidence) and one.evidence != print_on(hashes[one.file], None, "")
    return CorrectionStatus.STALE if changed else CorrectionStatus.APPLIED


def _told(one: Naming, readings: Sequence[DocumentReading]) -> Found:
    """The paper that the clerk names, with whatever its pages say of themselves."""
    by = f"经办人指明（{one.name}，{one.date.isoformat()}）"
    reading = next((reading for reading in readings if reading.document.path == one.file), None)
    first, last = one.pages or (1, 0)
    if reading is None:
        return Paper(one.kind, one.file, Locator(one.file), _UNREAD_PART, by), []
    lines = [line for line in reading.lines if one.pages is None or first <= line.page <= last]
    on_it = [page for page in reading.document.pages if one.pages is None or first <= page.number <= last]
    place = reading.document.place(on_it[0])
    pages = (on_it[0].number, on_it[-1].number) if place.page is not None else None
    parts = parts_in(vocabulary().kinds[one.kind], lines)
    unread = any(page.is_picture and page.recognised != "all" for page in on_it)
    paper = Paper(one.kind, one.file, place, _UNREAD_PART if unread else NONE, by, pages=pages, parts=parts)
    return seen_as_picture(paper, reading), lines


def _around(item: Found, one: Naming) -> Found:
    """A paper that began elsewhere, without the pages that the clerk says are another one."""
    paper, lines = item
    if paper.file != one.file or paper.pages is None or one.pages is None:
        return item
    (first, last), (start, end) = paper.pages, one.pages
    if end < first or last < start:
        return item
    before = (paper.evidence.page or first) < start
    pages = (first, max(first, start - 1)) if before else (min(last, end + 1), last)
    return replace(paper, pages=pages), [line for line in lines if not start <= line.page <= end]


def _title(kind: str) -> str:
    kinds = vocabulary().kinds
    return kinds[kind].title if kind in kinds else "不属于清单所列材料" if kind == NO_PAPER else kind
