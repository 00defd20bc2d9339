"""Which streams does a compound file (OLE2: .doc .xls .wps .et) hold?

Raises: Damaged where its tables of sectors lead nowhere.
Source: [MS-CFB] 2 (structures); [MS-DOC] 2.5.2 (FibBase); [MS-XLS] 2.4.117 (FilePass).
"""

from __future__ import annotations

import struct
from array import array

_FREE = 0xFFFFFFFA
"""Sector numbers from here on are marks, not places."""
_END, _NONE = 0xFFFFFFFE, 0xFFFFFFFF
_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FIRST_DIFAT = 109
_STREAM, _ROOT = 2, 5
_ENCRYPTED = 0x0100
_FILE_PASS = 0x2F


class Damaged(Exception):
    """The file's tables do not fit its bytes."""


class Compound:
    """The streams of one compound file, by name; of equal names the first."""

    def __init__(self, data: bytes) -> None:
        """Raises Damaged where the directory cannot be read."""
        self._bytes = data
        try:
            self._open()
        except (struct.error, IndexError, ValueError) as error:
            raise Damaged from error

    def _open(self) -> None:
        data = self._bytes
        (shift, small_shift) = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or small_shift != 6:
            raise Damaged
        self._size = 1 << shift
        (directory,) = struct.unpack_from("<L", data, 48)
        self._cutoff, small_table, _, difat, _ = struct.unpack_from("<LLLLL", data, 56)
        self._table = self._sectors_of(difat)
        self.streams: dict[str, tuple[int, int]] = {}
        root = (_FREE, 0)
        listed = self._chain(directory)
        for at in range(0, len(listed) - 127, 128):
            (length,) = struct.unpack_from("<H", listed, at + 64)
            name = listed[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            kind = listed[at + 66]
            start, size = struct.unpack_from("<LL", listed, at + 116)
            if kind == _ROOT:
                root = (start, size)
            elif kind == _STREAM:
                self.streams.setdefault(name, (start, size))
        self._small_table = array("I", self._chain(small_table)[: len(data) // 4 * 4])
        self._small = self._chain(root[0])[: root[1]]

    def _sectors_of(self, difat: int) -> array[int]:
        """The table that says which sector follows which."""
        parts = list(struct.unpack_from(f"<{_FIRST_DIFAT}L", self._bytes, 76))
        seen = 0
        while difat < _FREE and seen <= len(self._bytes) // self._size:
            more = struct.unpack(f"<{self._size // 4}L", self._sector(difat))
            parts.extend(more[:-1])
            difat, seen = more[-1], seen + 1
        return array("I", b"".join(self._sector(part) for part in parts if part < _FREE))

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        # The last sector may be cut short by a writer that counted bytes and not sectors.
        return self._bytes[start : start + self._size].ljust(self._size, b"\0")

    def _chain(self, sector: int) -> bytes:
        parts: list[bytes] = []
        most = len(self._bytes) // self._size + 1
        while sector < _FREE:
            if len(parts) > most:
                raise Damaged
            parts.append(self._sector(sector))
            sector = self._table[sector]
        return b"".join(parts)

    def read(self, name: str) -> bytes | None:
        """The bytes of a stream, None where there is no such stream."""
        if name not in self.streams:
            return None
        start, size = self.streams[name]
        try:
            return self._small_chain(start, size) if size < self._cutoff else self._chain(start)[:size]
        except IndexError as error:
            raise Damaged from error

    def _small_chain(self, sector: int, size: int) -> bytes:
        parts: list[bytes] = []
        while sector < _FREE and len(parts) * 64 < size:
            parts.append(self._small[sector * 64 : sector * 64 + 64])
            sector = self._small_table[sector]
        return b"".join(parts)[:size]


def names(data: bytes) -> frozenset[str]:
    """The names of the streams; none where the directory cannot be read."""
    try:
        return frozenset(Compound(data).streams)
    except Damaged:
        return frozenset()


def locked_word(data: bytes) -> bool:
    """Whether a Word document asks for a password before it opens."""
    try:
        head = Compound(data).read("WordDocument") or b""
    except Damaged:
        return False
    return len(head) >= 12 and bool(struct.unpack_from("<H", head, 10)[0] & _ENCRYPTED)


def workbook(data: bytes) -> bytes | None:
    """The stream of an Excel workbook; None where there is none."""
    try:
        compound = Compound(data)
        return next(
            (found for name in ("Workbook", "Book", "WORKBOOK", "BOOK") if (found := compound.read(name))), None
        )
    except Damaged:
        return None


def locked_workbook(stream: bytes) -> bool:
    """Whether the workbook's second or third record says that the rest is encrypted."""
    at = 0
    for _ in range(4):
        if at + 4 > len(stream):
            return False
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind == _FILE_PASS:
            return True
        at += 4 + length
    return False


def alone(name: str, stream: bytes) -> bytes:
    """A compound file of this one stream, its tables as they should be.

    For parsers that trust a file's tables to the point of ending the process over a wrong number.
    """
    content = stream.ljust(4096, b"\0")
    count = -(-len(content) // 512)
    # The table of sectors lists itself too; beyond 109 sectors of it, lists of lists follow.
    tables = lists = 0
    while (total := count + 1 + tables + lists) > tables * 128 or tables > _FIRST_DIFAT + lists * 127:
        tables = -(-total // 128)
        lists = max(0, -(-(tables - _FIRST_DIFAT) // 127))
    place = count + 1
    chain = [*range(1, count), _END, _END, *[0xFFFFFFFD] * tables, *[0xFFFFFFFC] * lists]
    table = struct.pack(f"<{tables * 128}L", *chain, *[_NONE] * (tables * 128 - len(chain)))
    placed = [*range(place, place + tables)]
    more = b""
    for number in range(lists):
        part = placed[_FIRST_DIFAT + number * 127 : _FIRST_DIFAT + (number + 1) * 127]
        following = place + tables + number + 1 if number + 1 < lists else _END
        more += struct.pack("<128L", *part, *[_NONE] * (127 - len(part)), following)
    head = _SIGNATURE + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9L", 0, tables, count, 0, 4096, _END, 0, place + tables if lists else _END, lists)
    head += struct.pack("<109L", *placed[:_FIRST_DIFAT], *[_NONE] * max(0, _FIRST_DIFAT - tables))
    directory = _entry("Root Entry", _ROOT, _END, 0, 1) + _entry(name, _STREAM, 0, len(content), _NONE)
    return head + content.ljust(count * 512, b"\0") + directory.ljust(512, b"\0") + table + more


def _entry(name: str, kind: int, start: int, size: int, child: int) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    return raw.ljust(64, b"\0") + struct.pack("<HBBLLL36xLLL", len(raw), kind, 1, _NONE, _NONE, child, start, size, 0)
