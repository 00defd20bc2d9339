"""How long do the console's pages take with a batch of 500 dossiers? Prints median, p95 and the slowest of each page.

``python -m benchmarks.console_load [DOSSIERS] [--quiet]``: rows and search lines are made up; one real dossier is
reviewed and decided. A screening of the demo runs beside it all the time, unless it is to be ``--quiet``.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.builders.console import Office, at_work, form_of

if TYPE_CHECKING:
    from console.models import OfficeBatch

DOSSIERS = 500
LINES = 120
TURNS, ACTS = 40, 20
_SCREEN = """
import itertools, subprocess, sys
for at in itertools.count():
    out = [sys.argv[2] + str(at), "--as-of", "2026-03-15", "--jobs", "1", "--no-cache"]
    subprocess.run([sys.executable, "-m", "console.command", "screen", sys.argv[1], "--out", *out], check=True)
"""
"""The demo screened again and again, each time from nothing."""


@contextmanager
def screening(folder: Path) -> Iterator[None]:
    """A screening that runs for as long as the block lasts."""
    from pipeline import demo

    demo.write(folder / "demo")
    command = [sys.executable, "-c", _SCREEN, str(folder / "demo"), str(folder / "out")]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        yield
        assert running.poll() is None, "the screening has ended"  # noqa: S101
    finally:
        os.killpg(running.pid, 9)
        running.wait()


def timed(what: str, act: Callable[[int], object], turns: int = TURNS) -> None:
    """One line: the page, its median, p95 and slowest turn in milliseconds."""
    took = []
    for turn in range(turns):
        begun = time.perf_counter()
        act(turn)
        took.append((time.perf_counter() - begun) * 1000)
    p95 = statistics.quantiles(took, n=20, method="inclusive")[-1]
    print(f"{what:<10} {statistics.median(took):7.0f} ms  {p95:7.0f} ms  {max(took):7.0f} ms")


def filled(batch: object, count: int) -> None:
    """So many dossiers more in the batch, with what can be found of them."""
    from django.db import connection

    from console.models import DossierWork, SearchEntry
    from console.results.search_lines import spaced

    rows = DossierWork.objects.bulk_create(
        DossierWork(
            batch=batch, key=f"P{at:03}", folder=f"P{at:03}", order=at, applicant=f"哈尔滨第{at}演示企业服务有限公司",
            verdict="supplement", materials=at % 4, crosschecks=at % 3, reviews=at % 7, left=at % 9, total=9,
        )
        for at in range(10, 10 + count)
    )  # fmt: skip
    lines = SearchEntry.objects.bulk_create(
        SearchEntry(dossier=row, kind="服务企业", text=f"哈尔滨第{line}样例机械有限公司{row.order}")
        for row in rows
        for line in range(LINES)
    )
    with connection.cursor() as cursor:
        words = [(one.pk, spaced(one.text)) for one in lines]
        cursor.executemany("INSERT INTO console_search(rowid, words) VALUES (%s, %s)", words)


def main() -> None:
    """All pages."""
    numbers = [int(one) for one in sys.argv[1:] if one.isdecimal()]
    with ExitStack() as stack:
        folder, beside = (Path(stack.enter_context(tempfile.TemporaryDirectory())) for _ in range(2))
        one, batch, _ = stack.enter_context(at_work(folder))
        if "--quiet" not in sys.argv:
            stack.enter_context(screening(beside))
        measured(one, batch, numbers[0] if numbers else DOSSIERS)


def measured(one: Office, batch: OfficeBatch, count: int) -> None:
    """Every page, a line each."""
    real = batch.dossiers.order_by("order").last()
    filled(batch, count)
    client = one.browser("zhang")
    where = f"/b/{batch.pk}/d/{real.pk}"

    def act(turn: int) -> None:
        page = client.get(f"{where}/review", {"point": "material.11.3b"})
        given = form_of(page, "/act/accept") | {"reason": f"第{turn}次"}
        assert client.post(f"{where}/act/accept", given).status_code == 302  # noqa: S101

    print(f"{count} dossiers     median         p95     slowest")
    timed("desk", lambda _: client.get("/"))
    timed("list", lambda _: client.get(f"/b/{batch.pk}"))
    timed("search", lambda _: client.get("/search", {"q": "样例机械"}))
    timed("review", lambda _: client.get(f"{where}/review"))
    timed("act", act, ACTS)


if __name__ == "__main__":
    main()
