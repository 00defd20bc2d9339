"""How does an old workbook (BIFF8: .xls, .et) look: number formats, borders, what is hidden?

In:     the Workbook stream. Its values are calamine's work.
Out:    one look per sheet, in the order of the tabs; none for workbooks before Excel 97.
Raises: struct.error and IndexError where the records are cut off.
Source: [MS-XLS] 2.4 (records).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from extractors.read.paper_white import PAPER
from extractors.read.set_off import Look
from extractors.read.sheets.number_formats import NumberFormat, number_format
from extractors.read.sheets.sheet import Style
from extractors.read.sheets.xls_drawn import XlsDrawn
from extractors.read.symbol_fonts import is_symbol_font

_BOF, _EOF = 0x809, 0x0A
_BIFF8, _WORKSHEET = 0x0600, 0x10
_BOUND_SHEET, _FORMAT, _XF, _FONT, _DATE_MODE, _PALETTE = 0x85, 0x41E, 0xE0, 0x31, 0x22, 0x92
_ROW, _COLUMNS, _FILTERED = 0x208, 0x7D, 0x9B
_FORMULA, _BLANK, _NUMBER, _LABEL, _TRUTH, _RK, _SHARED = 0x06, 0x201, 0x203, 0x204, 0x205, 0x27E, 0xFD
_MANY_RK, _MANY_BLANK = 0xBD, 0xBE
_ONE = frozenset((_FORMULA, _NUMBER, _LABEL, _TRUTH, _RK, _SHARED))
_DIMENSIONS, _STRINGS = 0x200, 0xFC
_SPREAD = frozenset((_MANY_RK, _MANY_BLANK))
# Older versions have numbers of their own for the same records.
_CELLS = _ONE | _SPREAD | {_BLANK, 0x02, 0x03, 0x04, 0x05, 0xD6, 0x206, 0x406}
_ROW_HIDDEN, _COLUMN_HIDDEN = 0x20, 0x01
_OUTLINE_LEVEL, _COLUMN_OUTLINE = 0x07, 0x0700
_STRIKE_OUT, _RAISED = 0x08, 1
_DRAWING_GROUP, _CONTINUED = 0xEB, 0x3C
_CONDITIONS, _TABLES = frozenset((0x1B0, 0x879)), 0x872
"""Records of looks that a condition gives, and of tables: both may lay a ground under white type."""
_WHITES, _FIRST_OWN = frozenset((1, 9)), 8
"""The numbers of white in the palette as it is shipped; from which on a workbook may have colours of its own."""
_SOLID, _XF_LENGTH = 1, 20

Place = tuple[int, int]
"""Row and column, from 1."""


@dataclass(slots=True)
class SheetLook:
    """How the cells of one sheet look."""

    styles: dict[Place, Style] = field(default_factory=dict)
    bordered: dict[int, int] = field(default_factory=dict)
    """Row → bits of the columns whose empty cells have a border."""
    hidden_rows: set[int] = field(default_factory=set)
    collapsed_rows: set[int] = field(default_factory=set)
    """Those of them that lie in a collapsed group."""
    strings: dict[Place, int] = field(default_factory=dict)
    """The number, in the workbook's table, of the string that a cell shows."""
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    filtered: bool = False
    on_top: XlsDrawn = field(default_factory=XlsDrawn)
    grounded: bool = False
    """Tables or conditions may lay a ground under its cells: white type is seen on them."""


@dataclass(slots=True)
class Looks:
    """The looks of a workbook's sheets by name."""

    sheets: dict[str, SheetLook] = field(default_factory=dict)
    since_1904: bool = False
    drawing_group: bytes = b""
    """The pictures of the workbook, in a tree of records of their own."""
    run_looks: Mapping[int, Look] = field(default_factory=dict)
    """The looks of the fonts that strike out or raise their text, by number."""


def looks(stream: bytes) -> Looks:
    """The looks of every worksheet."""
    found = Looks()
    if len(stream) < 8 or struct.unpack_from("<HHH", stream)[::2] != (_BOF, _BIFF8):
        return found
    book = _of_book(stream)
    fonts = book.fonts
    styles = [_style(each, number_format(each.form, book.formats.get(each.form)), book) for each in book.cells]
    found.since_1904 = book.since_1904
    found.drawing_group = bytes(book.drawing_group)
    numbered = {index: _font(fonts, index) for index in range(len(fonts) + 2)}
    found.run_looks = {
        index: Look.STRUCK if font.struck else Look.RAISED
        for index, font in numbered.items()
        if font.struck or font.raised
    }
    for start, name in book.sheets:
        if start + 8 <= len(stream) and struct.unpack_from("<H", stream, start + 6)[0] == _WORKSHEET:
            found.sheets[name] = _look(stream, start, styles)
    return found


