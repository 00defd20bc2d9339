"""What lies in a 7Z? It is unpacked in a process of its own.

The decoders behind py7zr damage the memory of their process over crooked archives (measured: 162 deaths in 233,000
mutated ones, some of them much later, in code that had nothing to do with them).
"""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, NamedTuple, cast

from pipeline.intake.archive import TOO_MUCH, Kind, Member, Refused
from pipeline.workers.apart import Died, apart

_DIED = "压缩包（7Z）内容异常，解压程序意外退出或用时过长，未读取，请申请人改用 ZIP 重新压缩后提交"
_STORE = "unpacked"


class ArchiveEntry(NamedTuple):
    """One entry, as the archive tells it."""

    name: str
    kind: Kind
    size: int


class Unpacked(NamedTuple):
    """What the process found: the entries, where the bytes of each lie in the store, or why they do not."""

    entries: tuple[ArchiveEntry, ...]
    locked: bool
    places: Mapping[int, tuple[int, int]]
    refused: str = ""


def _unpack(packed: bytes, most: int, store: Path) -> Unpacked:
    """Runs in the process of its own; only there its libraries are loaded."""
    from pipeline.intake.seven_zip_unpack import unpack  # noqa: PLC0415  see above

    return unpack(packed, most, store)


class SevenZipArchive:
    """A 7Z; all of it is unpacked at once, for files are packed together."""

    def __init__(self, packed: bytes, most: int) -> None:
        self._packed = len(packed)
        folder = Path(tempfile.mkdtemp(prefix="dossier-7z-"))
        away = weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        try:
            self._found = apart(_unpack, folder, packed, most, folder / _STORE)
        except Died as error:
            away()
            raise Refused(_DIED) from error
        self._store: IO[bytes] | None = None
        with suppress(FileNotFoundError):
            self._store = (folder / _STORE).open("rb")
        # Where an open file may go, it goes now; elsewhere with the archive.
        shutil.rmtree(folder, ignore_errors=True)

    def members(self) -> list[Member]:
        """All entries, in the order of the archive."""
        if self._found.refused == TOO_MUCH and not self._found.places:
            raise Refused(TOO_MUCH)
        return [
            Member(entry.name, entry.kind, entry.size, self._packed, number, locked=self._found.locked)
            for number, entry in enumerate(self._found.entries)
        ]

    def read(self, member: Member, most: int) -> bytes:
        """The bytes of one file."""
        if self._found.refused:
            raise Refused(self._found.refused)
        start, length = self._found.places.get(cast("int", member.handle), (0, 0))
        if length > most:
            raise Refused(TOO_MUCH)
        if self._store is None or not length:
            return b""
        self._store.seek(start)
        return self._store.read(length)
