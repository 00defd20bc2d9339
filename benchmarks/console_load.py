"""How long do the console's pages take with a batch of 500 dossiers? Prints the median and the slowest of each page.

``python -m benchmarks.console_load [DOSSIERS]``: rows and search lines are made up;
one real dossier is reviewed and decided.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.builders.console import at_work, form_of

DOSSIERS = 500
LINES = 120
TURNS = 15


def timed(what: str, act: Callable[[int], object], turns: int = TURNS) -> None:
    """One line: the page, its median and its slowest turn in milliseconds."""
    took = []
    for turn in range(turns):
        begun = time.perf_counter()
        act(turn)
        took.append((time.perf_counter() - begun) * 1000)
    print(f"{what:<10} {statistics.median(took):7.0f} ms  {max(took):7.0f} ms")


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
    count = int(sys.argv[1]) if len(sys.argv) > 1 else DOSSIERS
    with tempfile.TemporaryDirectory() as folder, at_work(Path(folder)) as (one, batch, _):
        real = batch.dossiers.order_by("order").last()
        filled(batch, count)
        client = one.browser("zhang")
        where = f"/b/{batch.pk}/d/{real.pk}"

        def act(turn: int) -> None:
            page = client.get(f"{where}/review", {"point": "material.11.3b"})
            given = form_of(page, "/act/accept") | {"reason": f"第{turn}次"}
            assert client.post(f"{where}/act/accept", given).status_code == 302  # noqa: S101

        print(f"{count} dossiers     median       slowest")
        timed("desk", lambda _: client.get("/"))
        timed("list", lambda _: client.get(f"/b/{batch.pk}"))
        timed("search", lambda _: client.get("/search", {"q": "样例机械"}))
        timed("review", lambda _: client.get(f"{where}/review"))
        timed("act", act, 5)


if __name__ == "__main__":
    main()
