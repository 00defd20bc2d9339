"""A scheduler of Dask and workers of it, as processes of this machine."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Cluster:
    """Where the scheduler listens, and the processes that work for it."""

    executor: str
    workers: list[subprocess.Popen[bytes]]


@contextmanager
def cluster(folder: Path, workers: int = 2, cache: Path | None = None) -> Iterator[Cluster]:
    """Both, until the end; what the workers keep lies in ``cache``."""
    folder.mkdir(exist_ok=True)
    told = folder / "scheduler.json"
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "DOSSIER_CACHE": str(cache or folder / "kept"),
        "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "3",
    }

    def begun(program: str, *words: str) -> subprocess.Popen[bytes]:
        line = [sys.executable, "-m", f"distributed.cli.dask_{program}", *words, "--no-dashboard"]
        out = (folder / f"{program}.log").open("ab")
        return subprocess.Popen(line, env=environment, stdout=out, stderr=out, cwd=folder)  # noqa: S603  our own program

    processes = [begun("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(told))]
    try:
        while not told.exists():
            if processes[0].poll() is not None:
                raise RuntimeError((folder / "scheduler.log").read_text())
            time.sleep(0.1)
        each = ("--scheduler-file", str(told), "--nthreads", "1", "--no-nanny", "--local-directory", str(folder))
        processes += [begun("worker", *each) for _ in range(workers)]
        time.sleep(0.2)
        yield Cluster(f"dask://{_address(told)}", processes[1:])
    finally:
        for process in reversed(processes):
            with suppress(OSError):
                process.terminate()
        for process in processes:
            with suppress(subprocess.TimeoutExpired):
                process.wait(10)
            process.kill()
            process.wait()


def _address(told: Path) -> str:
    import json

    return str(json.loads(told.read_text())["address"]).removeprefix("tcp://")
