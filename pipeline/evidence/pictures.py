"""What does each place look like that a report speaks of: a page with a frame, a table with a marked cell?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from schemas.application import entries_of
from schemas.document import Document, Page
from schemas.dossier import Screening
from schemas.figures import figures_of
from schemas.findings import Finding
from schemas.locator import Box, Locator
from schemas.status import Disposition, Status
from schemas.tables import rows_of

Spot = tuple[object, ...]
# Of a finding with a hundred places the first ones show what is meant; the others stand in the list itself.
_PER_FINDING = 40
_PER_MATERIAL = 4
_PICTURED = ("application/pdf", "image/")


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page, or a strip across it, as a data URI; ``top`` and ``bottom`` say which strip, in points."""

    file: str
    page: int
    width: float
    top: float
    bottom: float
    uri: str


@dataclass(frozen=True, slots=True)
class DrawnCell:
    """One cell of a drawn table; ``address`` is empty where the file gives none."""

    text: str
    address: str
    rowspan: int = 1
    colspan: int = 1
    head: bool = False


@dataclass(frozen=True, slots=True)
class TableImage:
    """A table of a Word file or a worksheet: its rows that matter, numbered from 0, each a tuple of cells."""

    file: str
    sheet: str | None
    rows: Mapping[int, tuple[DrawnCell, ...]]
    heads: int = 1
    list_heads: tuple[int, ...] = ()
    """The rows that head the lists inside it: what a marked cell says, the head of its own list tells."""

    def heads_of(self, row: int) -> set[int]:
        """The rows at the top, and those that head the list which this row is in."""
        above = [head for head in self.list_heads if head <= row]
        nearest = above[-1:]
        while nearest and nearest[0] - 1 in above:
            nearest.insert(0, nearest[0] - 1)
        return {*range(self.heads), *nearest}


@dataclass(frozen=True, slots=True)
class TextImage:
    """Lines of a file with their addresses: those that are spoken of and their neighbours."""

    file: str
    sheet: str | None
    lines: tuple[tuple[str, str], ...]


Source = PageImage | TableImage | TextImage


@dataclass(frozen=True, slots=True)
class Mark:
    """One place on one source: its number, the source's number, and the frame, the cell or the line."""

    number: int
    source: int
    box: Box | None = None
    address: str = ""
    row: int = -1


@dataclass(frozen=True, slots=True)
class Pictures:
    """Everything that can be shown of one dossier. Without a picture a place is named in words only."""

    sources: tuple[Source, ...] = ()
    marks: Mapping[Spot, Mark] = field(default_factory=dict)

    def at(self, place: Locator) -> Mark | None:
        """The mark of this place."""
        return self.marks.get(place.position)


NO_PICTURES = Pictures()


def wanted(screening: Screening) -> list[Locator]:
    """The places to show, what matters most first, each once."""
    seen: dict[Spot, Locator] = {}
    for place in _in_order(screening):
        seen.setdefault(place.position, place)
    return list(seen.values())


def _in_order(screening: Screening) -> Iterator[Locator]:
    contents = screening.contents
    yield from (amended.place for amended in contents.amended if amended.place is not None)
    for finding in sorted(screening.findings, key=_weight):
        yield from finding.evidence[:_PER_FINDING]
    for material in screening.materials:
        yield from material.evidence[:_PER_MATERIAL]
    for figure in figures_of(contents.figures):
        yield from figure.evidence[:2]
    for entry in entries_of(contents.application).values():
        yield entry.evidence
    for frame in contents.tables.values():
        yield from (row.evidence for row in rows_of(frame))


def _weight(finding: Finding) -> int:
    if finding.disposition is Disposition.NOTE:
        return 3
    return {Status.FAIL: 0, Status.ERROR: 0, Status.REVIEW: 1}.get(finding.status, 2)


def is_pictured(document: Document) -> bool:
    """Whether the document's pages can be shown as they look."""
    return document.media_type.startswith(_PICTURED)


def page_of(document: Document, place: Locator) -> Page | None:
    """The page that the place is on."""
    return next((page for page in document.pages if page.number == place.page), None)


def by_document(places: Iterable[Locator], documents: Sequence[Document]) -> dict[str, list[Locator]]:
    """The places of each document that was read, in their order."""
    known = {document.path for document in documents}
    sorted_out: dict[str, list[Locator]] = {}
    for place in places:
        if place.file in known:
            sorted_out.setdefault(place.file, []).append(place)
    return sorted_out
