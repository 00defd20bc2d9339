"""What is done for each kind of job? Each gives back what is said at its end."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from console import house
from console.acts.admin import backup as backups
from console.acts.admin import removal
from console.acts.admin import restore_trial as restore_trial_act
from console.events import Actor
from console.jobs import titles
from console.jobs.progress import JobProgress
from console.models import Job, OfficeBatch, Person, ReceivedRound
from console.results import mirror
from console.rulebooks import own
from extractors.kept.store import default_folder
from pipeline import batch as screening
from pipeline import demo as made_up
from pipeline.intake import round_file
from pipeline.rehearsal import rehearse as rehearsing
from pipeline.rehearsal import result
from pipeline.reports import office_file
from pipeline.results import asked
from pipeline.results import files as result_files
from pipeline.rulebook.find import load
from pipeline.rulebook.of_bureau import AUTO
from pipeline.screen import Settings
from pipeline.workers import WorkPlan

DEMO = "演示批次"


def screen(job: Job) -> str:
    """Every round of the job's batch screened, as ``dossier screen`` would; what stands is not done again."""
    batch = job.batch
    rounds = list(batch.rounds.order_by("number")) if batch else []
    if batch is None or not rounds:
        return "没有可以初审的材料。"
    before: Path | None = None
    for one in rounds:
        inbox, results = Path(one.inbox), Path(one.results)
        first = _settings(inbox, results, batch) if before is None else _upon(before, inbox)
        wanted = _as_asked_before(results) or first
        screening.run(inbox, results, wanted, WorkPlan(_workers(), contained=True), JobProgress(job))
        before = results
    mirror.refreshed(batch)
    return f"完成 {batch.dossiers.count()} 个卷宗。"


def _as_asked_before(results: Path) -> Settings | None:
    """As the results were asked for, so that the same call gives the same bytes; None where there are none yet."""
    if not (results / asked.BATCH).is_file():
        return None
    return screening.as_asked(results, asked.read(results), default_folder())


def _settings(inbox: Path, results: Path, batch: OfficeBatch) -> Settings:
    """As the batch was begun; what round.yaml says goes before a rulebook that is to be recognised.

    What letters say of the office stands in the console's own office.yaml, where somebody has written one.
    """
    office = settings.DATA.office if settings.DATA.office.is_file() else None
    of_round = round_file.load(inbox)
    rulebook = of_round.rulebook or AUTO if batch.rulebook in ("", AUTO) else batch.rulebook
    day = batch.as_of or timezone.localdate()
    return Settings(
        day,
        rulebook,
        batch.procedure or "application",
        round=of_round,
        office=office_file.load(results, office),
        office_file=office,
        cache=default_folder(),
    )


def _upon(before: Path, inbox: Path) -> Settings:
    """As the round before was asked for, with its papers read too and its letters known (``--upon``).

    What round.yaml said of the first round holds for the others, unless this one has its own.
    """
    told = asked.read(before)
    kept = screening.as_asked(before, told, default_folder())
    own = (inbox.absolute().parent / round_file.FILE).is_file()
    place = told.round_file or told.inbox.absolute().parent / round_file.FILE
    said = None if own or not place.is_file() else place
    return replace(kept, since=before, upon=before, round_file=said, round=round_file.load(inbox, said))


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


def backup(job: Job) -> str:
    """The back-up of the console, where the office wants it; older ones than it wants to keep go."""
    root = Path(settings.DATA.root)
    rules = house.of(root)
    to = Path(rules.backup_to) if rules.backup_to else settings.DATA.backups
    done = backups.made(Actor(job.by.name), root, to)
    backups.thinned(to, rules.backup_keep)
    return done.told()


def restore_trial(job: Job) -> str:
    """The last back-up laid back into a folder of its own, to see that it can be."""
    del job
    return restore_trial_act.tried(Path(settings.DATA.root))


def wipe(job: Job) -> str:
    """What was laid aside to be deleted, deleted once its days of grace are over."""
    del job
    return f"删除了 {removal.wiped()} 个批次的材料。"


def rehearse(job: Job) -> str:
    """An own rulebook rehearsed as ``dossier rulebook rehearse`` does it; what does not hold is said."""
    one = own.found(settings.DATA.rulebooks, str(job.asked.get("rulebook", "")))
    if one is None:
        return "这部办法已不在。"
    book = load(one.path)
    outcomes = rehearsing.rehearse(book, str(one.path), one.folder / own.REHEARSAL / "卷宗")
    result_files.write(one.rehearsal, result.as_json(book.id, outcomes).encode())
    amiss = [line for line in result.lines(outcomes) if line.startswith("×")]
    return "\n".join([result.conclusion(outcomes), *amiss])


def _workers() -> int:
    """One core is left for whoever decides meanwhile."""
    return max(1, (os.cpu_count() or 1) - 1)


TASKS: Mapping[str, Callable[[Job], str]] = {
    "screen": screen,
    "demo": demo,
    "titles": titles.titles,
    "backup": backup,
    "restore": restore_trial,
    "wipe": wipe,
    "rehearse": rehearse,
}
