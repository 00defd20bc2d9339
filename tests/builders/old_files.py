"""Small files of old formats made by code: compound files, BIFF workbooks, OpenDocument sheets, OFD."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

from tests.builders.office_files import zipped

_END, _FREE = 0xFFFFFFFE, 0xFFFFFFFF


def compound(streams: Mapping[str, bytes]) -> bytes:
    """An OLE2 file of these streams, each padded to the size that gives it sectors of its own."""
    sectors: list[bytes] = []
    table: list[int] = []
    entries = [_entry("Root Entry", 5, _END, 0, child=1)]
    for number, (name, content) in enumerate(streams.items(), 1):
        padded = content.ljust(4096, b"\0")
        start = len(sectors)
        pieces = [padded[at : at + 512].ljust(512, b"\0") for at in range(0, len(padded), 512)]
        sectors.extend(pieces)
        table.extend([*range(start + 1, start + len(pieces)), _END])
        right = number + 1 if number < len(streams) else _FREE
        entries.append(_entry(name, 2, start, len(padded), right=right))
    directory = b"".join(entries).ljust(-(-len(entries) // 4) * 512, b"\0")
    first = len(sectors)
    pieces = [directory[at : at + 512] for at in range(0, len(directory), 512)]
    sectors.extend(pieces)
    table.extend([*range(first + 1, first + len(pieces)), _END])
    place = len(sectors)
    table.append(0xFFFFFFFD)
    assert len(table) <= 128, "one sector of table is enough for a test"
    sectors.append(struct.pack("<128L", *table, *[_FREE] * (128 - len(table))))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<LLLLLLLLL", 0, 1, first, 0, 4096, _END, 0, _END, 0)
    head += struct.pack("<109L", place, *[_FREE] * 108)
    return head + b"".join(sectors)


def _entry(name: str, kind: int, start: int, size: int, *, right: int = _FREE, child: int = _FREE) -> bytes:  # noqa: PLR0913  the fields of the format
    raw = name.encode("utf-16-le") + b"\0\0"
    head = raw.ljust(64, b"\0") + struct.pack("<HBBLLL", len(raw), kind, 1, _FREE, right, child)
    return head + bytes(36) + struct.pack("<LLL", start, size, 0)


def stored(folder: str, streams: Mapping[str, bytes], beside: Mapping[str, bytes]) -> bytes:
    """A compound file with these streams in a storage of this name, and others ``beside`` it."""
    laid = [*beside.items(), *streams.items()]
    contents = [content.ljust(4096, b"\0") for _, content in laid]
    starts, sectors, table = [], [], []
    for content in contents:
        starts.append(len(sectors))
        pieces = [content[at : at + 512].ljust(512, b"\0") for at in range(0, len(content), 512)]
        sectors.extend(pieces)
        table.extend([*range(len(sectors) - len(pieces) + 1, len(sectors)), _END])
    storage = len(beside) + 1
    entries = [_entry("Root Entry", 5, _END, 0, child=1)]
    for number, name in enumerate(beside, 1):
        entries.append(_entry(name, 2, starts[number - 1], len(contents[number - 1]), right=number + 1))
    entries.append(_entry(folder, 1, 0, 0, child=storage + 1))
    for number, name in enumerate(streams):
        place, last = len(beside) + number, number + 1 == len(streams)
        right = _FREE if last else storage + number + 2
        entries.append(_entry(name, 2, starts[place], len(contents[place]), right=right))
    directory = b"".join(entries).ljust(-(-len(entries) // 4) * 512, b"\0")
    first = len(sectors)
    pieces = [directory[at : at + 512] for at in range(0, len(directory), 512)]
    sectors.extend(pieces)
    table.extend([*range(first + 1, first + len(pieces)), _END, 0xFFFFFFFD])
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<LLLLLLLLL", 0, 1, first, 0, 4096, _END, 0, _END, 0)
    head += struct.pack("<109L", len(sectors), *[_FREE] * 108)
    return head + b"".join(sectors) + struct.pack("<128L", *table, *[_FREE] * (128 - len(table)))


def native(label: str, content: bytes) -> bytes:
    """The stream Ole10Native: a file that was packed into an object as it is."""
    path = f"C:\\{label}".encode("gbk") + b"\0"
    inner = b"\2\0" + label.encode("gbk") + b"\0" + path + b"\0\0\3\0" + struct.pack("<L", len(path)) + path
    inner += struct.pack("<L", len(content)) + content
    return struct.pack("<L", len(inner)) + inner


def word(*, locked: bool = False) -> bytes:
    """A Word 97 file as far as its head goes."""
    return compound({"WordDocument": struct.pack("<HH6xH", 0xA5EC, 0xC1, 0x0100 if locked else 0)})


GENERAL, PERCENT, MONTH, BORDERED, STRUCK, WHITE, WHITE_ON_BLUE, WHITE_ON_WHITE = range(8)


_LOOKS = (
    (0, 0, 0, 0, 0),
    (0, 10, 0, 0, 0),
    (0, 0xA4, 0, 0, 0),
    (0, 0, 0x1111, 0, 0),
    (2, 0, 0, 0, 0),
    (5, 0, 0, 0, 0),
    (5, 0, 0, 1, 12),
    (5, 0, 0, 1, 9),
)
"""Of each style its font (there is no font 4), number format, lines, pattern and ground."""


def xls(  # noqa: PLR0913  what a test may say of a sheet
    cells: Mapping[tuple[int, int], object],
    *,
    styles: Mapping[tuple[int, int], int] | None = None,
    merges: Sequence[tuple[int, int, int, int]] = (),
    hidden_rows: Sequence[int] = (),
    hidden_columns: Sequence[int] = (),
    hidden: bool = False,
    locked: bool = False,
    blanks: Sequence[tuple[int, int]] = (),
    conditions: bool = False,
    more: bytes = b"",
    group: bytes = b"",
) -> bytes:
    """A BIFF8 workbook of one sheet, rows and columns from 0; ``blanks`` are empty cells with a border.

    ``more`` are further records of the sheet, ``group`` the store of its pictures.
    """
    fonts = b"".join(
        _record(0x31, struct.pack("<HHHHHBBBB", 200, flags, colour, 400, 0, 0, 0, 0, 0) + _text("宋体", 1))
        for flags, colour in ((0, 0x7FFF), (0, 0x7FFF), (0x08, 0x7FFF), (0, 0x7FFF), (0, 9))
    )
    looks = b"".join(
        _record(0xE0, struct.pack("<HHHBBHLLH", font, code, 0, 0, 0, 0, lines, pattern << 26, ground))
        for font, code, lines, pattern, ground in _LOOKS
    )
    looks += _record(0xEB, group) if group else b""
    lock = _record(0x2F, struct.pack("<HHH", 1, 1, 1) + bytes(48)) if locked else b""
    before = _bof(0x05) + lock + fonts + _record(0x41E, struct.pack("<H", 0xA4) + _text('yyyy"年"m"月"', 2)) + looks
    name = struct.pack("<BB", 1 if hidden else 0, 0) + _text("名单", 1)
    start = len(before) + 4 + 4 + len(name) + 4
    rows = b"".join(_record(0x208, struct.pack("<HHHHHHHH", row, 0, 9, 255, 0, 0, 0x20, 0)) for row in hidden_rows)
    columns = b"".join(_record(0x7D, struct.pack("<HHHHHH", at, at, 2048, 0, 1, 0)) for at in hidden_columns)
    body = b"".join(
        _cell(row, column, (styles or {}).get((row, column), 0), value) for (row, column), value in cells.items()
    )
    body += b"".join(_record(0x201, struct.pack("<HHH", row, column, BORDERED)) for row, column in blanks)
    if merges:
        body += _record(0xE5, struct.pack("<H", len(merges)) + b"".join(struct.pack("<HHHH", *each) for each in merges))
    body += _record(0x1B0, bytes(14)) if conditions else b""
    sheet = _bof(0x10) + columns + rows + body + more + _record(0x0A, b"")
    stream = before + _record(0x85, struct.pack("<L", start) + name) + _record(0x0A, b"") + sheet
    return compound({"Workbook": stream})


def drawn_object(kind: int, number: int, part: bytes = b"") -> bytes:
    """The record of an object drawn on a sheet, with a further part of it."""
    return _record(0x5D, struct.pack("<HHHH", 0x15, 18, kind, number) + bytes(14) + part)


def store(*entries: bytes) -> bytes:
    """The drawing group of a workbook with these pictures."""
    held = _art(0xF001, 0xF, b"".join(entries))
    return _art(0xF000, 0xF, held)


def entry(held: bytes, name: bytes = b"") -> bytes:
    """One picture of the store."""
    return _art(0xF007, 0x62, bytes(33) + bytes([len(name)]) + bytes(2) + name + held)


def blip(kind: int, instance: int, content: bytes) -> bytes:
    """A picture as it is stored: its digests, what its kind sets before it, its bytes."""
    head = bytes(34) if kind in (0xF01A, 0xF01B) else bytes(1)
    return _art(kind, instance << 4, bytes(16 * (1 + (instance & 1))) + head + content)


def _art(kind: int, version: int, content: bytes) -> bytes:
    return struct.pack("<HHL", version, kind, len(content)) + content


def noted(row: int, column: int, text: str) -> bytes:
    """The records of a note on a cell."""
    drawn = _record(0x5D, struct.pack("<HHHH", 0x15, 18, 0x19, 1) + bytes(14))
    held = _record(0x1B6, struct.pack("<5HH", 0, 0, 0, 0, 0, len(text)) + bytes(6))
    said = _record(0x3C, b"\1" + text.encode("utf-16-le"))
    return drawn + held + said + _record(0x1C, struct.pack("<4H", row, column, 0, 1) + _text("审核", 2) + b"\0")


def _bof(kind: int) -> bytes:
    return _record(0x809, struct.pack("<HHHHLL", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _text(text: str, counted: int) -> bytes:
    return len(text).to_bytes(counted, "little") + b"\1" + text.encode("utf-16-le")


def _cell(row: int, column: int, style: int, value: object) -> bytes:
    head = struct.pack("<HHH", row, column, style)
    if isinstance(value, bool):
        return _record(0x205, head + struct.pack("<BB", value, 0))
    if isinstance(value, str):
        return _record(0x204, head + _text(value, 2))
    assert isinstance(value, (int, float))
    return _record(0x203, head + struct.pack("<d", value))


_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in {
        "office": "office",
        "table": "table",
        "text": "text",
        "style": "style",
        "number": "datastyle",
        "fo": "xsl-fo-compatible",
        "draw": "drawing",
    }.items()
)


def ods(rows: str, styles: str = "", manifest: str = "") -> bytes:
    """An OpenDocument workbook of one table; ``rows`` and ``styles`` are its XML."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
            "content.xml": (
                f"<office:document-content {_NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
                f'<office:body><office:spreadsheet><table:table table:name="名单">{rows}</table:table>'
                "</office:spreadsheet></office:body></office:document-content>"
            ),
        }
    )


