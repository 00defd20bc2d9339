"""What do the bounds cost that a worker works within: its own process, its memory, its time, what it sends back?

    python benchmarks/limits.py [--times 6] [--rounds 25]

The demo's dossiers, screened in this process and by one worker within its bounds, each in a process of its own;
processor time, user's and system's, of the process and its children. Starting a worker costs once, however many
dossiers it takes: it is told apart from what a dossier costs by screening the demo once and ``--times`` times in one
batch. A machine that does other work too makes every time larger, now more, now less: so both ways are taken in one
round right after each other, in turned order, and what is told is the median of the rounds' ratios, with the interval
in which it lies in 19 of 20 cases whatever the ratios are like (by their order).
"""

from __future__ import annotations

import argparse
import io
import math
import resource
import shutil
import statistics
import tempfile
from pathlib import Path

from screening import apart

from pipeline import batch, demo
from pipeline.progress import Lines
from pipeline.screen import Settings, our_steps
from pipeline.workers import WorkPlan
from schemas.process import garbage


def taken(inbox: Path, contained: bool) -> float:
    """Processor seconds of one batch, its worker's with them."""
    our_steps()
    # As the command does: otherwise only the process that screens, with one way this and with the other the worker.
    garbage.look_seldom()
    began = used()
    with tempfile.TemporaryDirectory() as folder:
        plan = WorkPlan(1, contained=contained)
        batch.run(inbox, Path(folder) / "out", Settings(demo.AS_OF), plan, Lines(io.StringIO()))
    return used() - began


def used() -> float:
    every = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in every)


def between(rounds: int) -> tuple[int, int]:
    """Between which of so many sorted values the median lies in 19 of 20 cases (the signs are a coin's)."""
    low = 0
    while 2 * sum(math.comb(rounds, count) for count in range(low + 2)) < 0.05 * 2**rounds:
        low += 1
    return low, rounds - 1 - low


def main() -> None:
    """Print what a dossier takes either way, and what starting a worker takes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=6)
    parser.add_argument("--rounds", type=int, default=25)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        once, often = Path(scratch, "once"), Path(scratch, "often")
        demo.write(once)
        for number in range(asked.times):
            for dossier in sorted(once.iterdir()):
                target = often / f"{number:03}-{dossier.name}"
                target.parent.mkdir(exist_ok=True)
                (shutil.copytree if dossier.is_dir() else shutil.copy)(dossier, target)
        more = (asked.times - 1) * sum(1 for _ in once.iterdir())
        each: dict[bool, list[float]] = {False: [], True: []}
        start: dict[bool, list[float]] = {False: [], True: []}
        for number in range(asked.rounds):
            for contained in (False, True) if number % 2 else (True, False):
                few, many = apart(taken, once, contained), apart(taken, often, contained)
                each[contained].append((many - few) / more)
                start[contained].append(few)
            told = ", ".join(f"{1000 * each[one][-1]:.0f}" for one in (False, True))
            print(f"round {number + 1}: {told} ms a dossier", flush=True)
    plain, bound = (statistics.median(each[one]) for one in (False, True))
    ratios = sorted(within / without for without, within in zip(each[False], each[True], strict=True))
    low, high = between(len(ratios))
    print(
        f"a dossier: {1000 * plain:.1f} ms in this process, {1000 * bound:.1f} ms within bounds; "
        f"ratio {statistics.median(ratios):.3f} ({ratios[low]:.3f} to {ratios[high]:.3f})"
    )
    once_more = statistics.median(start[True]) - statistics.median(start[False])
    print(f"the first batch: {once_more:.2f} s more within bounds (a worker started)")


if __name__ == "__main__":
    main()
