"""A batch whose time is over: its files laid aside to be deleted, taken back within thirty days, or deleted for good.

Nothing is deleted by itself before its retention year is over, and nothing without somebody asking for it by name.
What lies elsewhere (登记已有结果) is never touched.
"""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from console import events, house
from console.events import Actor
from console.models import OfficeBatch, Receipt
from console.queries.office_batches import kept_until
from pipeline.results import private
from schemas.errors import UsageError

GRACE = timedelta(days=30)
"""So long what was laid aside can be taken back."""


def is_due(batch: OfficeBatch) -> bool:
    """Whether its retention is over, so that its deletion is offered."""
    if batch.archived is None or batch.removed is not None:
        return False
    until = kept_until(timezone.localdate(batch.archived), house.of(settings.DATA.root))
    return timezone.localdate() > until


def removed(by: Actor, batch: OfficeBatch, name: str) -> str:
    """Its files laid aside; in thirty days they are gone. UsageError where it is too early, or the name is another."""
    if not is_due(batch):
        raise UsageError("这一批次还在保存年限内，不能删除。")
    if name.strip() != batch.name:
        raise UsageError("请照写批次名称以确认删除。")
    home = _home(batch)
    with transaction.atomic():
        now = OfficeBatch.objects.select_for_update().get(pk=batch.pk)
        if now.removed is not None:
            raise UsageError("这一批次已经在待删除。")
        now.removed = timezone.now()
        now.save(update_fields=["removed"])
        events.noted(by, "删除批次", batch, files=str(home.name) if home else "")
        if home is not None and home.is_dir():
            private.make_folder(settings.DATA.removed)
            home.rename(_aside(batch))
    batch.refresh_from_db()
    return f"“{batch.name}”的材料 30 天后删除，在此之前可以恢复。"


def taken_back(by: Actor, batch: OfficeBatch) -> str:
    """Its files where they were, and the batch archived as before. UsageError where they are gone."""
    home, aside = _home(batch), _aside(batch)
    if batch.removed is None or batch.wiped is not None:
        raise UsageError("这一批次不在待删除之列。")
    if home is not None and aside.is_dir():
        if home.exists():
            raise UsageError(f"{home} 已有同名的文件夹，不能恢复。请先把它移开。")
        aside.rename(home)
    batch.removed = None
    batch.save(update_fields=["removed"])
    events.noted(by, "恢复待删除的批次", batch)
    return f"“{batch.name}”已恢复。"


def wiped() -> int:
    """What has lain aside for thirty days is gone: files, page pictures, and what the tables say of its dossiers."""
    over = OfficeBatch.objects.filter(removed__lt=timezone.now() - GRACE, wiped=None)
    for batch in over:
        receipts = Receipt.objects.filter(round__batch=batch)
        for sha256 in set(receipts.values_list("sha256", flat=True)):
            shutil.rmtree(settings.DATA.pages / sha256, ignore_errors=True)
        shutil.rmtree(_aside(batch), ignore_errors=True)
        with transaction.atomic():
            count = batch.dossiers.count()
            receipts.delete()
            batch.dossiers.all().delete()
            batch.wiped = timezone.now()
            batch.save(update_fields=["wiped"])
            events.noted(events.by_program(), "批次已删除", batch, dossiers=count)
    return len(over)


def is_wiped_soon() -> bool:
    """Whether something has lain aside for long enough."""
    return OfficeBatch.objects.filter(removed__lt=timezone.now() - GRACE, wiped=None).exists()


def _home(batch: OfficeBatch) -> Path | None:
    """The batch's own folder, below which its rounds lie; None where its results lie elsewhere."""
    batches = Path(settings.DATA.batches)
    first = batch.rounds.order_by("number").first()
    place = Path(first.results) if first else batches
    if not place.is_relative_to(batches) or len(place.relative_to(batches).parts) < len(("batch", "r1", "results")):
        return None
    return batches / place.relative_to(batches).parts[0]


def _aside(batch: OfficeBatch) -> Path:
    return Path(settings.DATA.removed) / str(batch.pk)
