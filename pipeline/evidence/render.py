"""How are the pictures of one dossier made while its documents are at hand?"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from pipeline.evidence.excerpts import DocumentExcerpts, Spotted
from pipeline.evidence.picture_budget import PictureBudget
from pipeline.evidence.pictures import (
    Mark,
    PageImage,
    Pictures,
    Source,
    Spot,
    by_document,
    is_pictured,
    page_of,
    wanted,
)
from pipeline.intake.inbox import Received
from pipeline.on_use import on_use
from pipeline.workers import journal
from pipeline.workers.journal import Step
from schemas.document import Document
from schemas.dossier import Screening
from schemas.locator import Locator
from schemas.tables import rows_of

if TYPE_CHECKING:
    from pipeline.evidence import page_images
else:
    page_images = on_use("pipeline.evidence.page_images")

Group = TypeVar("Group", bound=Hashable)
Marks = list[tuple[Locator, Spotted]]
# Rows of drawn tables in one report: a table of a thousand rows is in tables.xlsx.
_MOST_ROWS = 1200
_DEEPEST_HEAD = 3
"""Rows of a list's head at most."""


def drawn(screening: Screening, documents: Sequence[Document], files: Iterable[Received]) -> Pictures:
    """The pictures of every place that the screening speaks of, as far as a small file allows.

    ``files`` are the dossier's files once more, one at a time: bytes are not kept while dossiers are read.
    """
    places = by_document(wanted(screening), documents)
    shown = [document for document in documents if document.path in places]
    sources: list[Source] = []
    marks: dict[Spot, Mark] = {}
    found = [*_pages(shown, places, files), *_excerpts(shown, places, _list_heads(screening))]
    for source, marked in found:
        for place, mark in marked:
            marks[place.position] = Mark(len(marks) + 1, len(sources), mark.box, mark.address, mark.row)
        sources.append(source)
    return Pictures(tuple(sources), marks)


Marked = list[tuple[Locator, Mark]]


def _pages(
    documents: Sequence[Document], places: dict[str, list[Locator]], files: Iterable[Received]
) -> Iterator[tuple[Source, Marked]]:
    pictured = {document.path: document for document in documents if is_pictured(document)}
    allowance = PictureBudget()
    strips = _chosen(places, pictured, allowance)
    if not strips:
        return
    for file in files:
        if file.path not in strips or not file.data or journal.begins(Step.PICTURED, file.path):
            continue
        for image in page_images.images(pictured[file.path], file.data, strips[file.path], allowance):
            on_it = [place for place in places[file.path] if _shows(image, place)]
            yield image, [(place, Mark(0, 0, place.bbox)) for place in on_it]


def _chosen(
    places: dict[str, list[Locator]], pictured: dict[str, Document], allowance: PictureBudget
) -> dict[str, dict[int, tuple[float, float]]]:
    """Which strip of which pages, as many pages as may be drawn, those that matter most first."""
    strips: dict[str, dict[int, tuple[float, float]]] = {}
    count = 0
    # Places come file by file, in each the most important first: each file is given its due in turn.
    queues = [(path, iter(places[path])) for path in pictured if path in places]
    while queues:
        left = []
        for path, queue in queues:
            place = next(queue, None)
            if place is None:
                continue
            left.append((path, queue))
            page = page_of(pictured[path], place)
            if page is None or not page.height:
                continue
            known = strips.setdefault(path, {})
            if page.number not in known:
                if count >= allowance.pages:
                    continue
                count += 1
            top, bottom = (place.bbox[1], place.bbox[3]) if place.bbox else (0.0, page.height)
            before = known.get(page.number, (top, bottom))
            known[page.number] = (min(top, before[0]), max(bottom, before[1]))
        queues = left
    return strips


def _shows(image: PageImage, place: Locator) -> bool:
    return place.page == image.page


def _list_heads(screening: Screening) -> list[tuple[Locator, Locator]]:
    """Where the head of each list stands, and its first row."""
    contents = screening.contents
    listed = ((contents.table_places.get(name), rows_of(frame.head(1))) for name, frame in contents.tables.items())
    return [(head, rows[0].evidence) for head, rows in listed if head is not None and rows]


def _heads_in(drawing: DocumentExcerpts, number: int, lists: Sequence[tuple[Locator, Locator]]) -> Iterator[int]:
    """The rows of this table that head a list: from its head to its first row, a few at most."""
    for head, first in lists:
        at, row = drawing.spot(head), drawing.spot(first)
        if at is None or at.table != number or head.file != drawing.document.path:
            continue
        below = row.row if row is not None and row.table == number else at.row + 1
        yield from range(at.row, max(at.row + 1, min(below, at.row + _DEEPEST_HEAD)))


def _excerpts(
    documents: Sequence[Document], places: dict[str, list[Locator]], lists: Sequence[tuple[Locator, Locator]]
) -> Iterator[tuple[Source, Marked]]:
    left = _MOST_ROWS
    for document in documents:
        if is_pictured(document):
            continue
        drawing = DocumentExcerpts(document)
        spotted = [(place, at) for place in places[document.path] if (at := drawing.spot(place)) is not None]
        for number, in_table in _grouped((at.table, place, at) for place, at in spotted if at.table >= 0).items():
            shown = in_table[: max(0, left)]
            left -= len({at.row for _, at in shown})
            if shown:
                heads = _heads_in(drawing, number, lists)
                yield drawing.table(number, [at.row for _, at in shown], heads), _marked(shown)
        for sheet, lines in _grouped((place.sheet, place, at) for place, at in spotted if at.line >= 0).items():
            yield drawing.text(sheet, [at.line for _, at in lines]), _marked(lines)


def _grouped(spotted: Iterable[tuple[Group, Locator, Spotted]]) -> dict[Group, Marks]:
    groups: dict[Group, Marks] = {}
    for group, place, at in spotted:
        groups.setdefault(group, []).append((place, at))
    return groups


def _marked(spotted: Marks) -> Marked:
    return [(place, Mark(0, 0, None, place.cell or "", at.row)) for place, at in spotted]
