"""Which strings of an old workbook are struck out or raised in part, and what is left of them?

In:     the Workbook stream and the looks of the fonts that strike out or raise their text, by number.
Out:    the runs of each string that has any such run, by its number in the table of strings.
Raises: struct.error and IndexError where the table is cut off.
Source: [MS-XLS] 2.4.265 (SST), 2.5.293 (XLUnicodeRichExtendedString), 2.4.58 (Continue).
"""

from __future__ import annotations

import struct
from collections.abc import Mapping

from extractors.read.set_off import Look
from extractors.read.sheets.sheet import RichText

_STRINGS, _CONTINUE = 0xFC, 0x3C
_WIDE, _EXTENDED, _RICH = 0x01, 0x04, 0x08
_MOST = 2_000_000


def marked_strings(stream: bytes, looks: Mapping[int, Look]) -> Mapping[int, RichText]:
    """The strings with struck or raised runs; none where no font has such a look."""
    if not looks:
        return {}
    table = _SharedStrings(_segments(stream))
    table.take(4)
    (count,) = struct.unpack("<L", table.take(4))
    found = {}
    for number in range(min(count, _MOST)):
        if table.ended:
            break
        text, runs = table.string()
        if any(font in looks for _, font in runs):
            found[number] = _rich(text, runs, looks)
    return found


def _rich(text: str, runs: list[tuple[int, int]], by_font: Mapping[int, Look]) -> RichText:
    """The text cut where its font changes; what stands before the first change has the cell's font."""
    starts = [0, *(start for start, _ in runs)]
    looks = [None, *(by_font.get(font, Look.PLAIN) for _, font in runs)]
    ends = [*starts[1:], len(text)]
    cut = (text[start:end] for start, end in zip(starts, ends, strict=True))
    return RichText(tuple((piece, look) for piece, look in zip(cut, looks, strict=True) if piece))


def _segments(stream: bytes) -> list[bytes]:
    """The table of strings: its record and those that continue it."""
    at, segments = 0, list[bytes]()
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind == _STRINGS or (segments and kind == _CONTINUE):
            segments.append(stream[at + 4 : at + 4 + length])
        elif segments:
            break
        at += 4 + length
    return segments


class _SharedStrings:
    """The bytes of the table, read on from record to record: letters of a string may change width at a seam."""

    def __init__(self, segments: list[bytes]) -> None:
        self._segments = segments or [bytes(8)]
        self._segment, self._at = 0, 0

    @property
    def ended(self) -> bool:
        """Whether nothing is left."""
        return self._segment >= len(self._segments)

    def take(self, size: int) -> bytes:
        """The next bytes, over seams."""
        taken = b""
        while len(taken) < size and not self.ended:
            here = self._segments[self._segment][self._at : self._at + size - len(taken)]
            taken += here
            self._at += len(here)
            self._on()
        return taken

    def string(self) -> tuple[str, list[tuple[int, int]]]:
        """The next string, and where which font begins in it."""
        length, flags = struct.unpack("<HB", self.take(3))
        count = struct.unpack("<H", self.take(2))[0] if flags & _RICH else 0
        extra = struct.unpack("<L", self.take(4))[0] if flags & _EXTENDED else 0
        text = self._letters(length, wide=bool(flags & _WIDE))
        runs = [struct.unpack("<HH", self.take(4)) for _ in range(count)]
        self.take(extra)
        return text, [(start, font) for start, font in runs]

    def _letters(self, length: int, *, wide: bool) -> str:
        text = ""
        while len(text) < length and not self.ended:
            size = 2 if wide else 1
            here = self._segments[self._segment][self._at :][: (length - len(text)) * size]
            text += here.decode("utf-16-le" if wide else "latin-1", "replace")
            self._at += len(here)
            if self._on() and len(text) < length and not self.ended:
                wide = bool(self.take(1)[0] & _WIDE)
        return text

    def _on(self) -> bool:
        """Go on to the next record where this one is read; whether it was."""
        if self._at < len(self._segments[self._segment]):
            return False
        self._segment, self._at = self._segment + 1, 0
        return True
