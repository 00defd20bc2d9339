"""How is a process kept from taking the machine's memory, and from leaving its own behind on the disk?

On Linux the limit is on what a process may write to (RLIMIT_DATA): libraries and files that are only mapped do not
count. Other Unixes have the address space (RLIMIT_AS; macOS does not enforce it). Windows has jobs.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress

_GROWN = 0.45
"""A worker that holds this share of its memory after a dossier is replaced, so that each finds room."""


def confine(memory: int) -> None:
    """This process and its children get so many bytes each, and leave no image of their memory when they crash."""
    if sys.platform == "win32":
        return  # its parent puts it into a job: see ``Job``
    import resource  # noqa: PLC0415  not on Windows

    which = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
    for limit, most in ((which, memory), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(limit)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with suppress(ValueError, OSError):
            resource.setrlimit(limit, (allowed, hard))


def grown(memory: int) -> bool:
    """Whether this process holds so much that the next dossier might want for room."""
    return _held() > memory * _GROWN


def _held() -> int:
    if sys.platform == "win32":
        return 0
    with suppress(OSError, ValueError, IndexError), open("/proc/self/statm", "rb") as told:  # noqa: PTH123  each dossier
        return int(told.read().split()[5]) * os.sysconf("SC_PAGE_SIZE")
    import resource  # noqa: PLC0415  not on Windows

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _KILL_ON_CLOSE, _PROCESS_MEMORY, _NO_DIALOG = 0x2000, 0x100, 0x400
    _EXTENDED, _ALL_ACCESS = 9, 0x1F0FFF

    class _Basic(ctypes.Structure):
        _fields_ = [
            ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
            ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        ]

    class _Limits(ctypes.Structure):
        _fields_ = [
            ("Basic", _Basic),
            ("IoInfo", ctypes.c_ulonglong * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        ]

    class Job:
        """A Windows job: whoever is put into it, and their children, are bounded, and end when this process ends."""

        def __init__(self, memory: int) -> None:
            self._kernel = ctypes.WinDLL("kernel32", use_last_error=True)
            self._kernel.CreateJobObjectW.restype = wintypes.HANDLE
            self._kernel.OpenProcess.restype = wintypes.HANDLE
            self._handle = wintypes.HANDLE(self._kernel.CreateJobObjectW(None, None))
            told = _Limits()
            told.Basic.LimitFlags = _KILL_ON_CLOSE | _PROCESS_MEMORY | _NO_DIALOG
            told.ProcessMemoryLimit = memory
            self._kernel.SetInformationJobObject(self._handle, _EXTENDED, ctypes.byref(told), ctypes.sizeof(told))

        def take(self, pid: int) -> None:
            """This process is bounded from now on."""
            process = wintypes.HANDLE(self._kernel.OpenProcess(_ALL_ACCESS, False, pid))
            if process:
                self._kernel.AssignProcessToJobObject(self._handle, process)
                self._kernel.CloseHandle(process)

else:

    class Job:
        """What only Windows needs: elsewhere a process bounds itself."""

        def __init__(self, memory: int) -> None:
            del memory

        def take(self, pid: int) -> None:
            """Nothing is to be done."""
