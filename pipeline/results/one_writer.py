"""How do two processes that write into the same folder of results take turns?"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from pipeline import file_names
from pipeline.results import private
from schemas.errors import UsageError

RESULTS = ".results.lock"
"""Held by whoever makes results."""

DECISIONS = ".decisions.lock"
"""Held by whoever changes decisions.yaml: for a moment only, while results may be in the making for hours."""


class Busy(UsageError):
    """Somebody else holds the lock, and has not let go of it in time."""


@contextmanager
def one_writer(folder: Path, lock: str, seconds: float) -> Iterator[None]:
    """Nobody else comes in between. Raises Busy after so many seconds.

    The lock is the system's: a process that dies holds none. Its empty file goes while it is still held: whoever waits
    at it finds that it has no name any more, and begins anew (filelock's UnixFileLock; on Windows it does this itself).
    """
    path = file_names.reachable(folder / lock)
    try:
        private.make_folder(path.parent)
        if not path.exists():
            _made(path)
        with FileLock(path, timeout=seconds, mode=0o600):
            try:
                yield
            finally:
                if sys.platform != "win32":
                    path.unlink(missing_ok=True)
    except Timeout:
        raise Busy(f"{folder} 正由另一程序写入，等候 {seconds:.0f} 秒仍未结束。请稍后再试。") from None


def _made(path: Path) -> None:
    """The lock's file, for whoever may write into its folder."""
    try:
        private.opened_new(path).close()
    except FileExistsError:
        return
