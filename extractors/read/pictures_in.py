"""What do the pictures in an Office file say? Certificates, lists and whole pages are often pasted in as pictures.

In:     the bytes of pictures that are large enough for writing.
Out:    their pages, as a scan has them; the places are ``图3行2`` and ``图3表1!R1C2``.
Raises: nothing. A picture that does not open, or comes after MOST others, gives no page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.read import metafiles
from extractors.read.ocr.scope import OcrScope
from extractors.read.scan import reader as scan_reader
from schemas.document import Block, Page, Paragraph
from schemas.errors import UnreadableDocument

MOST = 120
"""More pictures than this are photographs; the rest is left unread, and the document says so."""


def pages(contents: Sequence[bytes], path: str, scope: OcrScope | None, before: int = 0) -> list[Page | None]:
    """The page of each picture, None where it gives none; they count on after those ``before`` them in the file."""
    room = max(0, MOST - before)
    opened = [metafiles.unpacked(content) for content in contents[:room]]
    drawn = [at for at, content in enumerate(opened) if metafiles.suffix(content)]
    found: dict[int, Page | None] = {}
    if drawn:
        read = metafiles.pages([opened[at] for at in drawn], path, scope)
        found = dict(zip(drawn, read, strict=True))
    made = [found[at] if at in found else _recognised(content, path, scope) for at, content in enumerate(opened)]
    placed = [page and _placed(page, f"图{before + at}") for at, page in enumerate(made, 1)]
    return [*placed, *[None] * (len(contents) - len(placed))]


def _recognised(content: bytes, path: str, scope: OcrScope | None) -> Page | None:
    try:
        return scan_reader.pictured(content, path, 1, scope)
    except UnreadableDocument:
        return None


def _placed(page: Page, picture: str) -> Page:
    """The page with its places in the file; where a block stands on its picture helps nobody to find it."""
    blocks = tuple(_placed_block(block, picture, place) for place, block in enumerate(page.blocks, 1))
    return replace(page, blocks=blocks, note=page.note.replace("页面是图片", f"文档中的图片（{picture}）"))


def _placed_block(block: Block, picture: str, number: int) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, bbox=None, cell=f"{picture}行{number}")
    table = f"{picture}表{number}"
    cells = (replace(cell, bbox=None, address=f"{table}!R{cell.row + 1}C{cell.column + 1}") for cell in block.cells)
    return replace(block, bbox=None, cells=tuple(cells))
