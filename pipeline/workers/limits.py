"""How is a process kept from taking the machine's memory, and from leaving its own behind on the disk?

On Linux the limit is on what a process may write to (RLIMIT_DATA): libraries and files that are only mapped do not
count. Other Unixes have the address space (RLIMIT_AS; macOS does not enforce it). Windows has jobs.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform != "win32":
    import resource

GROWN = 0.45
"""A worker that holds this share of its memory after a dossier is replaced, so that each finds room."""


def confine(memory: int) -> None:
    """This process and its children get so many bytes each, and leave no image of their memory when they crash."""
    if sys.platform == "win32":
        return  # its parent puts it into a job: see ``windows_job``
    which = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
    for limit, most in ((which, memory), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(limit)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with suppress(ValueError, OSError):
            resource.setrlimit(limit, (allowed, hard))


def grown(memory: int) -> bool:
    """Whether this process holds so much that the next dossier might want for room."""
    return _held() > memory * GROWN


def _held() -> int:
    if sys.platform == "win32":
        return 0
    with suppress(OSError, ValueError, IndexError):
        return int(Path("/proc/self/statm").read_bytes().split()[5]) * os.sysconf("SC_PAGE_SIZE")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
