"""Do many people at one dossier lose each other's work, and how long does an act take then?

``python -m benchmarks.console_acts [THREADS] [ACTS]``: each thread decides about the same point and writes a note, over
HTTP; a decision that is refused because somebody else was first (409) is tried again on the newer version. Prints
how long answers took, and what was lost or is there twice.
"""

from __future__ import annotations

import json
import os
import re
import statistics
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.builders.console import at_work, kept
from tests.builders.killed import POINT
from tests.builders.served_console import ServedConsole, Visitor

THREADS, ACTS = 10, 50


@dataclass
class Told:
    """What the threads saw."""

    decided: list[str] = field(default_factory=list)
    took: list[float] = field(default_factory=list)
    refused: int = 0
    failed: list[str] = field(default_factory=list)


def acts(console: ServedConsole, where: str, name: str, count: int, told: Told) -> None:
    """So many decisions, each tried until it is taken."""
    visitor = Visitor(console)
    assert visitor.login("zhang").status == 302  # noqa: S101
    for at in range(count):
        reason = f"理由{name}次{at}。"
        while True:
            page = visitor.get(f"{where}/review?point={POINT}")
            given = page.hidden("/act/accept") | {"reason": reason}
            begun = time.perf_counter()
            answer = visitor.post(f"{where}/act/accept", given)
            if answer.status == 302:
                told.took.append(time.perf_counter() - begun)
                told.decided.append(reason)
                break
            if answer.status == 409:
                told.refused += 1
                continue
            why = re.search(r'role="alert">([^<]*)', answer.text)
            told.failed.append(f"{answer.status} {why[1] if why else ''}")
            break


def main() -> int:
    """0 where every decision that was shown as taken stands once, and only those do."""
    threads = int(sys.argv[1]) if len(sys.argv) > 1 else THREADS
    count = int(sys.argv[2]) if len(sys.argv) > 2 else ACTS
    with tempfile.TemporaryDirectory() as folder:
        with at_work(Path(folder)) as (one, batch, results):
            one.hashed_as_served()
            kept(results)
            where = f"/b/{batch.pk}/d/{batch.dossiers.order_by('order').last().pk}"
            cache = os.environ["DOSSIER_CACHE"]
        console = ServedConsole(one.folder, environment={"DOSSIER_CACHE": cache})
        console.begin()
        told = Told()
        each = [threading.Thread(target=acts, args=(console, where, f"第{at}人", count, told)) for at in range(threads)]
        begun = time.perf_counter()
        for thread in each:
            thread.start()
        for thread in each:
            thread.join()
        whole = time.perf_counter() - begun
        console.end()
        log = (results / "decisions-log.jsonl").read_text(encoding="utf-8").splitlines()
        stands = [re.findall(r"理由\w+。", json.dumps(json.loads(line)["after"], ensure_ascii=False)) for line in log]
    written = [word for words in stands for word in words]
    took = sorted(told.took)
    print(f"{len(told.decided)} decisions in {whole:.0f} s, {told.refused} refused as outdated, failed: {told.failed}")
    print(f"an act: median {statistics.median(took):.2f} s, p95 {took[int(len(took) * 0.95)]:.2f} s")
    wrong = sorted(written) != sorted(told.decided)
    print("lost or twice" if wrong else "each of them stands once in the log, and nothing else")
    return 1 if wrong or told.failed else 0


if __name__ == "__main__":
    sys.exit(main())
