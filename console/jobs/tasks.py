"""What is done for each kind of job? Each gives back what is said at its end."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import transaction

from console.jobs.progress import JobProgress
from console.models import Job, OfficeBatch, Person, ReceivedRound
from console.results import mirror
from extractors.kept.store import default_folder
from pipeline import batch as screening
from pipeline import demo as made_up
from pipeline.intake import round_file
from pipeline.results import asked
from pipeline.screen import AUTO, Settings
from pipeline.workers import WorkPlan

DEMO = "演示批次"


def screen(job: Job) -> str:
    """The current round of the job's batch screened, as ``dossier screen`` would; what stands is not done again."""
    batch = job.batch
    current = batch.rounds.order_by("-number").first() if batch else None
    if batch is None or current is None:
        return "没有可以初审的材料。"
    inbox, results = Path(current.inbox), Path(current.results)
    of_round = round_file.load(inbox)
    # Settled by what the results were asked for before, where there are some: the same call gives the same bytes.
    told = asked.read(results) if (results / asked.BATCH).is_file() else None
    wanted = Settings(
        batch.as_of or date.today(),  # noqa: DTZ011  the office's own day
        (told.rulebook if told else batch.rulebook) or of_round.rulebook or AUTO,
        batch.procedure or "application",
        round=of_round,
        round_file=told.round_file if told else None,
        upon=told.upon if told else None,
        since=told.since if told else None,
        cache=default_folder(),
    )
    screening.run(inbox, results, wanted, WorkPlan(_workers(), contained=True), JobProgress(job))
    mirror.refreshed(batch)
    return f"完成 {batch.dossiers.count()} 个卷宗。"


def demo(job: Job) -> str:
    """A batch of made-up dossiers, whose member is whoever asked for it."""
    root = settings.DATA.batches / "demo" / "r1"
    made_up.write(root / "inbox")
    with transaction.atomic():
        batch, _ = OfficeBatch.objects.get_or_create(
            name=DEMO, defaults={"as_of": made_up.AS_OF, "procedure": "application"}
        )
        ReceivedRound.objects.get_or_create(
            batch=batch, number=1, defaults={"inbox": str(root / "inbox"), "results": str(root / "results")}
        )
        batch.members.add(*Person.objects.filter(pk=job.by_id))
        job.batch = batch
        job.save(update_fields=["batch"])
    return screen(job)


def _workers() -> int:
    """One core is left for whoever decides meanwhile."""
    return max(1, (os.cpu_count() or 1) - 1)


TASKS: Mapping[str, Callable[[Job], str]] = {"screen": screen, "demo": demo}
