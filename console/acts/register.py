"""Results that ``dossier screen`` wrote are taken in as a batch (登记已有结果)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from console import events
from console.events import Actor
from console.models import OfficeBatch, Person, ReceivedRound
from console.results import mirror
from schemas.errors import UsageError


def existing(by: Actor, results: Path, name: str, members: Sequence[str]) -> OfficeBatch:
    """The batch, with these people as members. UsageError where there are no results, or nobody would see them."""
    if not results.is_absolute():
        raise UsageError("请写出结果文件夹的完整路径。")
    people = list(Person.objects.filter(pk__in=[one for one in members if one.isdecimal()], is_active=True))
    if not people:
        raise UsageError("请至少选择一位成员，否则没有人能看到这一批次。")
    if ReceivedRound.objects.filter(results=str(results)).exists():
        raise UsageError("这个结果文件夹已经登记过。")
    batch = mirror.registered(name.strip() or results.name, results)
    batch.members.set(people)
    mirror.refreshed(batch)
    events.noted(by, "登记批次", batch, members=[person.name for person in people], folder=str(results))
    return batch
