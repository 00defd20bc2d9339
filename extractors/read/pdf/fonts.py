"""Which font stands in for a Chinese one that a PDF names but does not hold, where the machine has none?

pdfium measures every character by the glyph of the font it draws with. Without any Chinese font those glyphs are empty,
and pdfium then drops what has no extent: single characters, ticks, turned lines (CPDF_TextPage leaves out text
objects of no width). So on a machine without Chinese fonts a font of ours answers in their place: one square for every
character, of ordinary size. Where the machine has a font of its own, that one is used as before.

Source: fpdf_sysfontinfo.h of pdfium; OpenType specification (cmap format 13, many characters to one glyph).
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from ctypes import memmove, pointer
from functools import cache
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

_CHINESE = frozenset((raw.FXFONT_GB2312_CHARSET, raw.FXFONT_CHINESEBIG5_CHARSET))
_OURS = 0x5F0E
"""The handle of our font: no address that pdfium could have given one of its own."""

_kept: list[Any] = []
"""pdfium calls back as long as the process lives: what it calls must not be collected."""


def opened(data: bytes) -> pdfium.PdfDocument:
    """The PDF of these bytes; the Chinese fonts it names without holding them have one that stands in.

    Raises pdfium.PdfiumError as pypdfium2 does.
    """
    _stand_in()
    return pdfium.PdfDocument(data)


@cache
def _stand_in() -> None:
    """Answer for Chinese fonts that this machine does not have; once a process, before a page is read."""
    system = raw.FPDF_GetDefaultSystemFontInfo()
    if not system:
        return
    ours = raw.FPDF_SYSFONTINFO(version=1)
    for name, kind in raw.FPDF_SYSFONTINFO._fields_[1:]:
        setattr(ours, name, kind(_answer(name, system)))
    _kept.extend((system, ours))
    raw.FPDF_SetSystemFontInfo(pointer(ours))


def _answer(name: str, system: Any) -> Any:  # noqa: ANN401  pdfium's struct of callbacks
    """What is said when pdfium calls ``name``: our font's part, else what the system says."""
    said = getattr(system.contents, name)
    if name == "MapFont":
        return lambda _, *asked: said(system, *asked) or (_OURS if asked[2] in _CHINESE else None)
    ours = _OF_OURS.get(name)
    if ours:
        return lambda _, font, *asked: ours(*asked) if font == _OURS else said(system, font, *asked)
    return lambda _, *asked: said(system, *asked) if said else None


def _data(table: int, buffer: Any, size: int) -> int:  # noqa: ANN401  a ctypes pointer
    """The whole font (``table`` 0) copied into the buffer where there is room; its size. It has no single tables."""
    if table:
        return 0
    font = placeholder()
    if buffer and size >= len(font):
        memmove(buffer, font, len(font))
    return len(font)


_OF_OURS: dict[str, Callable[..., int | None]] = {
    "GetFontData": _data,
    "GetFaceName": lambda *_: 0,
    "GetFontCharset": lambda: raw.FXFONT_GB2312_CHARSET,
    "DeleteFont": lambda: None,
}


@cache
def placeholder() -> bytes:
    """A TrueType font in which every character is the same hollow square, as high and wide as a hanzi."""
    square = _square()
    tables = {
        b"cmap": struct.pack(">HHHHIHHIIIIII", 0, 1, 3, 10, 12, 13, 0, 28, 0, 1, 0x20, 0x10FFFF, 1),
        b"glyf": square,
        b"head": struct.pack(
            ">IIIIHHQQhhhhHHhhh",
            *(0x10000, 0x10000, 0, 0x5F0F3CF5, 11, 1000, 0, 0),
            *(50, -60, 950, 720, 0, 8, 2, 1, 0),
        ),
        b"hhea": struct.pack(">IhhhHhhhhhhhhhhhH", 0x10000, 880, -120, 0, 1000, 50, 50, 950, 1, *[0] * 7, 2),
        b"hmtx": struct.pack(">HhHh", 1000, 0, 1000, 50),
        b"loca": struct.pack(">III", 0, 0, len(square)),
        b"maxp": struct.pack(">IHHHHHHHHHHHHHH", 0x10000, 2, 8, 2, *[0] * 2, 1, *[0] * 8),
    }
    return _bound(tables)


def _square(left: int = 50, low: int = -60, right: int = 950, high: int = 720) -> bytes:
    """The glyph: an outer square and, the other way round, an inner one."""
    outer = [(left, low), (left, high), (right, high), (right, low)]
    inner = [(left + 40, low + 40), (right - 40, low + 40), (right - 40, high - 40), (left + 40, high - 40)]
    points = outer + inner
    steps = [(x - a, y - b) for (x, y), (a, b) in zip(points, [(0, 0), *points], strict=False)]
    across, down = zip(*steps, strict=True)
    head = struct.pack(">hhhhhHHH", 2, left, low, right, high, 3, 7, 0)
    glyph = head + bytes([1] * 8) + struct.pack(">8h", *across) + struct.pack(">8h", *down)
    return glyph + bytes(-len(glyph) % 4)


def _bound(tables: dict[bytes, bytes]) -> bytes:
    """The tables as one font file, each at a multiple of four bytes."""
    place = 12 + 16 * len(tables)
    directory, body = b"", b""
    for tag, table in sorted(tables.items()):
        padded = table + bytes(-len(table) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        directory += struct.pack(">4sIII", tag, total, place + len(body), len(table))
        body += padded
    return struct.pack(">IHHHH", 0x10000, len(tables), 64, 2, 16 * len(tables) - 64) + directory + body
