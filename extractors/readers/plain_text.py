"""Read a plain text or CSV file, in UTF-8, UTF-16 or a Chinese encoding.

Out:    one page; text gives a paragraph per line (place ``行12``), CSV a table (place ``B7``).
Raises: UnreadableDocument where the bytes are in no such encoding.
"""

from __future__ import annotations

import csv
import io
from pathlib import PurePosixPath

from extractors.readers import sniff
from extractors.readers.clean import cleaned
from extractors.readers.refusals import refusal
from extractors.readers.xlsx_cells import letters
from schemas.document import Block, Cell, Document, Page, Paragraph, Table
from schemas.errors import UnreadableDocument


def read(data: bytes, path: str, sha256: str) -> Document:
    """The one page of the file."""
    text = sniff.decoded(data)
    if text is None:
        raise UnreadableDocument(path, *refusal(sniff.UNKNOWN))
    separated = PurePosixPath(path).suffix.lower() in (".csv", ".tsv")
    blocks = _table(text) if separated else _lines(text)
    page = Page(number=1, blocks=blocks, kind="text" if blocks else "blank")
    return Document(path=path, sha256=sha256, media_type=sniff.CSV if separated else sniff.TEXT, pages=(page,))


def _lines(text: str) -> tuple[Block, ...]:
    lines = ((number, cleaned(line).strip()) for number, line in enumerate(text.splitlines(), 1))
    return tuple(Paragraph(line, cell=f"行{number}") for number, line in lines if line)


def _table(text: str) -> tuple[Block, ...]:
    head = text.split("\n", 1)[0]
    delimiter = max("\t;,", key=head.count)
    rows = list(csv.reader(io.StringIO(text.replace("\0", "")), delimiter=delimiter))
    cells = tuple(
        Cell(row=r, column=c, text=cleaned(value).strip(), address=f"{letters(c + 1)}{r + 1}")
        for r, row in enumerate(rows)
        for c, value in enumerate(row)
    )
    return (Table(cells=cells, rows=len(rows), columns=max(map(len, rows))),) if cells else ()
