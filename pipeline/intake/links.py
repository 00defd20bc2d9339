"""Does this name lead somewhere else: a link, a junction?

Files that a cloud or a deduplicating disk keeps elsewhere are the file itself, and no link.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

_REPARSE_POINT = 0x400
"""FILE_ATTRIBUTE_REPARSE_POINT: on Windows, of every file that is more than its own bytes."""

_SURROGATE = 0x2000_0000
"""The bit of a reparse tag that says: stands for another name (links, junctions; OneDrive's and others have it not)."""


def leads_elsewhere(status: os.stat_result) -> bool:
    """Whether this is what ``lstat`` says of a link, or on Windows of a junction or mount point."""
    if stat.S_ISLNK(status.st_mode):
        return True
    if not getattr(status, "st_file_attributes", 0) & _REPARSE_POINT:
        return False
    tag = int(getattr(status, "st_reparse_tag", 0))
    return not tag or bool(tag & _SURROGATE)


def is_link(path: Path) -> bool:
    """Whether the path itself is one; what is not there or not to be looked at is none."""
    try:
        return leads_elsewhere(path.lstat())
    except (OSError, ValueError):
        return False


def on_the_way(path: Path) -> Path | None:
    """The first link on the way to this path, itself included; None where there is none.

    Those that lie at the top of the disk (``/tmp`` on a Mac) are the system's own.
    """
    whole = path.absolute()
    ways = [whole, *whole.parents][::-1]
    return next((way for way in ways[2 if sys.platform != "win32" else 1 :] if is_link(way)), None)
