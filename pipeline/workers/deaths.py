"""What does the death of a process cost: a file, a dossier, or nothing?

Nothing at first: the dossier is tried again, for the process may have been ended by a stranger. What dies over the
same file again leaves that file alone from then on, and judges the rest.
"""

from __future__ import annotations

import signal
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from pipeline.workers.journal import Place, Step
from pipeline.workers.plan import Lost


class Cause(StrEnum):
    """How a process ended that should not have."""

    CRASH = "crash"
    STILL = "still"
    """It gave no sign of life for too long."""
    TIME = "time"
    """The dossier's time was up."""
    KILLED = "killed"
    """Somebody ended it: a person, the system that wanted its memory."""


class Death(NamedTuple):
    """How a worker died, and what it was at."""

    cause: Cause
    place: Place


_BLAMED = {Cause.CRASH: 2, Cause.STILL: 1, Cause.KILLED: 5}
"""How often a process must have died in one way over one file before the file is left alone."""

_MOST = 60
_OUTSIDE = 10
CRASHED = "处理该卷宗的进程意外退出（可能内存不足，或某个文件异常），请人工核看，或减少 --jobs 后重试"
_WHY = {
    Cause.CRASH: "读取该文件时程序异常退出（文件可能已损坏，或打开它所需的内存超过上限），未读取，"
    "请人工核看，或请申请人重新导出后提交。",
    Cause.STILL: "读取该文件用时过长，没有进展，已停止，请人工核看，或请申请人重新导出后提交。",
    Cause.KILLED: "读取该文件的进程多次被系统结束（可能内存不足），未读取，请减少 --jobs 后重试，或人工核看。",
}
_STRANGERS = ("SIGKILL", "SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT", "SIGSTOP", "SIGXCPU")


def cause_of(exit_code: int | None) -> Cause:
    """How a process ended, by what the system says of it: by itself, or by the hand of somebody."""
    if sys.platform != "win32" and exit_code is not None and exit_code < 0:
        strangers = {int(getattr(signal, name)) for name in _STRANGERS if hasattr(signal, name)}
        return Cause.KILLED if -exit_code in strangers else Cause.CRASH
    return Cause.CRASH


def next_attempt(deaths: Sequence[Death], seconds: int) -> Mapping[Place, str] | Lost:
    """What the next attempt leaves alone, and why; or that there is no next one."""
    if any(death.cause is Cause.TIME for death in deaths):
        return Lost(f"处理时间超过 {seconds} 秒，已停止，请人工核看，或加大 --timeout 后重试")
    counted = Counter(deaths)
    without_file = Counter(death.cause for death in deaths if death.place.step is Step.DOSSIER)
    if without_file[Cause.STILL] or without_file[Cause.CRASH] >= _BLAMED[Cause.CRASH]:
        return Lost(CRASHED)
    if without_file[Cause.KILLED] >= _OUTSIDE or len(deaths) >= _MOST:
        return Lost(CRASHED)
    return {
        death.place: _WHY[death.cause]
        for death, times in counted.items()
        if death.place.step is not Step.DOSSIER and times >= _BLAMED[death.cause]
    }
