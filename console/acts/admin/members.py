"""Who belongs to a batch, and who has nothing to do with one of its dossiers (回避)?

Whoever leaves a batch or is barred from a dossier has it no more: it is to be given to somebody else.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from console import events
from console.events import Actor
from console.models import DossierWork, OfficeBatch, Person, Recusal
from schemas.errors import UsageError


def chosen(by: Actor, batch: OfficeBatch, members: Sequence[str]) -> str:
    """These people, and nobody else, belong to the batch; what that leaves without anybody, in words."""
    numbers = [int(one) for one in members if one.isdecimal()]
    with transaction.atomic():
        before = {one.pk: one.name for one in batch.members.all()}
        people = list(Person.objects.filter(pk__in=numbers, is_active=True))
        if not people:
            raise UsageError("请至少选择一位成员，否则没有人能看到这一批次。")
        batch.members.set(people)
        after = {one.pk: one.name for one in people}
        gone = [key for key in before if key not in after]
        left = _without(batch.dossiers.filter(assignee__in=gone))
        events.noted(by, "调整成员", batch, before=sorted(before.values()), after=sorted(after.values()))
    return "成员已调整。" + (f"退出的人经办的 {left} 个卷宗请另行分派。" if left else "")


def barred(by: Actor, author: Person, dossier: DossierWork, person: Person, reason: str) -> str:
    """The person is barred from the dossier from now on. UsageError where he is already, or nobody says why."""
    if not reason.strip():
        raise UsageError("请写明回避的理由。")
    with transaction.atomic():
        DossierWork.objects.select_for_update().get(pk=dossier.pk)
        if dossier.recusals.filter(person=person, ended=None).exists():
            raise UsageError(f"{person.name} 已经回避 {dossier.key}。")
        Recusal.objects.create(dossier=dossier, person=person, by=author)
        had = _without(DossierWork.objects.filter(pk=dossier.pk, assignee=person))
        events.noted(by, "回避", dossier, person=person.name, reason=reason.strip()[:200])
    return f"{person.name} 回避 {dossier.key}。" + ("请将这个卷宗分派给他人。" if had else "")


def named(batch: OfficeBatch, key: str) -> DossierWork:
    """The dossier of this number in the batch. UsageError where there is none."""
    dossier = batch.dossiers.filter(key=key.strip()).first()
    if dossier is None:
        raise UsageError(f"“{batch.name}”中没有编号为“{key.strip()[:60]}”的卷宗。")
    return dossier


def ended(by: Actor, recusal: Recusal) -> str:
    """The person may see the dossier again."""
    with transaction.atomic():
        if not Recusal.objects.filter(pk=recusal.pk, ended=None).update(ended=timezone.now()):
            raise UsageError("这项回避已经解除。")
        events.noted(by, "解除回避", recusal.dossier, person=recusal.person.name)
    return f"{recusal.person.name} 不再回避 {recusal.dossier.key}。"


def archived(by: Actor, batch: OfficeBatch, *, away: bool) -> str:
    """The batch put away, or taken out again; nothing is deleted."""
    if batch.removed is not None:
        raise UsageError("这一批次的材料正待删除，请先恢复材料。")
    batch.archived = timezone.now() if away else None
    batch.save(update_fields=["archived"])
    events.noted(by, "归档批次" if away else "恢复批次", batch)
    return f"“{batch.name}”已{'归档，可随时恢复' if away else '恢复'}。"


def _without(dossiers: QuerySet[DossierWork]) -> int:
    """These dossiers have nobody from now on; how many they are."""
    count = 0
    for dossier in dossiers.select_for_update():
        dossier.assignee = None
        dossier.version += 1
        dossier.save(update_fields=["assignee", "version"])
        count += 1
    return count
