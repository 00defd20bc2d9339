"""Read a plain text or CSV file, in UTF-8, UTF-16 or a Chinese encoding.

Out:    one page; text gives a paragraph per line (place ``行12``), CSV a table (place ``B7``).
Raises: UnreadableDocument where the bytes are in no such encoding.
"""

from __future__ import annotations

import csv
import io
from pathlib import PurePosixPath

from extractors.read import media_type as media_types
from extractors.read.refusals import refusal
from extractors.read.sheets.sheet import MOST_CELLS, letters
from extractors.values.text import cleaned
from schemas.document import Block, Cell, Document, Page, Paragraph, Table
from schemas.errors import UnreadableDocument

MOST_CHARACTERS = 5_000_000
"""More than a book has; what comes after them is left unread, and the document says so."""


def read(data: bytes, path: str, sha256: str) -> Document:
    """The one page of the file."""
    text = media_types.decoded(data)
    if text is None:
        raise UnreadableDocument(path, *refusal(media_types.UNKNOWN))
    separated = PurePosixPath(path).suffix.lower() in (".csv", ".tsv")
    blocks, cut = _table(text[:MOST_CHARACTERS]) if separated else (_lines(text[:MOST_CHARACTERS]), False)
    cut = cut or len(text) > MOST_CHARACTERS
    page = Page(number=1, blocks=blocks, kind="text" if blocks else "blank")
    media_type = media_types.CSV if separated else media_types.TEXT
    return Document(path, sha256, media_type, (page,), note="文件内容过多，只读取了前面的部分" if cut else "")


def _lines(text: str) -> tuple[Block, ...]:
    lines = ((number, cleaned(line).strip()) for number, line in enumerate(text.splitlines(), 1))
    return tuple(Paragraph(line, cell=f"行{number}") for number, line in lines if line)


def _table(text: str) -> tuple[tuple[Block, ...], bool]:
    """The one table, and whether rows had to be left out."""
    head = text.split("\n", 1)[0]
    delimiter = max("\t;,", key=head.count)
    rows: list[list[str]] = []
    room, cut = MOST_CELLS, False
    # Lines end as they may, a Mac's of old too; a cell may be as long as the file.
    csv.field_size_limit(MOST_CHARACTERS)
    for row in csv.reader(io.StringIO(text.replace("\0", ""), newline=None), delimiter=delimiter):
        room -= len(row)
        if room < 0:
            cut = True
            break
        rows.append(row)
    cells = tuple(
        Cell(row=r, column=c, text=cleaned(value).strip(), address=f"{letters(c + 1)}{r + 1}")
        for r, row in enumerate(rows)
        for c, value in enumerate(row)
    )
    return ((Table(cells=cells, rows=len(rows), columns=max(map(len, rows))),) if cells else ()), cut
