"""Where do the temporary files of a run lie, and who removes them when the run ends badly?

One folder for a run, readable by its owner alone, and one in it for each worker. The parent removes a worker's when
the worker ends, and all at its own end; where the parent is killed its workers do; where all are killed at one
blow, the next run does: a folder whose lock nobody holds is nobody's.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

_PREFIX = "dossier-run-"
_LOCK = "lock"
_FRESH = 3600.0
"""Seconds in which a folder without a lock may be one that is just being made."""


class Scratch:
    """The folder of this run. Use ``with``, or ``remove`` at the end."""

    def __init__(self) -> None:
        sweep()
        self.folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        self._lock: IO[bytes] = (self.folder / _LOCK).open("wb")
        _held(self._lock)

    def for_worker(self) -> Path:
        """A folder of its own for one worker."""
        return Path(tempfile.mkdtemp(dir=self.folder))

    def remove(self) -> None:
        """All of it."""
        self._lock.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def outlived(folder: Path) -> None:
    """Remove a worker's folder whose parent is gone; with the last one's goes the run's own.

    While another worker's is there the lock stays beside it: nobody holds it any more, and the next run sweeps both.
    """
    for _ in range(2):
        shutil.rmtree(folder, ignore_errors=True)
    with suppress(OSError):
        if [child.name for child in folder.parent.iterdir()] == [_LOCK]:
            (folder.parent / _LOCK).unlink()
        folder.parent.rmdir()


def moved_to(folder: Path) -> None:
    """From now on temporary files of this process and its children lie there."""
    tempfile.tempdir = str(folder)
    os.environ.update(dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder)))


def sweep() -> None:
    """Remove what runs left that were killed with all their workers."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if folder.is_symlink() or not _ours(folder) or not _abandoned(folder):
                continue
            shutil.rmtree(folder, ignore_errors=True)


def _ours(folder: Path) -> bool:
    return sys.platform == "win32" or folder.lstat().st_uid == os.geteuid()


def _abandoned(folder: Path) -> bool:
    lock = folder / _LOCK
    if not lock.exists():
        return time.time() - folder.lstat().st_mtime > _FRESH
    if sys.platform == "win32":
        try:
            lock.unlink()  # refused as long as a process has it open
        except OSError:
            return False
        return True
    with lock.open("rb") as stream:
        return _held(stream)


def _held(stream: IO[bytes]) -> bool:
    """Whether the lock is ours now. On Windows the open file itself is the lock."""
    if sys.platform == "win32":
        return True
    import fcntl  # noqa: PLC0415  not on Windows

    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
