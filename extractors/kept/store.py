"""Where is kept what was read, so that it can be deleted at any moment, shared by processes, and does no harm?

One folder of the user's own, one file for each thing kept, under the SHA-256 of all that it depends on. A file is
written beside its place and moved there whole; it begins with a checksum over its key and its bytes. Whatever else
lies there, cut short, changed, moved from another place, a link, a pipe, another user's, is as good as nothing there.

In:     a kind (documents, pictures …), a key of text, bytes.
Out:    the same bytes, or None.
Raises: nothing: a folder that cannot be read or written is one that holds nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

FOLDER = "DOSSIER_CACHE"
"""Environment variable: the folder in which what was read is kept."""

LARGEST = 64 << 20
"""Bytes of one thing kept; what is larger is not."""

MOST = 4 << 30
"""Bytes of all things kept: those used longest ago go first."""

_AFTER_TRIM = 0.8
"""What is left of that after things went, so that they need not go again at once."""

_TRIM_EVERY = 256 << 20
"""Bytes written by one process before it looks how much there is in all."""

_USED_AGAIN = 60.0
"""Seconds: more exactly nobody need know when a thing was used last."""

_LEFT_OVER = 3600.0
"""Seconds after which a half-written file is nobody's any more."""

_HEAD = b"dossier-kept 1 "
_HEAD_SIZE = len(_HEAD) + 64 + 1
_KIND = re.compile(r"[a-z]{1,20}")
_SHARD = re.compile(r"[0-9a-f]{2}")
_NAME = re.compile(r"[0-9a-f]{62}")
_PART = re.compile(r"\.[0-9a-f]{62}\.[0-9a-f]{16}")


class KeptFile(NamedTuple):
    """One file of the folder: where, how large, and when it was used last."""

    path: Path
    size: int
    used: float


class KeptKind(NamedTuple):
    """How many things of one kind are kept, and how many bytes they have."""

    kind: str
    things: int
    size: int


def default_folder() -> Path:
    """The folder that the environment names, else the place that the system has for such things."""
    named = os.environ.get(FOLDER, "")
    if named:
        return Path(named)
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", "")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "dossier-intake" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "dossier-intake"
    place = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(place) if place.startswith("/") else Path.home() / ".cache") / "dossier-intake"


def key_of(*parts: object) -> str:
    """One key of several texts and numbers, whatever they hold."""
    return json.dumps(parts, ensure_ascii=True, default=str)


