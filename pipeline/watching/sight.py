"""What lies in the inbox at this moment, told by names, sizes and times alone, so that looking costs little?

Asked again and again: network shares tell nobody of a change, so that one has to look.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pipeline import file_names
from pipeline.intake import inbox as intake_inbox
from pipeline.intake import links
from schemas.errors import UsageError

_DEEPEST = 80
"""Folders within folders that are looked into; intake gives up before."""

_BEING_WRITTEN = (".part", ".partial", ".filepart", ".crdownload", ".download", ".tmp", ".opdownload", ".td")
"""How programs call a file that they have not fetched whole yet."""


@dataclass(frozen=True, slots=True, order=True)
class SeenFile:
    """One file: its name below the dossier, its size in bytes, when it was last written (ns)."""

    name: str
    size: int
    written: int


@dataclass(frozen=True, slots=True)
class SeenDossier:
    """One dossier of the inbox: where it lies and its files, in the order of their names."""

    path: Path
    files: tuple[SeenFile, ...]

    @property
    def unfinished(self) -> bool:
        """Whether a file in it has the name of one that is still being fetched."""
        return any(file.name.lower().endswith(_BEING_WRITTEN) for file in self.files)

    def opens(self) -> bool:
        """Whether every file can be opened and is just as long as it was seen to be.

        On Windows a file that is being copied cannot be opened, or its folder tells an old size of it.
        """
        return all(_opens(self.path / file.name if file.name else self.path, file.size) for file in self.files)


def look(inbox: Path, out: Path) -> dict[str, SeenDossier] | None:
    """Dossier → what lies there, in the order of the inbox; None where the inbox cannot be looked at at all.

    A file or folder that goes while one looks is as one that was never there.
    """
    try:
        entries = intake_inbox.entries(inbox, out)
    except (UsageError, OSError):
        return None
    return {entry.id: SeenDossier(entry.path, tuple(sorted(_files(entry.path, "", 0)))) for entry in entries}


def states(paths: Iterable[Path]) -> tuple[tuple[str, int, int], ...]:
    """Size and time of each of these files that is there; another tuple tells that one has changed, come or gone."""
    return tuple(state for path in paths for state in _state(path))


def _state(path: Path) -> Iterator[tuple[str, int, int]]:
    with suppress(OSError):
        told = file_names.reachable(path).stat()
        yield str(path), told.st_size, told.st_mtime_ns


def _files(path: Path, name: str, depth: int) -> Iterator[SeenFile]:
    """What is not to be looked at counts with its name alone: that it can be later is a change."""
    way = file_names.reachable(path)
    try:
        told = way.lstat()
        if links.leads_elsewhere(told) or not (stat.S_ISDIR(told.st_mode) or stat.S_ISREG(told.st_mode)):
            return
        if stat.S_ISREG(told.st_mode):
            yield SeenFile(name, told.st_size, told.st_mtime_ns)
        elif depth < _DEEPEST:
            with os.scandir(way) as found:
                children = [child.name for child in found if not file_names.skipped(child.name)]
            for child in children:
                yield from _files(path / child, f"{name}/{child}".lstrip("/"), depth + 1)
    except FileNotFoundError:
        return
    except OSError:
        yield SeenFile(name, -1, 0)


def _opens(path: Path, size: int) -> bool:
    try:
        with file_names.reachable(path).open("rb") as stream:
            return os.fstat(stream.fileno()).st_size == size and (size == 0 or bool(stream.read(1)))
    except OSError:
        return False
