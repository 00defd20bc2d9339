"""What lies in a RAR?

It is unpacked by a program of the machine (unrar, unar, 7z, bsdtar) that rarfile starts; members that are only stored
need none.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

import rarfile

from pipeline.intake.archive import BROKEN, IN_PARTS, LOCKED, TOO_MUCH, Kind, Member, Refused

T = TypeVar("T")

_NO_UNPACKER = "本机没有解压 RAR 的程序（unrar、unar 或 7z），未读取，请安装后重新初审，或请申请人改用 ZIP 压缩后提交"
_PROGRAMS = {
    "UNRAR_TOOL": ("unrar", "WinRAR/UnRAR.exe"),
    "SEVENZIP_TOOL": ("7z", "7-Zip/7z.exe"),
}
"""rarfile's name for a program → what it is called, and where Windows has it."""


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


def program() -> str | None:
    """The program of this machine that would unpack a RAR, None where there is none."""
    _find_programs()
    try:
        return cast("str", rarfile.tool_setup().get_cmdline("check_cmd", None)[0])
    except rarfile.RarCannotExec:
        return None


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
    except (Refused, MemoryError):
        raise
    except (rarfile.PasswordRequired, rarfile.RarWrongPassword) as error:
        raise Refused(LOCKED) from error
    except (rarfile.NeedFirstVolume, rarfile.BadRarName) as error:
        raise Refused(IN_PARTS) from error
    except rarfile.RarCannotExec as error:
        raise Refused(_NO_UNPACKER) from error
    except Exception as error:
        raise Refused(BROKEN) from error
