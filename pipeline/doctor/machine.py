"""Are Python, the processors and the memory such that the work can be done, and with how many processes?"""

from __future__ import annotations

import os
import platform
import sys

import psutil

from pipeline.doctor.check import Fitness, MachineCheck
from pipeline.workers.plan import MEMORY

OLDEST, NEWEST = (3, 11), (3, 13)
"""The versions of Python that the tests are run with; pyproject.toml asks for the oldest."""

_LIBRARIES = 64
"""Bits: the recogniser and the PDF library are built for these machines only."""

_GIB = 1 << 30


def python(
    version: tuple[int, int] = sys.version_info[:2], bits: int = _LIBRARIES if sys.maxsize >> 32 else 32
) -> MachineCheck:
    """The interpreter: its version, and whether it is one of 64 bits."""
    found = f"{platform.python_version()}，{bits} 位，{sys.executable}"
    if bits < _LIBRARIES:
        return MachineCheck("python", "Python", Fitness.FAILED, found, "请改装 64 位的 Python 3.11、3.12 或 3.13。")
    if version < OLDEST:
        return MachineCheck("python", "Python", Fitness.FAILED, found, "请改用 Python 3.11、3.12 或 3.13。")
    if version > NEWEST:
        return MachineCheck(
            "python", "Python", Fitness.LIMITED, found, "该版本未经测试；如有异常，请改用 Python 3.11、3.12 或 3.13。"
        )
    return MachineCheck("python", "Python", Fitness.OK, found)


def processors(cores: int | None = None, memory: int | None = None) -> MachineCheck:
    """Cores and memory: every process may take ``MEMORY``, and by default there is one for each core."""
    cores = cores or os.cpu_count() or 1
    memory = memory or psutil.virtual_memory().total
    found = f"{cores} 核，内存 {memory / _GIB:.1f} GB；每个处理进程至多占用 {MEMORY / _GIB:.2f} GB"
    fitting = memory // MEMORY
    if not fitting:
        advice = "内存不足一个处理进程的上限，大的扫描件可能读不完。请增加内存，或换一台机器。"
        return MachineCheck("processors", "处理器和内存", Fitness.LIMITED, found, advice)
    if fitting < cores:
        advice = f"初审时请加上 --jobs {fitting}，以免内存用尽。"
        return MachineCheck("processors", "处理器和内存", Fitness.LIMITED, found, advice)
    return MachineCheck("processors", "处理器和内存", Fitness.OK, found)
