"""Which streams does a compound file (OLE2: .doc .xls .wps .et .msg) hold?

A file within the file has its streams in a storage, as files lie in a folder: ``MBD0001/WordDocument`` says nothing of
what the whole is. Names are compared without regard to case, as Windows does.
Raises: Damaged where its tables of sectors lead nowhere.
Source: [MS-CFB] 2 (structures); [MS-DOC] 2.5.2 (FibBase); [MS-XLS] 2.4.117 (FilePass).
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

_FREE = 0xFFFFFFFA
"""Sector numbers from here on are marks, not places."""
_END, _NONE = 0xFFFFFFFE, 0xFFFFFFFF
_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FIRST_DIFAT = 109
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_DEEPEST = 16
"""Storages within storages; the directory of a sound file is no deeper."""
_ENCRYPTED = 0x0100
_CUTOFF = 4096
"""Shorter streams lie among small sectors; written out, every stream is at least so long."""
_FILE_PASS = 0x2F


class Damaged(Exception):
    """The file's tables do not fit its bytes."""


@dataclass(frozen=True, slots=True)
class _DirectoryEntry:
    """One entry of the directory: its name, its place in the tree of names, its bytes."""

    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


class Compound:
    """The streams of one compound file by path (``Workbook``, ``MBD0001/WordDocument``); of equal paths the first."""

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
        listed = [_listed(entry) for entry in _pieces(self._chain(directory))]
        root = next(
            (entry for entry in listed if entry.kind == _ROOT),
            _DirectoryEntry("", _ROOT, _NONE, _NONE, _NONE, _FREE, 0),
        )
        self.streams: dict[str, tuple[int, int]] = {}
        for path, entry in _walked(listed, root.child):
            self.streams.setdefault(path, (entry.start, entry.size))
        self._folded = {path.casefold(): path for path in reversed(self.streams)}
        self._small_table = array("I", self._chain(small_table)[: len(data) // 4 * 4])
        self._small = self._chain(root.start)[: root.size]

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
        path = self._folded.get(name.casefold())
        if path is None:
            return None
        start, size = self.streams[path]
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


def _pieces(directory: bytes) -> Iterator[bytes]:
    return (directory[at : at + 128] for at in range(0, len(directory) - 127, 128))


def _listed(entry: bytes) -> _DirectoryEntry:
    (length,) = struct.unpack_from("<H", entry, 64)
    name = entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
    return _DirectoryEntry(
        name, entry[66], *struct.unpack_from("<LLL", entry, 68), *struct.unpack_from("<LL", entry, 116)
    )


def _walked(listed: Sequence[_DirectoryEntry], top: int) -> Iterator[tuple[str, _DirectoryEntry]]:
    """The streams below this entry with their paths; where the tree leads nowhere, all that are listed, by name."""
    seen: set[int] = set()
    waiting = [(top, "", 0)]
    while waiting:
        number, folder, depth = waiting.pop()
        if number in seen or number >= len(listed) or depth > _DEEPEST:
            continue
        seen.add(number)
        entry = listed[number]
        if entry.kind == _STREAM:
            yield folder + entry.name, entry
        elif entry.kind == _STORAGE:
            waiting.append((entry.child, f"{folder}{entry.name}/", depth + 1))
        waiting += [(entry.right, folder, depth), (entry.left, folder, depth)]
    if not any(listed[number].kind == _STREAM for number in seen):
        yield from ((entry.name, entry) for entry in listed if entry.kind == _STREAM)


def names(data: bytes) -> frozenset[str]:
    """The paths of the streams in small letters; none where the directory cannot be read."""
    try:
        return frozenset(path.casefold() for path in Compound(data).streams)
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
        return next((found for name in ("Workbook", "Book") if (found := compound.read(name))), None)
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
    return assembled({name: stream})


def assembled(streams: Mapping[str, bytes]) -> bytes:
    """A compound file of these streams, each padded with zeros to sectors of its own."""
    contents = {name: stream.ljust(_CUTOFF, b"\0") for name, stream in streams.items()}
    counts = [-(-len(content) // 512) for content in contents.values()]
    count, listed = sum(counts), -(-(len(contents) + 1) // 4)
    tables, lists = _tables_for(count + listed)
    place = count + listed
    chain = [after for length in (*counts, listed) for after in _run(length)]
    chain = [after if after == _END else at + 1 for at, after in enumerate(chain)]
    chain += [*[0xFFFFFFFD] * tables, *[0xFFFFFFFC] * lists]
    table = struct.pack(f"<{tables * 128}L", *chain, *[_NONE] * (tables * 128 - len(chain)))
    placed = [*range(place, place + tables)]
    more = b"".join(_list_of_tables(placed, number, lists, place + tables) for number in range(lists))
    head = _SIGNATURE + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9L", 0, tables, count, 0, _CUTOFF, _END, 0, place + tables if lists else _END, lists)
    head += struct.pack("<109L", *placed[:_FIRST_DIFAT], *[_NONE] * max(0, _FIRST_DIFAT - tables))
    body = b"".join(
        content.ljust(length * 512, b"\0") for content, length in zip(contents.values(), counts, strict=True)
    )
    return head + body + _directory(contents, counts).ljust(listed * 512, b"\0") + table + more


def _run(length: int) -> list[int]:
    """Marks of a run of sectors: its last one ends it, whatever stands for the others is replaced by their places."""
    return [*[0] * (length - 1), _END]


def _list_of_tables(placed: Sequence[int], number: int, lists: int, place: int) -> bytes:
    part = placed[_FIRST_DIFAT + number * 127 : _FIRST_DIFAT + (number + 1) * 127]
    following = place + number + 1 if number + 1 < lists else _END
    return struct.pack("<128L", *part, *[_NONE] * (127 - len(part)), following)


def _directory(contents: Mapping[str, bytes], counts: Sequence[int]) -> bytes:
    """The root and its streams, each the right neighbour of the one before: shorter names first, then by letter."""
    starts = dict(zip(contents, accumulate(counts, initial=0), strict=False))
    ordered = sorted(contents, key=lambda name: (len(name), name.upper()))
    entries = [_entry("Root Entry", _ROOT, _END, 0, child=1)]
    for number, name in enumerate(ordered, 2):
        right = number if number <= len(ordered) else _NONE
        entries.append(_entry(name, _STREAM, starts[name], len(contents[name]), right=right))
    return b"".join(entries)


def _tables_for(sectors: int) -> tuple[int, int]:
    """How many sectors the table of these sectors takes, and how many the lists of its own places."""
    # The table of sectors lists itself too; beyond 109 sectors of it, lists of lists follow.
    tables = lists = 0
    while (total := sectors + tables + lists) > tables * 128 or tables > _FIRST_DIFAT + lists * 127:
        tables = -(-total // 128)
        lists = max(0, -(-(tables - _FIRST_DIFAT) // 127))
    return tables, lists


def _entry(name: str, kind: int, start: int, size: int, *, right: int = _NONE, child: int = _NONE) -> bytes:  # noqa: PLR0913  the fields of the format
    raw = name.encode("utf-16-le") + b"\0\0"
    return raw.ljust(64, b"\0") + struct.pack("<HBBLLL36xLLL", len(raw), kind, 1, _NONE, right, child, start, size, 0)
