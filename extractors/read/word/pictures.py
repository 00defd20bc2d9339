"""What a picture in a DOCX says: certificates and whole pages are often pasted in as scans.

In:     the package, and the part of a picture that is large enough for writing.
Out:    its page, as a scan has it; the places are ``图3行2`` and ``图3表1!R1C2``.
Raises: nothing. A picture that does not open, or comes after MOST others, gives no page.
"""

from __future__ import annotations

from dataclasses import replace

from extractors.read.ocr.scope import OcrScope
from extractors.read.office_package import Package
from extractors.read.scan import reader as scan_reader
from schemas.document import Block, Page, Paragraph
from schemas.errors import UnreadableDocument

MOST = 120
"""More pictures than this are photographs; the rest is left unread, and the document says so."""


def page(package: Package, target: str, at: int, number: int, scope: OcrScope | None) -> Page | None:
    """The page of the picture in this part: the ``at``-th of the document, page ``number``."""
    if at > MOST:
        return None
    try:
        read = scan_reader.pictured(package.read(target), package.path, number, scope)
    except UnreadableDocument:
        return None
    blocks = tuple(_placed(block, f"图{at}", place) for place, block in enumerate(read.blocks, 1))
    return replace(read, blocks=blocks, note=read.note.replace("页面是图片", f"文档中的图片（图{at}）"))


def _placed(block: Block, picture: str, number: int) -> Block:
    """The block with its place in the document; where it stands on its picture helps nobody to find it."""
    if isinstance(block, Paragraph):
        return replace(block, bbox=None, cell=f"{picture}行{number}")
    table = f"{picture}表{number}"
    cells = (replace(cell, bbox=None, address=f"{table}!R{cell.row + 1}C{cell.column + 1}") for cell in block.cells)
    return replace(block, bbox=None, cells=tuple(cells))