@dataclass(frozen=True, slots=True)
class _Font:
    """A font of the workbook: its name where it is one of signs, whether it strikes out, its colour by number."""

    symbols: str | None = None
    struck: bool = False
    colour: int = 0
    raised: bool = False


@dataclass(frozen=True, slots=True)
class _CellFormat:
    """A format of cells, its font, number format and colours by number; ``ground`` is None for a patterned one."""

    font: int
    form: int
    bordered: bool
    ground: int | None


@dataclass(slots=True)
class _BookFormats:
    """What the workbook says once for all its sheets; ``sheets`` are their places in the stream and names."""

    formats: dict[int, str] = field(default_factory=dict)
    fonts: list[_Font] = field(default_factory=list)
    cells: list[_CellFormat] = field(default_factory=list)
    whites: frozenset[int] = _WHITES
    """The numbers of the colours that are as white as paper."""
    sheets: list[tuple[int, str]] = field(default_factory=list)
    since_1904: bool = False
    drawing_group: bytearray = field(default_factory=bytearray)


def _of_book(stream: bytes) -> _BookFormats:
    book = _BookFormats()
    before = 0
    for kind, at, length in _records(stream, 0):
        if kind == _DRAWING_GROUP or (kind == _CONTINUED and before == _DRAWING_GROUP):
            book.drawing_group += stream[at : at + length]
            before = _DRAWING_GROUP
            continue
        before = kind
        if kind == _FORMAT:
            book.formats[struct.unpack_from("<H", stream, at)[0]] = _string(stream, at + 2, 2)
        elif kind == _FONT:
            name = _string(stream, at + 14, 1)
            flags, colour = struct.unpack_from("<HH", stream, at + 2)
            raised = struct.unpack_from("<H", stream, at + 8)[0] == _RAISED
            struck = bool(flags & _STRIKE_OUT)
            book.fonts.append(_Font(name if is_symbol_font(name) else None, struck, colour, raised))
        elif kind == _XF:
            book.cells.append(_cell_format(stream, at, length))
        elif kind == _PALETTE:
            book.whites = frozenset(_whites(stream, at))
        elif kind == _BOUND_SHEET:
            book.sheets.append((struct.unpack_from("<L", stream, at)[0], _string(stream, at + 6, 1)))
        elif kind == _DATE_MODE:
            book.since_1904 = bool(stream[at])
    return book


def _cell_format(stream: bytes, at: int, length: int) -> _CellFormat:
    font, form = struct.unpack_from("<HH", stream, at)
    lines = struct.unpack_from("<H", stream, at + 10)[0] if length >= _XF_LENGTH - 8 else 0
    ground = None
    if length >= _XF_LENGTH:
        pattern, colours = struct.unpack_from("<LH", stream, at + 14)
        kind = pattern >> 26
        ground = min(_WHITES) if not kind else colours & 0x7F if kind == _SOLID else None
    return _CellFormat(font, form, bool(lines), ground)


def _whites(stream: bytes, at: int) -> Iterator[int]:
    """The numbers of the colours that are as white as paper, in a palette of the workbook's own."""
    yield min(_WHITES)
    for index in range(min(struct.unpack_from("<H", stream, at)[0], 56)):
        if min(stream[at + 2 + 4 * index : at + 5 + 4 * index], default=0) >= PAPER:
            yield _FIRST_OWN + index


def _style(each: _CellFormat, look: NumberFormat, book: _BookFormats) -> Style:
    font = _font(book.fonts, each.font)
    white = font.colour in book.whites and each.ground in book.whites
    return Style(look, each.bordered, font.symbols, font.struck, unseen=look.unseen or white)


def _font(fonts: list[_Font], index: int) -> _Font:
    # There is no font 4: the fifth record is font 5.
    at = index - 1 if index > 4 else index
    return fonts[at] if at < len(fonts) else _Font()


