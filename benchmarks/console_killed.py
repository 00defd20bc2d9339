"""Is anything lost where the console's processes are killed at random moments of a day's work?

``python -m benchmarks.console_killed [TIMES] [SEED]``: two people decide, note and write letters over HTTP, while the
web process and the worker are killed (SIGKILL) by turns. Prints what was shown as saved, and what is wrong of it.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from pathlib import Path

from tests.builders.console import at_work, kept
from tests.builders.killed import WorkedDay, killed_at_random, problems, work
from tests.builders.served import ServedConsole

TIMES = 20
LONGEST = 5.0
"""Seconds from the beginning of somebody's work to the next death, at most."""


def main() -> int:
    """0 where nothing is wrong."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else TIMES
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with tempfile.TemporaryDirectory() as folder:
        with at_work(Path(folder)) as (one, batch, results):
            one.hashed_as_served()
            kept(results)
            (one.folder / "office.yaml").write_text("name: 示例局\nsign: 试\n", encoding="utf-8")
            address = batch.pk, batch.dossiers.order_by("order").last().pk
            cache = os.environ["DOSSIER_CACHE"]
        console = ServedConsole(one.folder, environment={"DOSSIER_CACHE": cache})
        console.begin()
        day, over = WorkedDay(), threading.Event()
        working = threading.Thread(target=work, args=(console, address, day, over, "甲"))
        working.start()
        try:
            killed_at_random(console, day, times, seed, LONGEST)
        finally:
            over.set()
            working.join()
            console.end()
        wrong = problems(day, console.folder, results)
    print(f"killed {day.killed} times; rounds begun {day.asked}; children left alive {day.left_alive}")
    print(f"shown as saved: {len(day.decided)} decisions, {len(day.noted)} notes, {len(day.numbered)} numbers")
    print("\n".join(wrong) or "nothing lost, nothing twice, no gap")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
