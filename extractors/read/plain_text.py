"""Read a plain text or CSV file, in UTF-8, UTF-16 or a Chinese encoding.

Out:    one page; text gives a paragraph per line (place ``行12``), CSV a table (place ``B7``).
Raises: UnreadableDocument where the bytes are in no such encoding.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from extractors.read import interchange
from extractors.read import media_type as media_types
from extractors.read.media_type import RULE
from extractors.read.refusals import refusal
from extractors.read.sheets.sheet import MOST_CELLS, letters
from extractors.values.text import cleaned
from schemas.document import Block, Cell, Document, Page, Paragraph, Table
from schemas.errors import UnreadableDocument

MOST_CHARACTERS = 5_000_000
"""More than a book has; what comes after them is left unread, and the document says so."""

_KEPT_AS_TEXT = re.compile(r'="([^"]{0,500})"')
_DRAWN = "|│┃║"
"""Signs that draw a table: lines of nothing else part its rows, and its rows begin and end with one."""
_DELIMITERS, _SAMPLE = "\t;,|│┃║", 1 << 16


def read(data: bytes, path: str, sha256: str) -> Document:
    """The one page of the file."""
    text = media_types.decoded(data)
    if text is None:
        raise UnreadableDocument(path, *refusal(media_types.UNKNOWN))
    sheet = interchange.rows(text[:MOST_CHARACTERS])
    separated = sheet is not None or media_types.media_type(data, path) == media_types.CSV
    blocks, cut = (
        separated_table(text[:MOST_CHARACTERS], sheet) if separated else (_lines(text[:MOST_CHARACTERS]), False)
    )
    cut = cut or len(text) > MOST_CHARACTERS
    page = Page(number=1, blocks=blocks, kind="text" if blocks else "blank")
    media_type = media_types.CSV if separated else media_types.TEXT
    return Document(path, sha256, media_type, (page,), note="文件内容过多，只读取了前面的部分" if cut else "")


def _lines(text: str) -> tuple[Block, ...]:
    lines = ((number, cleaned(line).strip()) for number, line in enumerate(text.splitlines(), 1))
    return tuple(Paragraph(line, cell=f"行{number}") for number, line in lines if line)


def separated_table(text: str, sheet: Iterator[list[str]] | None = None) -> tuple[tuple[Block, ...], bool]:
    """The one table of a separated text, or of a sheet's rows; and whether rows had to be left out."""
    delimiter = _delimiter(text)
    # Lines end as they may, a Mac's of old too; a cell may be as long as the file.
    csv.field_size_limit(MOST_CHARACTERS)
    rows, cut = _taken(sheet or csv.reader(io.StringIO(text.replace("\0", ""), newline=None), delimiter=delimiter))
    kept = list(enumerate(rows, 1))
    if delimiter in _DRAWN and sheet is None:
        kept = _unframed(kept)
    cells = tuple(
        Cell(row=r, column=c, text=_shown(cleaned(value).strip()), address=f"{letters(c + 1)}{line}")
        for r, (line, row) in enumerate(kept)
        for c, value in enumerate(row)
    )
    return ((Table(cells=cells, rows=len(kept), columns=max(len(row) for _, row in kept)),) if cells else ()), cut


def _taken(read: Iterator[list[str]]) -> tuple[list[list[str]], bool]:
    """As many rows as there is room for, and whether there were more."""
    rows: list[list[str]] = []
    room = MOST_CELLS
    for row in read:
        room -= len(row)
        if room < 0:
            return rows, True
        rows.append(row)
    return rows, False


def _unframed(rows: list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """The rows of a drawn table without the lines that only draw, and without the bar that each begins with."""
    kept = [(line, row) for line, row in rows if not all(map(RULE.fullmatch, row))]
    begun = not any(row[0].strip() for _, row in kept if row)
    return [(line, row[1:]) for line, row in kept] if begun else kept


def _shown(text: str) -> str:
    """A cell as a program for sheets shows it: systems write ="0138" to keep a number's leading zeros."""
    found = _KEPT_AS_TEXT.fullmatch(text)
    return found[1] if found else text


def _delimiter(text: str) -> str:
    """The sign that cuts the most lines into the same number of pieces: titles and notes hold none of it."""
    lines = [line for line in text[:_SAMPLE].splitlines() if not RULE.fullmatch(line)]

    def alike(sign: str) -> tuple[int, int]:
        counts = Counter(count for line in lines if (count := line.count(sign)))
        pieces, times = max(counts.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        return times, pieces

    return max(_DELIMITERS, key=alike)
