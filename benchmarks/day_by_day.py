"""How much faster is a second run than a first: nothing changed, one decision, one corrected value?

    python benchmarks/day_by_day.py INBOX [--jobs N]

Every step is the command itself in a process of its own, with its start-up. Told are seconds on the clock and of the
processor, and how many times less each takes than the first run; at last, whether all bytes are those of a run that
keeps nothing. Start-up is what a run over an inbox with nothing to do takes anyway.
"""

from __future__ import annotations

import argparse
import filecmp
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple


class Spent(NamedTuple):
    """Seconds on the clock and of the processor."""

    clock: float
    processor: float


def command(*words: str | Path) -> Spent:
    """The command ``dossier`` with these words."""
    before, start = _processor(), time.perf_counter()
    line = "from pipeline.cli.main import main; main()"
    done = subprocess.run([sys.executable, "-c", line, *map(str, words)], capture_output=True, check=False)
    if done.returncode > 1:
        raise SystemExit(done.stderr.decode())
    return Spent(time.perf_counter() - start, _processor() - before)


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def told(name: str, spent: Spent, first: Spent) -> None:
    times = f"{first.clock / spent.clock:6.0f}× {first.processor / spent.processor:6.0f}×" if spent is not first else ""
    print(f"{name:42} {spent.clock:8.2f} s {spent.processor:8.2f} s {times}", flush=True)


def a_finding(out: Path, dossier: str) -> str:
    record = json.loads((out / dossier / "screening.json").read_text(encoding="utf-8"))
    return str(next(one["rule"] for one in record["findings"] if one["rule"].startswith("material.")))


def same(one: Path, other: Path) -> bool:
    names = {path.relative_to(one) for path in one.rglob("*") if path.is_file() and "decisions" not in path.name}
    return all(filecmp.cmp(one / name, other / name, shallow=False) for name in names)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("inbox", type=Path)
    parser.add_argument("--jobs", default="1")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        inbox, out, plain = folder / "inbox", folder / "out", folder / "plain"
        shutil.copytree(asked.inbox, inbox)
        os.environ["DOSSIER_CACHE"] = str(folder / "kept")
        screen = ("screen", inbox, "--as-of", "2026-03-15", "--jobs", asked.jobs)
        print(f"{'':42} {'clock':>10} {'processor':>10}   clock  processor")
        first = command(*screen, "--out", out)
        told("first run", first, first)
        told("nothing changed", command(*screen, "--out", out), first)
        dossiers = [entry["id"] for entry in json.loads((out / "batch.json").read_text(encoding="utf-8"))["dossiers"]]
        who = ("--name", "经办人示例", "--reason", "基准测试")
        dossier = dossiers[0]
        written = command("decide", out, dossier, a_finding(out, dossier), "waive", *who, "--later")
        told("writing one decision (--later)", written, first)
        told("the run after it", command(*screen, "--out", out), first)
        told(
            "one decision, judged at once", command("decide", out, dossier, "own", "add", "--text", "到期", *who), first
        )
        value = ("decide", out, dossier, "application.staff_count", "correct", "--value", "12", *who, "--later")
        command(*value)
        told("--only after a corrected value", command(*screen, "--out", out, "--only", dossier), first)
        told("elsewhere, all papers read before", command(*screen, "--out", folder / "elsewhere"), first)
        told("start-up (dossier --help)", command("--help"), first)
        plain.mkdir()
        shutil.copy(out / "decisions.yaml", plain)
        told("a run that keeps nothing", command(*screen, "--out", plain, "--no-cache"), first)
        print("same bytes" if same(plain, out) else "OTHER BYTES")


if __name__ == "__main__":
    main()
