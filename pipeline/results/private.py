"""Who may read what is written? Its owner; and a group where the folder it goes into is plainly one group's.

Whatever the umask. A folder says that it is a group's by its setgid bit, by letting the group write and others not,
or by letting it read and others not. On Windows the folder's access list is inherited, and nothing is to be done.
"""

from __future__ import annotations

import stat
import sys
from pathlib import Path
from typing import BinaryIO


def make_folder(folder: Path) -> None:
    """The folder and those above it, where they are not there yet."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    shared = _of_the_group(folder.parent)
    if shared and sys.platform != "win32":
        folder.chmod(0o700 | shared | (folder.stat().st_mode & stat.S_ISGID))


def opened_new(path: Path) -> BinaryIO:
    """A new file, open for writing. FileExistsError where anything has this name, a link too."""
    path.touch(mode=0o600, exist_ok=False)
    shared = _of_the_group(path.parent) & 0o060
    if shared:
        path.chmod(0o600 | shared)
    return path.open("r+b")


def _of_the_group(folder: Path) -> int:
    """The bits that the group has on this folder, where the folder is meant for it."""
    if sys.platform == "win32":
        return 0
    mode = folder.stat().st_mode
    meant = mode & stat.S_ISGID or (mode & stat.S_IRWXG and not mode & stat.S_IRWXO)
    meant = meant or (mode & stat.S_IWGRP and not mode & stat.S_IWOTH)
    return mode & stat.S_IRWXG if meant else 0
