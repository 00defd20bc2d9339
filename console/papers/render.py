"""What of a file is shown: how large its pages are, one page as a picture, its tables and lines as text?

Runs in a process of its own (``warm.process``), which opens the applicant's file; gives plain values that travel.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from console.papers.received import received
from extractors.kept import store
from extractors.papers.ocr_scope import ocr_scope
from extractors.read import from_kept
from extractors.read.media_type import media_type
from pipeline.evidence import whole_page
from pipeline.evidence.pictures import DrawnCell
from pipeline.evidence.whole_page import PageSize
from pipeline.intake.inbox import Received
from schemas.document import Document, Page, Paragraph, Table
from schemas.errors import UnreadableDocument

PDF = "application/pdf"
_MOST_ROWS = 3000
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A table (rows of cells) or a line (one row of one cell) of a sheet or document, in order."""

    sheet: str
    rows: tuple[tuple[DrawnCell, ...], ...]
    table: bool


@dataclass(frozen=True, slots=True)
class ShownFile:
    """How a file is shown: ``pages`` where it has pictures of pages, else ``blocks``.

    ``as_read`` is False where nothing was kept of how its pages were read: boxes on a page that lay askew may be off.
    """

    media_type: str
    pages: tuple[PageSize, ...] = ()
    blocks: tuple[ShownBlock, ...] = ()
    as_read: bool = True


def shown_file(results: Path, dossier: str, path: str, cache: Path) -> ShownFile:
    """The file. UsageError where it is not there any more."""
    file = received(results, dossier, path)
    kind = media_type(file.data, path) or ""
    store.use(cache)
    document = _document(file, kind)
    if document is not None and _pictured(document.media_type):
        return ShownFile(document.media_type, tuple(_size(page) for page in document.pages))
    if document is not None:
        return ShownFile(document.media_type, blocks=tuple(_blocks(document)))
    return ShownFile(kind, tuple(whole_page.sizes(file.data)) if kind == PDF else (), as_read=False)


def page_picture(results: Path, dossier: str, path: str, number: int, cache: Path) -> bytes | None:
    """The page as a JPEG; None where it cannot be drawn. UsageError where the file is not there any more."""
    file = received(results, dossier, path)
    kind = media_type(file.data, path) or ""
    store.use(cache)
    document = _document(file, kind)
    page = next((one for one in document.pages if one.number == number), None) if document else None
    if kind == PDF:
        return whole_page.of_pdf(file.data, number, page)
    return whole_page.of_image(file.data, number, page) if kind.startswith("image/") else None


def _document(file: Received, kind: str) -> Document | None:
    """The document as it was read, where that is kept or soon done: recognising a scan takes too long here."""
    if not file.data:
        return None
    scope = ocr_scope(file.path)
    if _pictured(kind) and not from_kept.holds(file.data, file.path, scope):
        return None
    try:
        return from_kept.read(file.data, file.path, scope)
    except UnreadableDocument:
        return None


def _pictured(kind: str) -> bool:
    return kind == PDF or kind.startswith("image/")


def _size(page: Page) -> PageSize:
    return PageSize(page.width or 0.0, page.height or 0.0)


def _blocks(document: Document) -> list[ShownBlock]:
    blocks: list[ShownBlock] = []
    rows = 0
    for page in document.pages:
        for block in page.blocks:
            if rows > _MOST_ROWS:
                return blocks
            shown = _block(page.sheet or "", block)
            rows += len(shown.rows)
            blocks.append(shown)
    return blocks


def _block(sheet: str, block: Table | Paragraph) -> ShownBlock:
    if isinstance(block, Paragraph):
        return ShownBlock(sheet, ((DrawnCell(block.text[:_LONGEST], block.cell or ""),),), table=False)
    rows: dict[int, list[DrawnCell]] = {}
    for cell in block.cells:
        shown = DrawnCell(cell.text[:_LONGEST], cell.address or "", cell.rowspan, cell.colspan, cell.header)
        rows.setdefault(cell.row, []).append(shown)
    return ShownBlock(sheet, tuple(tuple(rows.get(at, ())) for at in range(block.rows)), table=True)
