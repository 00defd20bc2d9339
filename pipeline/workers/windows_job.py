"""How are processes on Windows bounded, and ended with the process that started them?

A job: whoever is put into it, and their children, may take so much memory each, and end when its last handle is closed,
which Windows does for a process that is killed. Elsewhere a process bounds itself: see ``limits``.
Source: Microsoft, JOBOBJECT_EXTENDED_LIMIT_INFORMATION, JOBOBJECT_BASIC_LIMIT_INFORMATION.
"""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _KILL_ON_CLOSE, _PROCESS_MEMORY, _NO_DIALOG = 0x2000, 0x100, 0x400
    _EXTENDED, _ALL_ACCESS = 9, 0x1F0FFF

    class _BasicJobLimits(ctypes.Structure):
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

    class _JobLimits(ctypes.Structure):
        _fields_ = [
            ("Basic", _BasicJobLimits),
            ("IoInfo", ctypes.c_ulonglong * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        ]


class WindowsJob:
    """A job of this process; on other systems nothing."""

    def __init__(self, memory: int) -> None:
        if sys.platform == "win32":
            self._kernel = ctypes.WinDLL("kernel32", use_last_error=True)
            self._kernel.CreateJobObjectW.restype = wintypes.HANDLE
            self._kernel.OpenProcess.restype = wintypes.HANDLE
            self._handle = wintypes.HANDLE(self._kernel.CreateJobObjectW(None, None))
            limits = _JobLimits()
            limits.Basic.LimitFlags = _KILL_ON_CLOSE | _PROCESS_MEMORY | _NO_DIALOG
            limits.ProcessMemoryLimit = memory
            self._kernel.SetInformationJobObject(self._handle, _EXTENDED, ctypes.byref(limits), ctypes.sizeof(limits))

    def take(self, pid: int) -> None:
        """This process and its children are bounded from now on."""
        if sys.platform == "win32":
            process = wintypes.HANDLE(self._kernel.OpenProcess(_ALL_ACCESS, False, pid))
            if process:
                self._kernel.AssignProcessToJobObject(self._handle, process)
                self._kernel.CloseHandle(process)

    def close(self) -> None:
        """Whoever is still in it ends."""
        if sys.platform == "win32":
            self._kernel.CloseHandle(self._handle)
