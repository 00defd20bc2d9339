"""A batch begun in the browser: its folder with an empty inbox, its members, the day from which years are reckoned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import transaction

from console import events
from console.acts.enqueue import queued
from console.events import Actor
from console.models import OPEN, Job, JobState, OfficeBatch, Person, ReceivedRound
from console.rulebooks import own
from pipeline import file_names
from pipeline.results import private
from pipeline.rulebook.find import available
from pipeline.rulebook.of_bureau import AUTO, bureau_rulebooks
from schemas.errors import UsageError


@dataclass(frozen=True, slots=True)
class WantedBatch:
    """What is said of a new batch."""

    name: str
    as_of: date
    rulebook: str
    members: tuple[str, ...]


def begun(by: Actor, person: Person, wanted: WantedBatch) -> OfficeBatch:
    """The batch; whoever begins it is a member. UsageError where it has no name."""
    if not wanted.name.strip():
        raise UsageError("请写明批次名称。")
    mine = [path for path, _ in own.usable(settings.DATA.rulebooks)]
    if wanted.rulebook not in (AUTO, *available(), *bureau_rulebooks(), *mine):
        raise UsageError("请选择办法。")
    root = _folder(wanted.name.strip())
    people = Person.objects.filter(pk__in=[one for one in wanted.members if one.isdecimal()], is_active=True)
    private.make_folder(root / "r1" / "inbox")
    with transaction.atomic():
        batch = OfficeBatch.objects.create(
            name=wanted.name.strip(), as_of=wanted.as_of, rulebook=wanted.rulebook, procedure="application"
        )
        places = {"inbox": str(root / "r1" / "inbox"), "results": str(root / "r1" / "results")}
        ReceivedRound.objects.create(batch=batch, number=1, **places)
        batch.members.set([person, *people])
        events.noted(by, "新建批次", batch, as_of=wanted.as_of.isoformat(), rulebook=wanted.rulebook)
    return batch


def screened(by: Actor, person: Person, batch: OfficeBatch, *, anew: bool = False) -> Job:
    """The screening asked for; where it is waiting or running already, that one.

    ``anew``: something has just come in, which one that is running may have gone past.
    """
    among = (JobState.WAITING,) if anew else OPEN
    return queued(by, Job(kind="screen", batch=batch, by=person), "开始初审", among)


def _folder(name: str) -> Path:
    root = Path(settings.DATA.batches)
    taken = [child.name for child in root.iterdir()] if root.is_dir() else []
    return root / file_names.folder_name(name, taken)
