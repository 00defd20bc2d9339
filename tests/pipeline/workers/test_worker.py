"""A worker whose parent is killed ends by itself, with what it started and what it wrote."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.workers.worker import FAREWELL, WorkerBounds, serve
from tests.builders.accidents import gone, work

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


@pytest.mark.parametrize("farewell", [True, False])
def test_an_idle_worker_goes_with_its_files_unless_it_is_dismissed(tmp_path: Path, farewell: bool) -> None:
    """Of one that is dismissed the parent removes them, in whose folder others go on working."""
    folder = tmp_path / "run" / "worker"
    folder.mkdir(parents=True)
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe()
    process = spawn.Process(target=serve, args=(theirs, work, WorkerBounds(2 << 30, 60, folder)))
    process.start()
    theirs.close()
    if farewell:
        ours.send(FAREWELL)
    ours.close()
    process.join(120)
    assert process.exitcode == (0 if farewell else 1)
    assert folder.exists() is farewell
    assert (tmp_path / "run").exists() is farewell


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
