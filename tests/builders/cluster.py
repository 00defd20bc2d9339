"""A scheduler of Dask and workers of it, as processes of this machine."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_FILES = {"ca-file": "authority.pem", "cert": "machine.pem", "key": "machine.key"}


@dataclass(frozen=True)
class Cluster:
    """Where the scheduler listens, and the processes that work for it."""

    executor: str
    workers: list[subprocess.Popen[bytes]]


@contextmanager
def cluster(folder: Path, workers: int = 2, cache: Path | None = None, tls: Path | None = None) -> Iterator[Cluster]:
    """Both, until the end; what the workers keep lies in ``cache``, ``certificates`` in ``tls``."""
    folder.mkdir(exist_ok=True)
    told = folder / "scheduler.json"
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "DOSSIER_CACHE": str(cache or folder / "kept"),
        "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "3",
    }

    sealed = [f"--tls-{what}={tls / name}" for what, name in _FILES.items()] if tls else []

    def begun(program: str, *words: str) -> subprocess.Popen[bytes]:
        line = [sys.executable, "-m", f"distributed.cli.dask_{program}", *words, *sealed, "--no-dashboard"]
        out = (folder / f"{program}.log").open("ab")
        return subprocess.Popen(line, env=environment, stdout=out, stderr=out, cwd=folder)  # noqa: S603  our own program

    processes = [
        begun(
            "scheduler", "--host", f"{'tls://' if tls else ''}127.0.0.1", "--port", "0", "--scheduler-file", str(told)
        )
    ]
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
    return str(json.loads(told.read_text())["address"]).partition("://")[2]


def certificates(folder: Path) -> Path:
    """A folder with an authority of its own and one certificate that it signed, as docs/scale.md makes them."""
    folder.mkdir()
    for line in (
        "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=authority -keyout authority.key -out authority.pem",
        "req -newkey rsa:2048 -nodes -subj /CN=machine -keyout machine.key -out machine.csr",
        "x509 -req -in machine.csr -CA authority.pem -CAkey authority.key -CAcreateserial -days 2 -out machine.pem",
    ):
        subprocess.run([shutil.which("openssl") or "", *line.split()], cwd=folder, check=True, capture_output=True)  # noqa: S603  our own words
    return folder
