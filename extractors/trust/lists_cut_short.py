"""Which lists seem to go on where no row was read any more?

In:     the documents of one dossier with everything read from them, and the listings chosen for each list.
Out:    the names of the lists whose rows were lost by reading: how many they have cannot be said.
Raises: nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from extractors.content.tables import Grid, Positions, distinct
from extractors.layout.continued import same_outline
from extractors.lists.continued import counts_on
from extractors.lists.listing import Listing
from extractors.reading import DocumentReading
from extractors.values.text import unspaced
from schemas.document import Document

_LOST = 3
"""At most so many numbers further on, a table or a line of text carries the list on."""

_TOP = 3
"""Rows at the top of a table that may be what the page edge left of the row before."""


def lists_cut_short(readings: Sequence[DocumentReading], chosen: Mapping[str, Sequence[Listing]]) -> frozenset[str]:
    """The lists after which more rows stand that belong to no list: a table without a head, or loose text."""
    return frozenset(
        name
        for reading in readings
        for name, parts in chosen.items()
        if any(_is_cut_short(reading, ours) for ours in parts if ours.place.file == reading.document.path)
    )


def _is_cut_short(reading: DocumentReading, listing: Listing) -> bool:
    if not listing.rows:
        return False
    index = _home(reading.grids, listing)
    if index is None:
        return False
    upper = reading.grids[index]
    last = next((no for row in reversed(listing.rows) if isinstance(no := row.values.get("no"), int)), None)
    if last is not None and any(re.match(rf"{last + 1}\s+\S+\s+\S", line.text.strip()) for line in upper.below):
        return True
    lower = reading.grids[index + 1] if index + 1 < len(reading.grids) else None
    if lower is None or _is_taken(reading, index + 1) or upper.sheet != lower.sheet:
        return False
    return _is_numbered_on(last, upper, lower) if last is not None else _is_alike(upper, lower, reading.document)


def _home(grids: Sequence[Grid], listing: Listing) -> int | None:
    """Which grid holds the list's last row."""
    spot = listing.rows[-1].evidence.position
    return next((index for index, grid in enumerate(grids) if spot in set(_spots(grid))), None)


def _is_taken(reading: DocumentReading, index: int) -> bool:
    """Whether any list was read from the grid."""
    spots = set(_spots(reading.grids[index]))
    return any(
        listing.place.position in spots or any(row.evidence.position in spots for row in listing.rows)
        for listing in reading.listings
    )


def _spots(grid: Grid) -> Iterator[tuple[object, ...]]:
    return (spot.place.position for row in grid.rows for spot in distinct(row))


def _is_numbered_on(last: int, upper: Grid, lower: Grid) -> bool:
    """Whether the first number at the head of the lower table carries on the list's."""
    leads = (_lead(row) for row in lower.rows[:_TOP])
    first = next((int(lead) for lead in leads if re.fullmatch(r"\d{1,6}", lead)), 0)
    return counts_on(last, first, _LOST) and 2 * lower.width > upper.width


def _lead(row: Positions) -> str:
    return next((unspaced(spot.text) for spot in distinct(row) if spot.text.strip()), "")


def _is_alike(upper: Grid, lower: Grid, document: Document) -> bool:
    """Whether a table at the head of the next page is cut as the list, and begins with a row that is no head."""
    if lower.pages[0] != upper.pages[1] + 1 or upper.width != lower.width:
        return False
    if not same_outline(upper.place.bbox, lower.place.bbox, document.pages[lower.pages[0] - 1].width):
        return False
    first = [spot.text for row in lower.rows[:1] for spot in distinct(row) if spot.text.strip()]
    return 2 * len(first) >= lower.width and any(char.isdecimal() for text in first for char in text)