@dataclass(slots=True)
class Store:
    """The folder. ``most``: how many bytes it may hold."""

    folder: Path
    most: int = MOST
    _written: int = field(default=0, init=False)
    _usable: bool | None = field(default=None, init=False)

    def get(self, kind: str, key: str) -> bytes | None:
        """What is kept under this key; None where nothing is, or nothing that can be relied on."""
        if not self.usable():
            return None
        path = self._path(kind, key)
        try:
            data = _read(path)
        except (OSError, MemoryError, ValueError):
            return None
        if data is None or data[:_HEAD_SIZE] != _head(kind, key, data[_HEAD_SIZE:]):
            return None
        return data[_HEAD_SIZE:]

    def holds(self, kind: str, key: str) -> bool:
        """Whether something lies there; ``get`` says whether it is of use."""
        return self.usable() and self._path(kind, key).is_file()

    def put(self, kind: str, key: str, body: bytes) -> None:
        """Keep this under this key; where that cannot be, it is not kept."""
        if len(body) > LARGEST or not self.usable():
            return
        path = self._path(kind, key)
        part = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
        try:
            for folder in (self.folder, path.parent.parent, path.parent):
                folder.mkdir(mode=0o700, exist_ok=True)
            with _opened_new(part) as stream:
                stream.write(_head(kind, key, body) + body)
            part.replace(path)
        except OSError:
            with suppress(OSError):
                part.unlink()
            # A disk that is full is not tried for every page.
            self._usable = self._usable and path.parent.is_dir()
            return
        self._written += len(body)
        if self._written > _TRIM_EVERY:
            self.trim()

    def usable(self) -> bool:
        """Whether the folder is there or can be made, and is this user's alone."""
        if self._usable is None:
            self._usable = _made_own(self.folder)
        return self._usable

    def show(self) -> list[KeptKind]:
        """What is kept, by kind."""
        sums: dict[str, tuple[int, int]] = {}
        for file in self.files():
            kind = file.path.parent.parent.name
            count, size = sums.get(kind, (0, 0))
            sums[kind] = count + 1, size + file.size
        return [KeptKind(kind, *sums[kind]) for kind in sorted(sums)]

    def clear(self) -> int:
        """Remove everything that is ours, and nothing else; how many things that were."""
        count = 0
        for file in list(self.files(parts=True)):
            with suppress(OSError):
                file.path.unlink()
                count += 1
        for kind in self._kinds():
            for shard in [*_folders(kind, _SHARD), kind]:
                with suppress(OSError):
                    shard.rmdir()
        return count

    def trim(self) -> None:
        """Let go of what was used longest ago, where there is more than may be."""
        self._written = 0
        files = list(self.files(parts=True))
        now = time.time()
        left = sum(file.size for file in files)
        over = left > self.most
        for file in sorted(files, key=lambda file: file.used):
            abandoned = file.path.name.startswith(".") and now - file.used > _LEFT_OVER
            if abandoned or (over and left > self.most * _AFTER_TRIM):
                with suppress(OSError):
                    file.path.unlink()
                left -= file.size

    def files(self, *, parts: bool = False) -> Iterator[KeptFile]:
        """Everything in the folder that is named as we name it; ``parts``: half-written files too."""
        for kind in self._kinds():
            for shard in _folders(kind, _SHARD):
                with suppress(OSError), os.scandir(shard) as found:
                    for entry in found:
                        if _NAME.fullmatch(entry.name) or (parts and _PART.fullmatch(entry.name)):
                            with suppress(OSError):
                                told = entry.stat(follow_symlinks=False)
                                yield KeptFile(Path(entry.path), told.st_size, told.st_mtime)

    def _kinds(self) -> list[Path]:
        return _folders(self.folder, _KIND) if self.usable() else []

    def _path(self, kind: str, key: str) -> Path:
        name = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
        return self.folder / kind / name[:2] / name[2:]


def _head(kind: str, key: str, body: bytes) -> bytes:
    """The first line of a file: it vouches for the bytes, and for the place where they lie."""
    digest = hashlib.sha256(f"{kind}\n{key}\n".encode("utf-8", "surrogatepass"))
    digest.update(body)
    return _HEAD + digest.hexdigest().encode() + b"\n"


def _read(path: Path) -> bytes | None:
    """The bytes of a plain file of our own; None where it is none."""
    safely = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, os.O_RDONLY | safely), "rb") as stream:
        told = os.fstat(stream.fileno())
        if not stat.S_ISREG(told.st_mode) or not _own(told) or told.st_size > LARGEST + _HEAD_SIZE:
            return None
        data = stream.read(told.st_size + 1)
    if time.time() - told.st_mtime > _USED_AGAIN:
        with suppress(OSError):
            os.utime(path)
    return data


def _opened_new(path: Path):  # type: ignore[no-untyped-def]  # noqa: ANN202  the stream of os.fdopen
    """A new file of the owner's alone, open for writing."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, 0o600), "wb")


def _own(told: os.stat_result) -> bool:
    return sys.platform == "win32" or told.st_uid == os.geteuid()


def _made_own(folder: Path) -> bool:
    """The folder, made where it is not there yet and closed to others; False where it is not ours."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        told = folder.stat()
        if not stat.S_ISDIR(told.st_mode) or not _own(told):
            return False
        if sys.platform != "win32" and told.st_mode & 0o077:
            folder.chmod(0o700)
    except OSError:
        return False
    return True


def _folders(place: Path, named: re.Pattern[str]) -> list[Path]:
    """The folders in a folder that are named so; no links."""
    with suppress(OSError), os.scandir(place) as found:
        return sorted(
            Path(entry.path) for entry in found if named.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False)
        )
    return []


_in_use: list[Store | None] = [None]


def use(folder: Path | None) -> None:
    """From now on this process keeps what it reads in this folder; None: nowhere."""
    now = _in_use[0]
    if folder is None or now is None or now.folder != folder:
        _in_use[0] = None if folder is None else Store(folder)


def current() -> Store | None:
    """Where this process keeps what it reads; None where it keeps nothing."""
    return _in_use[0]
