"""Do twenty people lose each other's decisions, and how long does an answer take beyond the program's start?

    python benchmarks/deciding.py [INBOX] [--people 20] [--at-once 20]

First ``dossier decide`` by so many people on one batch, every one a process of its own that judges its dossier again:
told is what was lost, what stands twice, whether the log's chain holds, and whether in the end all bytes are those of
a run that keeps nothing. Then, in one process that has judged a dossier before, as the console's has: the seconds of
the processor from a corrected value to the files of its dossier, and to those of the batch. Without an INBOX, two
made-up dossiers of ``dossier demo``.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from day_by_day import same

from pipeline import batch, demo
from pipeline.decisions import file as decisions_file
from pipeline.decisions import log
from pipeline.decisions import record as decisions_record
from pipeline.decisions.record import Who
from schemas.dossier import Screening

LINE = "from pipeline.cli.main import main; main()"
AS_OF = "2026-03-15"
VALUES = ("11", "12", "13", "14", "15", "16")


def begun(*words: str | Path) -> subprocess.Popen[str]:
    """A command, begun; what it says on its own account can be read."""
    call = [sys.executable, "-c", LINE, *map(str, words)]
    return subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def finished(*words: str | Path) -> None:
    """The same, to its end."""
    process = begun(*words)
    said = process.communicate()[1]
    if process.returncode > 1:
        raise SystemExit(said)


def decided_at_once(out: Path, dossiers: list[str], people: int, at_once: int) -> None:
    """Every person adds a finding of their own; so many of them at the same time."""
    for first in range(0, people, at_once):
        some = [
            begun(
                "decide", out, dossiers[at % len(dossiers)], "own", "add", "--text", text(at), "--name", f"经办人{at}"
            )
            for at in range(first, min(first + at_once, people))
        ]
        for process in some:
            said = process.communicate()[1]
            if process.returncode:
                print(f"ended with {process.returncode}: {said}", flush=True)


def added(number: int) -> tuple[str, ...]:
    return ("own", "add", "--text", text(number), "--name", f"经办人{number}")


def text(number: int) -> str:
    return f"第 {number} 位发现的问题"


def told(out: Path, people: int) -> None:
    """What stands in the end, and what the log says of it."""
    texts = [one.text for _, one in decisions_file.load(out).own]
    wanted = {text(number) for number in range(people)}
    entries, problems = log.read(out)
    print(
        f"{people} decided: lost {len(wanted - set(texts))}, twice {len(texts) - len(set(texts))}, "
        f"lines in the log {len(entries)}, faults in its chain {len(problems)}"
    )


@dataclass(slots=True)
class Clock:
    """Notes when the files of the dossier lie there."""

    dossier: str
    begun: float = 0.0
    answers: list[float] = field(default_factory=list)

    def begin(self, total: int) -> None:
        """From here on time counts."""

    def done(self, screening: Screening) -> None:
        """Its files are written."""
        if screening.id == self.dossier:
            self.answers.append(time.process_time() - self.begun)

    def again(self, dossier: str, why: str) -> None:
        """Nothing dies here."""

    def end(self) -> None:
        """Nor is more to come."""


def answers(out: Path, dossier: str, cache: Path) -> None:
    """Corrected values, one after another, in this process."""
    clock, whole = Clock(dossier), list[float]()
    for value in VALUES:
        clock.begun = time.process_time()
        desk = decisions_record.opened(out, dossier, Who("经办人示例", date(2026, 3, 15), "基准测试"))
        decisions_record.correct(desk, "application.staff_count", value)
        batch.again(out, [dossier], cache, clock)
        whole.append(time.process_time() - clock.begun)
    first, later, batchs = clock.answers[0], statistics.median(clock.answers[1:]), statistics.median(whole[1:])
    print(f"a corrected value, the first in its process: {first:.2f} s of the processor until the dossier's files lie")
    print(f"later ones, median of {len(VALUES) - 1}: {later:.2f} s, {batchs:.2f} s with the batch's")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inbox", nargs="?", type=Path)
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--at-once", type=int, default=20)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        inbox, out, plain, cache = folder / "inbox", folder / "out", folder / "plain", folder / "kept"
        if asked.inbox:
            shutil.copytree(asked.inbox, inbox)
        else:
            demo.write(folder / "all")
            for dossier in sorted(one for one in (folder / "all").iterdir() if one.is_dir())[:2]:
                shutil.copytree(dossier, inbox / dossier.name)
        os.environ["DOSSIER_CACHE"] = str(cache)
        screen = ("screen", inbox, "--as-of", AS_OF, "--jobs", "1")
        finished(*screen, "--out", out)
        dossiers = sorted(child.name for child in out.iterdir() if child.is_dir())
        decided_at_once(out, dossiers, asked.people, asked.at_once)
        told(out, asked.people)
        # Who found another one at work was told that it takes the decision along; the next run makes sure.
        finished(*screen, "--out", out)
        plain.mkdir()
        shutil.copy(out / decisions_file.FILE, plain)
        finished(*screen, "--out", plain, "--no-cache")
        print("same bytes" if same(plain, out) else "OTHER BYTES", flush=True)
        answers(out, dossiers[0], cache)


if __name__ == "__main__":
    main()
