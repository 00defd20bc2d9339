"""Which places of a dossier were recognised with doubt?

In:     the documents as read.
Out:    the places (Locator.spot) of words that the recogniser was not sure of, of list cells of a scan in which it
        saw nothing (a faint word may stand there), and of numbers whose point may be a comma (1.000).
Raises: nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from rapidfuzz.distance import Levenshtein

from schemas.application import Entry
from schemas.document import Document, Page, Paragraph
from schemas.figures import Figure
from schemas.names import enterprise_key
from schemas.tables import LISTS, Row

MISREAD = 2
"""So many characters of a name in a picture may be misread, or lie under a seal."""

# A comma between thousands is easily recognised as a point, and the zeros behind it as fewer.
_THOUSANDS = re.compile(r"(?<![\d.,，])[1-9]\d{0,2}\.\d{3}(?![\d.])")
_FEWER_ZEROS = re.compile(r"(?<![\d.,，])[1-9]\d{0,2}\.0(?![\d.%％])")
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
        for spot in (_on_page(document, page) if page.recognised != "no" else _run_into(document, page))
    )


def _run_into(document: Document, page: Page) -> Iterator[tuple[object, ...]]:
    """The cells of tables without lines that are empty, or seem so, beside one that runs into them."""
    for block in page.blocks:
        if not isinstance(block, Paragraph) and not block.ruled:
            yield from (document.place(page, cell).position for cell in block.cells if not cell.sure)


def is_doubted(
    entry: Entry, doubts: frozenset[tuple[object, ...]], pictured: frozenset[tuple[str, int | None]]
) -> bool:
    """Whether a blank of the form was recognised with doubt; there 1.0 万元 may be 1,000 万元."""
    shortened = isinstance(entry.value, Decimal) and _FEWER_ZEROS.search(entry.text) is not None
    place = entry.evidence
    return place.position in doubts or (shortened and (place.file, place.page) in pictured)


def unruled_places(documents: Iterable[Document]) -> frozenset[tuple[object, ...]]:
    """The cells of tables that no lines part."""
    return frozenset(
        document.place(page, cell).position
        for document in documents
        for page in document.pages
        for block in page.blocks
        if not isinstance(block, Paragraph) and not block.ruled
        for cell in block.cells
    )


def uneven_lists(
    tables: Mapping[str, Sequence[Row]],
    unruled: frozenset[tuple[object, ...]],
    pictured: frozenset[tuple[str, int | None]],
) -> frozenset[str]:
    """The lists whose rows were told by where words stand, or from a picture, and do not come out even.

    A list comes out even where its numbers run from 1, or, without numbers, each row has its name and half its cells.
    """
    return frozenset(
        name for name, rows in tables.items() if _told_by_place(rows, unruled, pictured) and _uneven(name, rows)
    )


def _told_by_place(
    rows: Sequence[Row], unruled: frozenset[tuple[object, ...]], pictured: frozenset[tuple[str, int | None]]
) -> bool:
    return any(row.evidence.position in unruled or (row.evidence.file, row.evidence.page) in pictured for row in rows)


def _uneven(name: str, rows: Sequence[Row]) -> bool:
    numbers = [row.values.get("no") for row in rows]
    if any(number is not None for number in numbers):
        return numbers != list(range(1, len(rows) + 1))
    key = LISTS[name].key
    return any(
        row.values.get(key) is None or 2 * sum(value is not None for value in row.values.values()) < len(row.values)
        for row in rows
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
            yield document.place(page, line).position
    for block in page.blocks:
        if isinstance(block, Paragraph):
            if not block.sure or _THOUSANDS.search(block.text):
                yield document.place(page, block).position
            continue
        for cell in block.cells:
            if not cell.sure or not cell.text.strip() or _THOUSANDS.search(cell.text):
                yield document.place(page, cell).position


def unless_misread(one: Figure, others: Sequence[Figure], pictured: frozenset[tuple[str, int | None]]) -> Figure:
    """The applicant's name as a picture spells it, unconfirmed where another paper spells it nearly so.

    A seal lies over the last character of a name, or the recogniser took one for another.
    """
    if one.measure != "applicant_name" or not any((place.file, place.page) in pictured for place in one.evidence):
        return one
    own = enterprise_key(str(one.value))
    near = (
        Levenshtein.distance(own, enterprise_key(str(other.value))) for other in others if other.measure == one.measure
    )
    return replace(one, confirmed=False) if any(0 < apart <= MISREAD for apart in near) else one


def unless_doubted(
    one: Figure,
    tables: Mapping[str, Sequence[Row]],
    doubts: frozenset[tuple[object, ...]],
    pictured: frozenset[tuple[str, int | None]],
    uneven: frozenset[str] = frozenset(),
) -> Figure:
    """The figure of a list, unconfirmed where any cell that it rests on was recognised with doubt.

    How many rows a scanned list has is certain only where its own numbers run from 1 to the last row.
    """
    table, columns = _RESTS_ON.get((one.measure, one.source), ("", ()))
    if table in uneven:
        return replace(one, confirmed=False)
    if not pictured or not table:
        return one
    doubted = any(
        column in row.places and row.places[column].position in doubts
        for row in tables.get(table, ())
        for column in columns
    )
    rows = tables.get(table, ())
    scanned = any((row.evidence.file, row.evidence.page) in pictured for row in rows)
    unnumbered = [row.values.get("no") for row in rows] != list(range(1, len(rows) + 1))
    return replace(one, confirmed=False) if doubted or (scanned and unnumbered) else one
