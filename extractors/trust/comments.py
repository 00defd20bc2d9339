"""Which comments of the documents hang on a value of the form or of a list?

In:     the documents, the form's entries and the rows of the lists with the doubts about their places.
Out:    every comment, with the value it hangs on, if it does.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from extractors.read.comments import points_of
from schemas.application import BLANKS, Entry
from schemas.document import Comment, Document
from schemas.dossier import HungComment
from schemas.locator import Locator
from schemas.tables import LISTS, Row
from schemas.trust import Doubt

Stated = tuple[Locator, str, str]
"""Where a value stands, what it is called, what is written there."""


def comments_in(
    documents: Sequence[Document], entries: Iterable[Entry], rows: Mapping[str, Sequence[Row]]
) -> tuple[HungComment, ...]:
    """The comments in the order of the documents, each with the value that it hangs on."""
    if not any(document.comments for document in documents):
        return ()
    values = [one for one in _values(entries, rows) if Doubt.COMMENTED in one[0].doubts]
    return tuple(
        _hung(_placed(document, comment), comment, [one for one in values if one[0].file == document.path])
        for document in documents
        for comment in document.comments
    )


def _values(entries: Iterable[Entry], rows: Mapping[str, Sequence[Row]]) -> Iterator[Stated]:
    for entry in entries:
        yield entry.evidence, BLANKS[entry.key].title, entry.text
    for name, listed in rows.items():
        titles = {column.key: column.title for column in LISTS[name].columns}
        for row in listed:
            for key, place in row.places.items():
                yield place, f"{LISTS[name].title}“{titles.get(key, key)}”", place.text or ""


def _placed(document: Document, comment: Comment) -> Locator:
    return Locator(document.path, comment.page, comment.sheet, comment.cell, comment.bbox, comment.text)


def _hung(place: Locator, comment: Comment, values: Sequence[Stated]) -> HungComment:
    for at, title, stated in values:
        if _is_on(comment, at):
            return HungComment(place, title, stated)
    return HungComment(place)


def _is_on(comment: Comment, at: Locator) -> bool:
    if comment.cell is not None:
        return (comment.sheet, comment.cell) == (at.sheet, at.cell)
    if comment.bbox is None or at.bbox is None or comment.page != at.page:
        return False
    x0, top, x1, bottom = at.bbox
    middles = (((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) for box in points_of(comment.bbox))
    return any(x0 <= x <= x1 and top <= y <= bottom for x, y in middles)