def _records(stream: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Kind, place and length of each record up to the end of the substream; what is embedded is passed over."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind == _BOF:
            depth += 1
        elif kind == _EOF:
            depth -= 1
            if depth == 0:
                return
        elif depth == 1:
            yield kind, at + 4, length
        at += 4 + length


def _string(stream: bytes, at: int, counted: int) -> str:
    """A string whose length takes ``counted`` bytes; a flag says whether its letters have one byte or two."""
    length = int.from_bytes(stream[at : at + counted], "little")
    start = at + counted + 1
    if stream[start - 1] & 1:
        return stream[start : start + 2 * length].decode("utf-16-le", "replace")
    return stream[start : start + length].decode("latin-1")


def _look(stream: bytes, start: int, styles: list[Style]) -> SheetLook:
    look = SheetLook()
    for kind, at, length in _records(stream, start):
        if kind in _ONE:
            _one(stream, (kind, at), styles, look)
        elif kind in (_MANY_RK, _MANY_BLANK, _BLANK):
            _many(stream, (kind, at, length), styles, look)
        elif kind == _ROW:
            _row(stream, at, look)
        elif kind == _COLUMNS:
            first, last, _, _, flags = struct.unpack_from("<5H", stream, at)
            if flags & _COLUMN_HIDDEN and not flags & _COLUMN_OUTLINE:
                look.hidden_columns.append((first + 1, min(last + 1, 256)))
        elif kind == _FILTERED:
            look.filtered = True
        elif kind == _TABLES or kind in _CONDITIONS:
            look.grounded = True
        else:
            look.on_top.take(stream, kind, at, length)
    return look


def _one(stream: bytes, record: tuple[int, int], styles: list[Style], look: SheetLook) -> None:
    """One cell: its style, and the number of the string it shows."""
    kind, at = record
    row, column, style = struct.unpack_from("<HHH", stream, at)
    look.styles[row + 1, column + 1] = _of(styles, style)
    if kind == _SHARED:
        look.strings[row + 1, column + 1] = struct.unpack_from("<L", stream, at + 6)[0]


def _row(stream: bytes, at: int, look: SheetLook) -> None:
    """Whether a row is hidden, and whether in a collapsed group."""
    row, flags = struct.unpack_from("<H10xH", stream, at)
    if flags & _ROW_HIDDEN:
        look.hidden_rows.add(row + 1)
        if flags & _OUTLINE_LEVEL:
            look.collapsed_rows.add(row + 1)


def _many(stream: bytes, record: tuple[int, int, int], styles: list[Style], look: SheetLook) -> None:
    """Cells side by side: numbers with their styles, or blanks that have at most a border."""
    kind, at, length = record
    row, column = struct.unpack_from("<HH", stream, at)
    step = 6 if kind == _MANY_RK else 2
    count = 1 if kind == _BLANK else (length - 6) // step
    for index in range(count):
        style = _of(styles, struct.unpack_from("<H", stream, at + 4 + index * step)[0])
        if kind == _MANY_RK:
            look.styles[row + 1, column + 1 + index] = style
        elif style.bordered:
            look.bordered[row + 1] = look.bordered.get(row + 1, 0) | 1 << column + 1 + index


def _of(styles: list[Style], index: int) -> Style:
    return styles[index] if index < len(styles) else Style()


def tamed(stream: bytes) -> tuple[bytes, int]:
    """The stream without what makes a parser reserve memory for a lie, and how many cells its widest sheet spans.

    Sizes that a file only states (of sheets, of the table of strings) are taken out or bounded by its length.
    """
    out = bytearray(stream)
    starts, seen, widest = [0], set[int](), 0
    while starts:
        rows = columns = 0
        at = starts.pop()
        while at + 4 <= len(stream) and at not in seen:
            seen.add(at)
            kind, length = struct.unpack_from("<HH", stream, at)
            place, at = at + 4, at + 4 + length
            if kind == _DIMENSIONS:
                out[place : place + length] = bytes(min(length, len(stream) - place))
            elif kind == _STRINGS and length >= 8:
                stated = struct.unpack_from("<L", stream, place + 4)[0] if place + 8 <= len(stream) else 0
                out[place + 4 : place + 8] = struct.pack("<L", min(stated, length * 8, len(stream) // 3))
            elif kind == _BOUND_SHEET and place + 4 <= len(stream):
                starts.append(struct.unpack_from("<L", stream, place)[0])
            elif kind in _CELLS and place + 6 <= len(stream):
                row, column = struct.unpack_from("<HH", stream, place)
                last = struct.unpack_from("<H", stream, at - 2)[0] if kind in _SPREAD and at <= len(stream) else column
                rows, columns = max(rows, row + 1), max(columns, column + 1, last + 1)
                widest = max(widest, rows * columns)
            elif kind == _BOF:
                rows = columns = 0
    return bytes(out), widest
