"""Which places of a dossier were recognised with doubt?

In:     the documents as read.
Out:    the places (Locator.spot) of words that the recogniser was not sure of, and of list cells of a scan in which it
        saw nothing: a faint word may stand there.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from schemas.document import Document, Page, Paragraph
from schemas.figures import Figure
from schemas.tables import Row

# What each figure of a list rests on: (measure, source) → list, columns.
_RESTS_ON = {
    ("staff_count", "roster"): ("staff", ("name",)),
    ("qualified_staff_count", "roster"): ("staff", ("education", "title")),
    ("qualified_staff_share", "roster"): ("staff", ("education", "title")),
    ("equipment_count", "roster"): ("equipment", ("quantity",)),
    ("equipment_cost", "roster"): ("equipment", ("price", "quantity")),
    ("enterprises_served", "roster"): ("enterprises", ("name",)),
    ("satisfaction", "roster"): ("enterprises", ("satisfied",)),
    ("free_service_share", "roster"): ("enterprises", ("fee",)),
    ("satisfaction", "survey"): ("survey", ("rating",)),
}


def doubtful_places(documents: Iterable[Document]) -> frozenset[tuple[object, ...]]:
    """The places of all documents that nobody should be accused by."""
    return frozenset(
        spot
        for document in documents
        for page in document.pages
        if page.recognised != "no"
        for spot in _on_page(document, page)
    )


def pictured_pages(documents: Iterable[Document]) -> frozenset[tuple[str, int | None]]:
    """File and page (as locators name it) of every page that was recognised from a picture."""
    return frozenset(
        (document.path, document.place(page).page)
        for document in documents
        for page in document.pages
        if page.recognised != "no"
    )


def _on_page(document: Document, page: Page) -> Iterator[tuple[object, ...]]:
    for line in page.lines:
        if not line.sure:
            yield document.place(page, line).spot()
    for block in page.blocks:
        if isinstance(block, Paragraph):
            if not block.sure:
                yield document.place(page, block).spot()
            continue
        for cell in block.cells:
            if not cell.sure or not cell.text.strip():
                yield document.place(page, cell).spot()


def unless_doubted(
    one: Figure,
    tables: Mapping[str, Sequence[Row]],
    doubts: frozenset[tuple[object, ...]],
    pictured: frozenset[tuple[str, int | None]],
) -> Figure:
    """The figure of a list, unconfirmed where any cell that it rests on was recognised with doubt.

    How many rows a scanned list has is certain only where its own numbers run from 1 to the last row.
    """
    table, columns = _RESTS_ON.get((one.measure, one.source), ("", ()))
    if not pictured or not table:
        return one
    doubted = any(
        column in row.places and row.places[column].spot() in doubts
        for row in tables.get(table, ())
        for column in columns
    )
    rows = tables.get(table, ())
    scanned = any((row.evidence.file, row.evidence.page) in pictured for row in rows)
    unnumbered = [row.values.get("no") for row in rows] != list(range(1, len(rows) + 1))
    return replace(one, confirmed=False) if doubted or (scanned and unnumbered) else one
