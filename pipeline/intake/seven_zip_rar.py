"""What lies in a 7Z or a RAR?

7Z is unpacked by py7zr, RAR by a program of the machine (unrar, unar, 7z, bsdtar) that rarfile starts; members
that are only stored need none. What is unpacked lies in memory or in a nameless temporary file.
"""

from __future__ import annotations

import io
import os
import shutil
import tempfile
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import IO, TypeVar, cast

import py7zr
import rarfile
from py7zr.exceptions import PasswordRequired
from py7zr.io import Py7zIO, WriterFactory

from pipeline.intake.archive import BROKEN, IN_PARTS, LIMITS, LOCKED, TOO_MUCH, Kind, Member, Refused

T = TypeVar("T")

_NO_UNPACKER = "本机没有解压 RAR 的程序（unrar、unar 或 7z），未读取，请安装后重新初审，或请申请人改用 ZIP 压缩后提交"
_IN_MEMORY = 64 << 20
_PROGRAMS = {
    "UNRAR_TOOL": ("unrar", "WinRAR/UnRAR.exe"),
    "SEVENZIP_TOOL": ("7z", "7-Zip/7z.exe"),
}
"""rarfile's name for a program → what it is called, and where Windows has it."""


class SevenZipArchive:
    """A 7Z; asked for its first file it unpacks all, for files are packed together."""

    def __init__(self, packed: bytes, most: int) -> None:
        self._packed, self._most = len(packed), most
        self._archive = _trusting_nothing(lambda: py7zr.SevenZipFile(io.BytesIO(packed)))
        self._entries = list(self._archive.list())
        self._locked = self._archive.needs_password()
        self._store: _Store | None = None

    def members(self) -> list[Member]:
        """All entries, in the order of the archive."""
        whole = sum(entry.uncompressed for entry in self._entries)
        if whole > LIMITS.ratio_from and whole > LIMITS.ratio * self._packed:
            raise Refused(TOO_MUCH)
        return [self._member(number, entry) for number, entry in enumerate(self._entries)]

    def _member(self, number: int, entry: py7zr.FileInfo) -> Member:
        kind: Kind = (
            "folder" if entry.is_directory else "link" if entry.is_symlink else "file" if entry.is_file else "other"
        )
        name = entry.filename.replace("\\", "/")
        return Member(name, kind, entry.uncompressed, self._packed, number, locked=self._locked)

    def read(self, member: Member, most: int) -> bytes:
        """The bytes of one file."""
        if self._store is None:
            self._store = self._unpacked()
        content = self._store.take(cast("int", member.handle))
        if len(content) > most:
            raise Refused(TOO_MUCH)
        return content

    def _unpacked(self) -> _Store:
        store = _Store(self._most)
        # Numbers for names: py7zr refuses a whole archive for one bad name, and two of one name overlay each other.
        for number, entry in enumerate(self._archive.files.files_list):
            entry["filename"] = str(number)
        _trusting_nothing(lambda: self._archive.extractall(factory=store))
        return store


class _Store(WriterFactory):
    """Takes the files as they come out, one after the other, in one nameless file."""

    def __init__(self, most: int) -> None:
        self._file: IO[bytes] = cast("IO[bytes]", tempfile.SpooledTemporaryFile(_IN_MEMORY))  # noqa: SIM115  lives as long as the archive
        self._most = most
        self._places: dict[int, _StoreSlot] = {}

    def create(self, filename: str) -> Py7zIO:
        self._places[int(filename)] = slot = _StoreSlot(self._file, self._most)
        return slot

    def take(self, number: int) -> bytes:
        slot = self._places.get(number)
        if slot is None:
            return b""
        self._file.seek(slot.start)
        return self._file.read(slot.length)


class _StoreSlot(Py7zIO):
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


class RarArchive:
    """A RAR, kept in a temporary file for the program that unpacks it."""

    def __init__(self, packed: bytes) -> None:
        folder = tempfile.mkdtemp(prefix="dossier-rar-")
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        path = Path(folder, "archive.rar")
        path.write_bytes(packed)
        self._packed = len(packed)
        self._archive = _trusting_nothing(lambda: rarfile.RarFile(path))
        if "volume" in (self._archive.strerror() or ""):
            raise Refused(IN_PARTS)
        self._entries = self._archive.infolist()
        if self._archive.needs_password() and not self._entries:
            raise Refused(LOCKED)

    def members(self) -> list[Member]:
        """All entries, in the order of the archive."""
        return [self._member(entry) for entry in self._entries]

    def _member(self, entry: rarfile.RarInfo) -> Member:
        link = entry.is_symlink() or getattr(entry, "file_redir", None) is not None
        kind: Kind = "link" if link else "folder" if entry.is_dir() else "file" if entry.is_file() else "other"
        name = entry.filename.replace("\\", "/")
        # Of a solid archive only the first file shows what it was packed to.
        packed = self._packed if self._archive.is_solid() else entry.compress_size
        return Member(name, kind, entry.file_size or 0, packed, entry, locked=entry.needs_password())

    def read(self, member: Member, most: int) -> bytes:
        """The bytes of one file."""
        _find_programs()

        def take() -> bytes:
            with self._archive.open(member.handle) as stream:
                return cast("bytes", stream.read(min(member.size, most) + 1))

        content = _trusting_nothing(take)
        if len(content) > most:
            raise Refused(TOO_MUCH)
        if len(content) != member.size:
            raise Refused(BROKEN)
        return content


def _find_programs() -> None:
    """Tell rarfile of programs that Windows installers do not put on the path."""
    roots = [os.environ.get(name, "") for name in ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)")]
    for variable, (command, place) in _PROGRAMS.items():
        found = next((str(Path(root, place)) for root in roots if root and Path(root, place).is_file()), None)
        if found and shutil.which(command) is None:
            setattr(rarfile, variable, found)


def _trusting_nothing(step: Callable[[], T]) -> T:
    """The step's result, with whatever the libraries raise over a stranger's bytes turned into one error."""
    try:
        return step()
    except Refused:
        raise
    except (PasswordRequired, rarfile.PasswordRequired, rarfile.RarWrongPassword) as error:
        raise Refused(LOCKED) from error
    except (rarfile.NeedFirstVolume, rarfile.BadRarName) as error:
        raise Refused(IN_PARTS) from error
    except rarfile.RarCannotExec as error:
        raise Refused(_NO_UNPACKER) from error
    except Exception as error:
        raise Refused(BROKEN) from error
