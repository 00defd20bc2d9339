"""How is a 7Z unpacked? Only ever in the process that ``seven_zip`` starts for it."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import py7zr
from py7zr.exceptions import PasswordRequired
from py7zr.io import Py7zIO, WriterFactory

from pipeline.intake.archive import BROKEN, LIMITS, LOCKED, TOO_MUCH, Kind, Refused
from pipeline.intake.seven_zip import ArchiveEntry, Unpacked


def unpack(packed: bytes, most: int, store: Path) -> Unpacked:
    """What lies in the archive; its bytes go into the store. Raises Refused where it does not open."""
    with _trusting_nothing():
        archive = py7zr.SevenZipFile(io.BytesIO(packed))
        listed = list(archive.list())
        locked = archive.needs_password()
    entries = tuple(
        ArchiveEntry(entry.filename.replace("\\", "/"), _kind(entry), entry.uncompressed) for entry in listed
    )
    whole = sum(entry.size for entry in entries)
    if whole > LIMITS.ratio_from and whole > LIMITS.ratio * len(packed):
        return Unpacked(entries, locked, {}, TOO_MUCH)
    if locked:
        return Unpacked(entries, locked, {})
    # Numbers for names: py7zr refuses a whole archive for one bad name, and two of one name overlay each other.
    for number, entry in enumerate(archive.files.files_list):
        entry["filename"] = str(number)
    try:
        with store.open("xb") as file, _trusting_nothing():
            writer = _Store(file, most)
            archive.extractall(factory=writer)
    except Refused as refused:
        return Unpacked(entries, locked, {}, str(refused))
    return Unpacked(entries, locked, {number: (slot.start, slot.length) for number, slot in writer.slots.items()})


def _kind(entry: py7zr.FileInfo) -> Kind:
    return "folder" if entry.is_directory else "link" if entry.is_symlink else "file" if entry.is_file else "other"


@contextmanager
def _trusting_nothing() -> Iterator[None]:
    """Whatever the library raises over a stranger's bytes becomes one error."""
    try:
        yield
    except (Refused, MemoryError):
        raise
    except PasswordRequired as error:
        raise Refused(LOCKED) from error
    except Exception as error:
        raise Refused(BROKEN) from error


class _Store(WriterFactory):
    """Takes the files as they come out, one after the other, in one file."""

    def __init__(self, file: IO[bytes], most: int) -> None:
        self._file, self._most = file, most
        self.slots: dict[int, _MemberSlot] = {}

    def create(self, filename: str) -> Py7zIO:
        self.slots[int(filename)] = slot = _MemberSlot(self._file, self._most)
        return slot


class _MemberSlot(Py7zIO):
    """One file's stretch of the store; it only grows, at the store's end."""

    def __init__(self, file: IO[bytes], most: int) -> None:
        self._file, self._most = file, most
        self.start, self.length = file.seek(0, os.SEEK_END), 0

    def write(self, s: bytes | bytearray) -> int:
        if self.start + self.length + len(s) > self._most:
            raise Refused(TOO_MUCH)
        self._file.write(s)
        self.length += len(s)
        return len(s)

    def read(self, size: int | None = None) -> bytes:
        return b""[:size]

    def seek(self, offset: int, whence: int = 0) -> int:
        return offset if whence == os.SEEK_SET else self.length

    def flush(self) -> None:
        """Nothing waits to be written."""

    def size(self) -> int:
        return self.length