def ofd(*pages: str, template: str = "", more: Mapping[str, str] | None = None) -> bytes:
    """An OFD of pages of A4, each the XML of its objects in millimetres."""
    name = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    listed = "".join(f'<ofd:Page ID="{at}" BaseLoc="Pages/P{at}/Content.xml"/>' for at in range(len(pages)))
    shared = '<ofd:TemplatePage ID="90" BaseLoc="Tpls/T.xml"/>' if template else ""
    used = '<ofd:Template TemplateID="90"/>' if template else ""
    parts = {
        "OFD.xml": (
            f"<ofd:OFD {name}><ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
        ),
        "Doc_0/Document.xml": (
            f"<ofd:Document {name}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
            f"</ofd:PageArea>{shared}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
        ),
        **{
            f"Doc_0/Pages/P{at}/Content.xml": f"<ofd:Page {name}>{used}<ofd:Content><ofd:Layer>{page}</ofd:Layer>"
            "</ofd:Content></ofd:Page>"
            for at, page in enumerate(pages)
        },
        "Doc_0/Tpls/T.xml": f"<ofd:Page {name}><ofd:Content><ofd:Layer>{template}</ofd:Layer></ofd:Content></ofd:Page>",
        **(more or {}),
    }
    return zipped(dict(parts))


def said(text: str, x: float, y: float, size: float = 4.0, **more: str) -> str:
    """A line of hanzi whose top left stands at x, y."""
    steps = f'DeltaX="g {len(text) - 1} {size}"' if len(text) > 1 else ""
    extra = " ".join(f'{name}="{value}"' for name, value in more.items())
    return (
        f'<ofd:TextObject Boundary="{x} {y} {size * len(text)} {size}" Font="1" Size="{size}" {extra}>'
        f'<ofd:TextCode X="0" Y="{size * 0.86:.2f}" {steps}>{text}</ofd:TextCode></ofd:TextObject>'
    )


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    """A stroke."""
    return (
        f'<ofd:PathObject Boundary="{x0} {y0} {x1 - x0} {y1 - y0}" LineWidth="0.2">'
        f"<ofd:AbbreviatedData>M 0 0 L {x1 - x0} {y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>"
    )
