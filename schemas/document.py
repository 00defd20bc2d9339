"""What a reader gives: pages of paragraphs and tables of cells, every one with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from typing import Literal

from schemas.locator import Box, Locator
from schemas.trust import NONE, Doubt, Doubts

PageKind = Literal["text", "scan", "mixed", "vector", "unreliable_text", "blank"]
Recognised = Literal["no", "top", "all"]
SealKind = Literal["round", "oval", "square", "paging"]
SealState = Literal["seen", "absent", "unknown"]
Native = str | int | float | Decimal | bool | date | datetime | time | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text that belongs together; wrapped lines are joined (hanzi without a space).

    A mark (checkbox, content control) is written into the text as □ or ☑.
    """

    text: str
    bbox: Box | None = None
    cell: str | None = None
    """DOCX: ``段12``; XLSX text outside any table: the cell's address."""
    doubts: Doubts = NONE


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; a merged cell is one cell with spans.

    ``row`` and ``column`` count from 0. ``address`` is ``B7`` (workbook) or ``表2!R3C4`` (DOCX).
    ``native`` is what a workbook stores (number, date, bool), None where the format knows only text.
    """

    row: int
    column: int
    text: str
    rowspan: int = 1
    colspan: int = 1
    bbox: Box | None = None
    address: str | None = None
    header: bool = False
    native: Native = None
    doubts: Doubts = NONE


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells on one page (or sheet, or DOCX body), in row-major order.

    ``continues``: carries on the table that ended the page before; ``recut``: with columns of its own, as the rows of
    a form are cut differently on every page.
    """

    cells: tuple[Cell, ...]
    rows: int
    columns: int
    bbox: Box | None = None
    continues: bool = False
    recut: bool = False
    rows_left_out: int = 0
    """Rows with writing that its file hides for good: they are not among ``cells``."""


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Seal:
    """The print of a seal on the picture of a page.

    ``certain`` is False for what may be something else (a ring without colour, a fingerprint): a person
    must look. ``text`` is what its ring says, where that could be read; it never decides anything.
    ``ink`` is the share of its area that is inked.
    """

    kind: SealKind
    bbox: Box
    certain: bool = True
    text: str = ""
    ink: float = 0.0


DAMAGED_PAGE = "页面已损坏，无法读取；需人工核对原件"
"""The note of a page that did not open."""
BROKEN_PICTURE = "页面上的图片无法打开（可能已损坏或过大）"
"""The note of a page on which nothing shows because its picture did not open."""

TOO_MUCH_DRAWN = "页面上的图片过多、过大，未读取"
"""The note of a page that would take for ever to show."""


@dataclass(frozen=True, slots=True)
class Page:
    """A PDF page, a worksheet, or the body of a DOCX section, its blocks in reading order.

    ``furniture`` holds headers, footers and page numbers, apart from the body.
    ``hidden`` marks a hidden sheet. ``rotation`` in degrees, already undone in the boxes.
    ``recognised`` says whether blocks were recognised from a picture: none, those at its top, or all.
    """

    number: int
    blocks: tuple[Block, ...] = ()
    kind: PageKind = "text"
    sheet: str | None = None
    width: float | None = None
    height: float | None = None
    rotation: int = 0
    hidden: bool = False
    furniture: tuple[Paragraph, ...] = ()
    note: str = ""
    recognised: Recognised = "no"
    lines: tuple[Paragraph, ...] = ()
    """Its pieces of text one by one, before they were laid out, where it is short enough to be a card."""
    seals: tuple[Seal, ...] = ()
    """Seals found on the picture of the page."""
    grey: bool | None = None
    """The picture has no colour: whether it bears a seal cannot be told. None where nobody looked."""

    @property
    def is_picture(self) -> bool:
        """Whether it shows no text that can be trusted, so that it must be recognised from its picture."""
        return self.kind in ("scan", "vector", "unreliable_text")

    @property
    def sealed(self) -> SealState:
        """Whether the page bears a seal; a doubtful one, a name seal or a slice of one tells neither way."""
        if any(seal.certain and seal.kind in ("round", "oval") for seal in self.seals):
            return "seen"
        return "unknown" if self.seals or self.grey is not False else "absent"


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote beside a document to other readers of it: no part of what it says.

    The place it hangs on: a page and a box on it, or the address of a cell or paragraph (with its sheet).
    """

    text: str
    page: int | None = None
    bbox: Box | None = None
    sheet: str | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One file as a reader saw it.

    ``path`` is the path inside the dossier, with ``/``. ``note`` says in Chinese what the
    reader had to leave aside (tracked changes accepted, formulas without values, hidden rows…).
    ``outline`` holds PDF bookmarks as (title, page).
    """

    path: str
    sha256: str
    media_type: str
    pages: tuple[Page, ...]
    note: str = ""
    outline: tuple[tuple[str, int], ...] = field(default=())
    unread: tuple[str, ...] = ()
    """What of it was not read though it may hold a paper, in Chinese (嵌入对象 1 个): there may be what is missing."""
    comments: tuple[Comment, ...] = ()
    """In the order of the file."""

    def place(self, page: Page, item: Paragraph | Cell | Table | None = None, text: str | None = None) -> Locator:
        """Where this item of this page stands; without an item, the page itself.

        A picture in a DOCX that was recognised is a page: what is read there is not what is written beside it.
        """
        paged = self.media_type in ("application/pdf", "application/ofd") or self.media_type.startswith("image/")
        paged = paged or page.recognised != "no"
        address = None if item is None or isinstance(item, Table) else _address(item)
        quoted = text if text is not None else None if item is None or isinstance(item, Table) else item.text
        return Locator(
            file=self.path,
            page=page.number if paged else None,
            sheet=page.sheet,
            cell=address,
            bbox=None if item is None else item.bbox,
            text=quoted,
            doubts=_doubts(page, item),
        )


def _doubts(page: Page, item: Paragraph | Cell | Table | None) -> Doubts:
    own = NONE if item is None or isinstance(item, Table) else item.doubts
    return own if page.recognised == "no" else own | {Doubt.FROM_PICTURE}


def _address(item: Paragraph | Cell) -> str | None:
    return item.address if isinstance(item, Cell) else item.cell
