"""A worker whose parent is killed ends by itself, with what it started and what it wrote."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.builders.accidents import gone

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")

# A runner in the background hands on that it ignores interrupts; a command at a terminal does not.
RUN = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)
from pipeline.workers import WorkPlan, outcomes
from tests.builders.accidents import Job, work
if __name__ == "__main__":
    jobs = [Job((f"waits {n}",), sys.argv[1]) for n in range(2)]
    list(outcomes(jobs, work, WorkPlan(2)))
"""


@pytest.mark.parametrize(
    "how", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda one: one.name
)
def test_however_the_parent_ends(tmp_path: Path, how: signal.Signals) -> None:
    for name in ("told", "tmp"):
        (tmp_path / name).mkdir()
    environment = {**os.environ, "TMPDIR": str(tmp_path / "tmp")}
    run = subprocess.Popen(  # noqa: S603  our own command
        [sys.executable, "-c", RUN, str(tmp_path / "told")], env=environment, stderr=subprocess.DEVNULL
    )
    told = _waited_for(tmp_path / "told", 2)
    workers = [int(file.name.rsplit("-", 1)[1]) for file in told]
    programs = [int(file.read_text(encoding="utf-8")) for file in told]
    trackers = _children(run.pid)
    run.send_signal(how)
    run.wait(timeout=120)
    assert gone(*workers, *programs, *trackers)
    assert _empty(tmp_path / "tmp")


def _waited_for(folder: Path, count: int) -> list[Path]:
    for _ in range(1200):
        told = [file for file in folder.iterdir() if file.read_text(encoding="utf-8")]
        if len(told) == count:
            return told
        time.sleep(0.1)
    raise AssertionError("the workers never began")


def _children(parent: int) -> list[int]:
    """Its children of now: workers, and what keeps track of their resources."""
    return [int(pid) for pid in Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="utf-8").split()]


def _empty(folder: Path) -> bool:
    for _ in range(300):
        if not list(folder.iterdir()):
            return True
        time.sleep(0.1)
    return False
