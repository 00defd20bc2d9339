"""Work whose units say what happens to it; picklable, as workers need it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from pipeline.workers import journal
from pipeline.workers.journal import Step


class Job(NamedTuple):
    """A dossier made of files; what each does is its name. ``folder`` remembers how often it was tried."""

    files: tuple[str, ...]
    folder: str = ""


_kept: list[bytearray] = []
"""What this process holds of one unit after the other."""


def work(job: Job) -> list[str]:
    """Each file with what came of it."""
    told = []
    for name in job.files:
        why = journal.begins(Step.READ, name)
        if why:
            told.append(f"{name}：{why}")
            continue
        _happens(name, job)
        told.append(name)
    journal.begins(Step.DOSSIER)
    if "judging kills" in job.files:
        os.abort()
    return told


def _happens(name: str, job: Job) -> None:
    if name.startswith("crash"):
        os.abort()
    if name.startswith("still"):
        time.sleep(600)
    if name.startswith("large"):
        bytearray(16 << 30)
    if name.startswith("keeps"):
        _kept.append(bytearray(250 << 20))
    if name.startswith("wants"):
        bytearray(700 << 20)
    if name.startswith("error"):
        raise ValueError("13800000000")
    if name.startswith("killed") and _times(job, name) < int(name.rsplit(" ", 1)[1]):
        os.kill(os.getpid(), signal.SIGKILL)
    if name.startswith("program"):
        (Path(job.folder) / "program").write_text(str(_sleeper()), encoding="utf-8")
        os.abort()
    if name.startswith("waits"):
        (Path(job.folder) / f"{name}-{os.getpid()}").write_text(str(_sleeper()), encoding="utf-8")
        time.sleep(600)


def _times(job: Job, name: str) -> int:
    """How often this was begun before."""
    times = Path(job.folder) / name
    before = len(times.read_bytes()) if times.exists() else 0
    times.write_bytes(b"x" * (before + 1))
    return before


def _sleeper() -> int:
    """A program that a reader starts, in a group of its own."""
    command = [sys.executable, "-c", "import time; time.sleep(600)"]
    return subprocess.Popen(command, process_group=0).pid  # noqa: S603  our own command


def alive(pid: int) -> bool:
    """Whether a process runs; one that is dead and not yet fetched does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except (OSError, IndexError):
        return False


def gone(*pids: int) -> bool:
    """Whether they all end, given ample time."""
    for _ in range(600):
        if not any(map(alive, pids)):
            return True
        time.sleep(0.1)
    return False
