"""补正材料 taken in: files of one dossier for the round after its letter; the term of a letter made longer.

They lie in the inbox of the next round under the dossier's own name, so that ``dossier screen --upon`` finds them as
this program does. Each is put down with its SHA-256, its size, and who brought it when.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from console import events
from console.acts import move, new_batch
from console.acts.incoming import scanner
from console.acts.move import WantedStep
from console.events import Actor
from console.models import (
    DossierWork,
    LetterKind,
    LetterRecord,
    LetterState,
    OfficeBatch,
    Person,
    Receipt,
    ReceivedRound,
    WorkState,
)
from console.typed import whole
from console.uploads import stored
from pipeline import file_names
from pipeline.standing.reckon.calendar_file import load_calendar
from schemas.days.working_days import YearNotLoaded
from schemas.errors import UsageError

MOST_BYTES = 2 << 30
MOST_DAYS = 250
_GONE_OUT = (LetterState.SENT, LetterState.SERVED)


def taken_in(
    by: Actor, person: Person, dossier: DossierWork, uploads: Sequence[UploadedFile[bytes]], *, screen: bool = True
) -> ReceivedRound:
    """The files in the inbox of the round that they belong to. UsageError where there is none, or one is no file."""
    named = [(Path(file.name or "").name, file) for file in uploads]
    if not named or not all(name for name, _ in named):
        raise UsageError("请选择补正材料的文件或压缩包。")
    if any((file.size or 0) > MOST_BYTES for _, file in named):
        raise UsageError("单个文件超过 2 GB，请拆分后再交。")
    if dossier.state.startswith("closed"):
        raise UsageError(f"“{dossier.get_state_display()}”的卷宗不再收补正材料。")
    if file_names.folder_name(dossier.key) != dossier.key:
        raise UsageError(f"卷宗编号“{dossier.key}”不能作为文件夹名称，请在收件夹中按原名放入补正材料。")
    scanner.checked_uploads(by, dossier, uploads)
    with transaction.atomic():
        OfficeBatch.objects.select_for_update().get(pk=dossier.batch_id)
        current = _round_of(dossier)
        folder = Path(current.inbox) / dossier.key
        for name, file in named:
            _put(current, person, dossier, _free(folder, name), file)
        events.noted(by, "收补正材料", dossier, round=current.number, files=len(named))
    dossier.refresh_from_db()
    if dossier.state == WorkState.SUPPLEMENTING:
        move.moved(by, person, dossier, WantedStep(WorkState.SUPPLEMENTED, str(dossier.version)))
    if screen:
        new_batch.screened(by, person, dossier.batch, anew=True)
    return current


def extended(by: Actor, record: LetterRecord, days: str, reason: str) -> date:
    """The new last day: so many working days after the old one. UsageError where it cannot be told."""
    more = whole(days, 1, MOST_DAYS)
    if more is None:
        raise UsageError("延长几个工作日请填正整数。")
    if not reason.strip():
        raise UsageError("延长期限须写明理由。")
    with transaction.atomic():
        now = LetterRecord.objects.select_for_update().get(pk=record.pk)
        if now.due_on is None or now.state != LetterState.SERVED:
            raise UsageError("这份通知还没有送达，或没有期限。")
        try:
            until = load_calendar(settings.DATA.root).nth_after(now.due_on, more)
        except YearNotLoaded as error:
            raise UsageError(f"{error}，没有延长。") from error
        before, now.due_on, now.version = now.due_on, until, now.version + 1
        now.save(update_fields=["due_on", "version"])
        DossierWork.objects.filter(pk=now.dossier_id).update(due=until)
        told = {"before": before.isoformat(), "after": until.isoformat(), "reason": reason.strip()}
        events.noted(by, "延长补正期限", now.dossier, number=now.number, **told)
    return until


def _round_of(dossier: DossierWork) -> ReceivedRound:
    """The round that comes now: after the last one whose letter went out; made where it is not there yet."""
    letters = dossier.letters.filter(kind=LetterKind.SUPPLEMENT, state__in=_GONE_OUT)
    told = letters.aggregate(last=Max("round"))["last"] or 1
    here = dossier.round.number if dossier.round else 1
    number = max(here, told + 1)
    made, _ = ReceivedRound.objects.get_or_create(
        batch=dossier.batch, number=number, defaults=_places(dossier.batch, number)
    )
    if not made.inbox:
        raise UsageError("这一轮没有收件夹。")
    return made


def _places(batch: OfficeBatch, number: int) -> dict[str, object]:
    root = _root(batch) / f"r{number}"
    places = {key: str(root / key) for key in ("inbox", "results")}
    return {**places, "received": timezone.localdate()}


def _root(batch: OfficeBatch) -> Path:
    """The folder of the batch's rounds: its own where the console made it, else one of the batch's name."""
    first = batch.rounds.order_by("number").first()
    batches = Path(settings.DATA.batches)
    inbox = Path(first.inbox) if first else batches
    if inbox.is_relative_to(batches) and inbox.parent.parent.parent == batches:
        return inbox.parent.parent
    later = batch.rounds.filter(number__gt=1, inbox__startswith=str(batches)).order_by("number").first()
    if later is not None:
        return Path(later.inbox).parent.parent
    taken = [child.name for child in batches.iterdir()] if batches.is_dir() else []
    return batches / file_names.folder_name(batch.name, taken)


def _free(folder: Path, name: str) -> Path:
    """A place of this name in the folder, numbered where there is one: nothing that was received is written over."""
    there = file_names.reachable(folder)
    taken = [child.name for child in there.iterdir()] if there.is_dir() else []
    stem, suffix = file_names.folder_name(Path(name).stem), Path(name).suffix
    for number in range(1, len(taken) + 2):
        free = f"{stem}{suffix}" if number == 1 else f"{stem} ({number}){suffix}"
        if free.casefold() not in {one.casefold() for one in taken}:
            return folder / free
    raise UsageError("同名的文件太多，请改名后再交。")


def _put(current: ReceivedRound, person: Person, dossier: DossierWork, target: Path, file: UploadedFile[bytes]) -> None:
    digest = hashlib.sha256()
    stored(file, target, digest.update)
    size = file_names.reachable(target).stat().st_size
    Receipt.objects.create(
        round=current, dossier=dossier.key, file=target.name, size=size, sha256=digest.hexdigest(), by=person
    )
