"""Dossiers are given to people: to one, by turn, or evenly by what is left to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import cycle

from django.db import transaction

from console import events
from console.access.visible import dossiers_of
from console.events import Actor
from console.models import DossierWork, OfficeBatch, Person
from schemas.errors import UsageError

BY_TURN, EVENLY, NOBODY = "turn", "even", "none"


def candidates(batch: OfficeBatch) -> list[Person]:
    """The members of the batch who decide."""
    return list(batch.members.filter(decides=True, is_active=True).order_by("name"))


def given(by: Actor, person: Person, batch: OfficeBatch, chosen: Sequence[str], to: str) -> str:
    """Who got what, in words. A dossier never goes to somebody who is barred from it."""
    numbers = [int(one) for one in chosen if one.isdecimal()]
    with transaction.atomic():
        mine = dossiers_of(person).filter(batch=batch, pk__in=numbers).order_by("order")
        dossiers = list(mine.select_for_update(of=("self",)))
        if not dossiers:
            raise UsageError("请先勾选卷宗。")
        taker = _taker(batch, to)
        count = 0
        for dossier in dossiers:
            count += _give(dossier, taker(dossier))
    events.noted(by, "分派", batch, dossiers=[one.key for one in dossiers], to=to)
    return f"已分派 {count} 个卷宗。" if count == len(dossiers) else f"已分派 {count} 个，其余因回避没有合适的人。"


def _taker(batch: OfficeBatch, to: str) -> Callable[[DossierWork], Person | None]:
    people = candidates(batch)
    if to == NOBODY:
        return lambda _: None
    if not people:
        raise UsageError("这一批次没有经办人。请管理员先加入成员。")
    if to == BY_TURN:
        return _by_turn(people)
    if to == EVENLY:
        return _evenly(batch, people)
    chosen = next((one for one in people if str(one.pk) == to), None)
    if chosen is None:
        raise UsageError("请选择分派给谁。")
    return lambda dossier: None if _barred(dossier, chosen) else chosen


def _by_turn(people: list[Person]) -> Callable[[DossierWork], Person | None]:
    turns = cycle(people)

    def take(dossier: DossierWork) -> Person | None:
        return next((one for _, one in zip(people, turns, strict=False) if not _barred(dossier, one)), None)

    return take


def _evenly(batch: OfficeBatch, people: list[Person]) -> Callable[[DossierWork], Person | None]:
    load = {one.pk: sum(batch.dossiers.filter(assignee=one).values_list("left", flat=True)) for one in people}

    def take(dossier: DossierWork) -> Person | None:
        free = [one for one in people if not _barred(dossier, one)]
        least = min(free, key=lambda one: load[one.pk], default=None)
        if least is not None:
            load[least.pk] += max(dossier.left, 1)
        return least

    return take


def _give(dossier: DossierWork, taker: Person | None) -> bool:
    dossier.assignee = taker
    dossier.version += 1
    dossier.save(update_fields=["assignee", "version"])
    return taker is not None


def _barred(dossier: DossierWork, person: Person) -> bool:
    return dossier.recusals.filter(person=person, ended=None).exists()
