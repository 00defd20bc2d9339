"""How fast is a batch with one process, with two, and with two workers of Dask on the same machine?

    python benchmarks/many_machines.py [INBOX] [--rounds 2]

Every way does the whole inbox from nothing into a folder of its own, in turn, so that a busy machine is busy for all
of them. Told are seconds on the clock and of the processor (workers that stay included), the best round of each, and
whether all bytes are the same. Without an INBOX, the made-up dossiers of ``dossier demo``.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pipeline import demo
from tests.builders.cluster import cluster

LINE = "from pipeline.cli.main import main; main()"
_TICKS = os.sysconf("SC_CLK_TCK")


class Way(NamedTuple):
    """One way of doing it, with what the command line says of it."""

    name: str
    words: tuple[str, ...]


class Taken(NamedTuple):
    """Seconds on the clock and of the processor."""

    clock: float
    processor: float


def used(pids: list[int]) -> float:
    """Processor seconds of these processes and all that they started and saw end."""
    found = 0.0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        found += sum(map(int, fields[11:15])) / _TICKS
    return found


def family(pids: list[int]) -> list[int]:
    """These processes and those that they started and that live."""
    found = list(pids)
    for pid in found:
        for task in Path(f"/proc/{pid}/task").glob("*/children"):
            found += [int(child) for child in task.read_text(encoding="ascii").split() if int(child) not in found]
    return found


def done(inbox: Path, out: Path, way: Way, workers: list[int]) -> Taken:
    shutil.rmtree(out, ignore_errors=True)
    before, began = used(family(workers)) + _ended(), time.perf_counter()
    words = ("screen", inbox, "--as-of", "2026-03-15", "--no-cache", "--out", out, *way.words)
    finished = subprocess.run([sys.executable, "-c", LINE, *map(str, words)], capture_output=True, check=False)
    if finished.returncode > 1:
        raise SystemExit(finished.stderr.decode())
    return Taken(time.perf_counter() - began, used(family(workers)) + _ended() - before)


def _ended() -> float:
    times = os.times()
    return times.children_user + times.children_system


def written(out: Path) -> dict[str, bytes]:
    """All files but what names the folder itself."""
    files = (path for path in sorted(out.rglob("*")) if path.is_file() and path.name != "batch.json")
    return {str(path.relative_to(out)): path.read_bytes() for path in files}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inbox", nargs="?", type=Path)
    parser.add_argument("--rounds", type=int, default=2)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        inbox = (asked.inbox or folder / "inbox").resolve()
        if asked.inbox is None:
            demo.write(inbox)
        with cluster(folder / "dask") as made:
            ways = [
                Way("one process", ("--jobs", "1")),
                Way("two processes", ("--jobs", "2")),
                Way("two workers of Dask", ("--executor", made.executor)),
            ]
            workers = [worker.pid for worker in made.workers]
            best: dict[str, Taken] = {}
            for _ in range(asked.rounds):
                for at, way in enumerate(ways):
                    taken = done(inbox, folder / f"out{at}", way, workers)
                    known = best.get(way.name, taken)
                    best[way.name] = Taken(min(known.clock, taken.clock), min(known.processor, taken.processor))
            print(f"{'':24} {'clock':>8} {'processor':>10}   against two processes")
            two = best[ways[1].name]
            for way in ways:
                clock, processor = best[way.name]
                ratios = f"{clock / two.clock:.2f} {processor / two.processor:.2f}"
                print(f"{way.name:24} {clock:8.1f} {processor:10.1f}   {ratios}")
        same = written(folder / "out0") == written(folder / "out1") == written(folder / "out2")
        print("same bytes" if same else "OTHER BYTES")


if __name__ == "__main__":
    main()
