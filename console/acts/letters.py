"""文书: drafted, changed, read by a second person, numbered, sent, served. Nothing leaves that only one has read.

The words lie beside the results as DOCX and JSON, as ``dossier letter`` writes them; the database has how far each is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from console import events, house
from console.acts import move
from console.acts.move import WantedStep
from console.events import Actor
from console.models import (
    DossierWork,
    LetterKind,
    LetterRecord,
    LetterState,
    NumberSeries,
    OfficeBatch,
    Person,
    WorkState,
)
from console.models.people import Role
from console.results import letter_rows
from extractors.kept import store
from extractors.kept.store import default_folder
from pipeline import drafted_letters
from pipeline.drafted_letters import LetterPlace
from pipeline.letters import letter_json
from pipeline.letters.letter import TITLES, Letter
from pipeline.reports import office_file
from pipeline.standing.reckon.calendar_file import load_calendar
from schemas.days.working_days import YearNotLoaded
from schemas.errors import UsageError
from schemas.office import NO_OFFICE, Office

_OPEN = (LetterState.DRAFT, LetterState.TO_CHECK)


def place(batch: OfficeBatch) -> LetterPlace:
    """Where the letters of the batch's last round lie. UsageError where it has no results."""
    return _place(batch.results)


def _place(results: Path | None) -> LetterPlace:
    if results is None:
        raise UsageError("这一批次还没有初审结果。")
    return LetterPlace(results)


def _place_of(record: LetterRecord) -> LetterPlace:
    """Where the letters of its round lie: what was told in one round stays when another has come."""
    told = record.dossier.batch.rounds.filter(number=record.round).first()
    return _place(Path(told.results) if told else record.dossier.results)


def fresh(dossier: DossierWork, kind: str) -> Letter:
    """The letter as the program drafts it now. UsageError where there is nothing to say in it."""
    results = dossier.results
    if results is None or kind not in LetterKind.values:
        raise UsageError("请选择写哪一种文书。")
    store.use(default_folder())
    return drafted_letters.drafted(results, dossier.key, kind, _office())


def drafted(by: Actor, person: Person, dossier: DossierWork, kind: str) -> LetterRecord:
    """A draft of this kind; where one of the kind is under way, that one."""
    letter = fresh(dossier, kind)
    with transaction.atomic():
        going = dossier.letters.filter(kind=kind, state__in=(*_OPEN, LetterState.CHECKED)).first()
        if going is not None:
            return going
        path = drafted_letters.write(_place(dossier.results), letter, templates=settings.DATA.templates)
        events.noted(by, "草拟文书", dossier, kind=kind)
        return LetterRecord.objects.create(
            dossier=dossier, round=dossier.round.number if dossier.round else 1, kind=kind, file=path.name, by=person
        )


def words(record: LetterRecord) -> Letter:
    """What the letter says now."""
    return letter_json.read(path_of(record).with_suffix(".json"))


def path_of(record: LetterRecord) -> Path:
    """Its DOCX; the JSON lies beside it."""
    return _place_of(record).path(record.dossier.key, TITLES[record.kind])


def saved(by: Actor, record: LetterRecord, form: Mapping[str, str]) -> None:
    """The words of the form, while the letter is a draft. UsageError where somebody else changed it meanwhile."""
    with _held(record, form, LetterState.DRAFT) as now:
        letter = letter_rows.said(words(now), form)
        made = letter_json.made(path_of(now).with_suffix(".json"))
        drafted_letters.write(_place_of(now), letter, made, settings.DATA.templates)
        events.noted(by, "修改文书", now.dossier, kind=now.kind)


def sent_to_check(by: Actor, record: LetterRecord, form: Mapping[str, str]) -> None:
    """The draft is ready for a second pair of eyes."""
    with _held(record, form, LetterState.DRAFT) as now:
        now.state = LetterState.TO_CHECK
        events.noted(by, "送复核文书", now.dossier, kind=now.kind)


def returned(by: Actor, person: Person, record: LetterRecord, form: Mapping[str, str]) -> None:
    """Back to its writer, with the reason."""
    _may_check(person, record)
    if not form.get("reason", "").strip():
        raise UsageError("退回须写明理由。")
    with _held(record, form, LetterState.TO_CHECK) as now:
        now.state = LetterState.DRAFT
        events.noted(by, "退回文书", now.dossier, kind=now.kind, reason=form["reason"].strip())


def confirmed(by: Actor, person: Person, record: LetterRecord, form: Mapping[str, str]) -> None:
    """Read and confirmed by somebody else: now it gets its number, and its words stand."""
    _may_check(person, record)
    with _held(record, form, LetterState.TO_CHECK) as now:
        letter = words(now)
        number = _number(letter.head.sign or _office().sign_of(now.kind))
        numbered = replace(letter, head=replace(letter.head, number=number, remark=""))
        path = drafted_letters.write(_place_of(now), numbered, "", settings.DATA.templates)
        now.state, now.number, now.checked_by = LetterState.CHECKED, number, person
        now.sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        now.own_check = _is_own(person, now)
        own = {"own_check": "本人自核"} if now.own_check else {}
        events.noted(by, "核定文书", now.dossier, kind=now.kind, number=number, sha256=now.sha256, **own)


def voided(by: Actor, record: LetterRecord, form: Mapping[str, str]) -> None:
    """Not to be sent; its number, where it has one, is not given again."""
    if not form.get("reason", "").strip():
        raise UsageError("作废须写明理由。")
    with _held(record, form, *_OPEN, LetterState.CHECKED) as now:
        now.state = LetterState.VOID
        events.noted(by, "作废文书", now.dossier, kind=now.kind, number=now.number, reason=form["reason"].strip())


def sent(by: Actor, record: LetterRecord, form: Mapping[str, str]) -> None:
    """It went out, on this day, by this way."""
    with _held(record, form, LetterState.CHECKED) as now:
        if not unchanged(now):
            raise UsageError("这份文书核定以后又有改动，与核定的不同。请作废后重新草拟。")
        now.state, now.sent_on, now.how = LetterState.SENT, _day(form), form.get("how", "").strip()[:60]
        events.noted(by, "发出文书", now.dossier, number=now.number, on=now.sent_on.isoformat(), how=now.how)


def served(by: Actor, person: Person, record: LetterRecord, form: Mapping[str, str]) -> str:
    """It arrived, on this day; the term runs from the next working day. What is to be told about the term, if any."""
    with _held(record, form, LetterState.SENT) as now:
        now.state, now.served_on = LetterState.SERVED, _day(form)
        if now.sent_on and now.served_on < now.sent_on:
            raise UsageError("送达日期早于发出日期。请核对。")
        days, told = words(now).head.days, ""
        if now.kind == LetterKind.SUPPLEMENT and days.isdecimal():
            try:
                now.due_on = load_calendar(settings.DATA.root).nth_after(now.served_on, int(days))
            except YearNotLoaded as error:
                told = f"{error}，补正期限没有计算。"
        events.noted(by, "送达文书", now.dossier, number=now.number, on=now.served_on.isoformat())
    _supplementing(by, person, record)
    return told


def unchanged(record: LetterRecord) -> bool:
    """Whether the confirmed letter is still what was confirmed."""
    path = path_of(record)
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == record.sha256


def may_check(person: Person, record: LetterRecord) -> bool:
    """Whether this person may confirm it: somebody who checks, and neither wrote it nor has the dossier.

    Where the office allows it (允许自核), his own too; the record says so.
    """
    allowed = not _is_own(person, record) or house.of(settings.DATA.root).own_check
    return Role.CHECKER in person.roles and allowed


def _is_own(person: Person, record: LetterRecord) -> bool:
    return person.pk in (record.by_id, record.dossier.assignee_id)


def _may_check(person: Person, record: LetterRecord) -> None:
    if not may_check(person, record):
        raise UsageError("文书须由经办人以外的复核人核定。")


@contextmanager
def _held(record: LetterRecord, form: Mapping[str, str], *states: LetterState) -> Iterator[LetterRecord]:
    """The record, read again and locked, in one of the states that the act asks for; saved at the end."""
    with transaction.atomic():
        now = LetterRecord.objects.select_for_update().get(pk=record.pk)
        if str(now.version) != form.get("version", ""):
            raise UsageError("其间另有人改动过这份文书。请看过现在的内容再操作。")
        if now.state not in states:
            raise UsageError(f"“{now.get_state_display()}”的文书不能这样办理。")
        yield now
        now.version += 1
        now.save()
    record.refresh_from_db()


def _supplementing(by: Actor, person: Person, record: LetterRecord) -> None:
    """The dossier waits for what was asked, until the term ends."""
    dossier = record.dossier
    dossier.refresh_from_db()
    if record.kind != LetterKind.SUPPLEMENT:
        return
    if dossier.state == WorkState.TO_SEND:
        move.moved(by, person, dossier, WantedStep(WorkState.SUPPLEMENTING, str(dossier.version)))
    if record.due_on:
        dossier.due = record.due_on
        dossier.save(update_fields=["due"])


def _number(sign: str) -> str:
    """The next number under this sign; given once, in the transaction that confirms."""
    if not sign:
        raise UsageError("还没有设置发文代字，不能编号。请管理员在设置中填写。")
    year = timezone.localdate().year
    series, _ = NumberSeries.objects.select_for_update().get_or_create(sign=sign, year=year)
    number, series.next = series.next, series.next + 1
    series.save()
    return f"{sign}〔{year}〕{number}号"


def _day(form: Mapping[str, str]) -> date:
    try:
        day = date.fromisoformat(form.get("on", ""))
    except ValueError as error:
        raise UsageError("请填写日期。") from error
    if day > timezone.localdate():
        raise UsageError("日期在今天以后。请核对。")
    return day


def _office() -> Office:
    return office_file.read(settings.DATA.office) if settings.DATA.office.is_file() else NO_OFFICE


def stepped(by: Actor, person: Person, record: LetterRecord, form: Mapping[str, str]) -> str | None:
    """The step that the form names; what is to be told besides. UsageError where it is none, or cannot be taken."""
    step = _STEPS.get(form.get("to", ""))
    if step is None:
        raise UsageError("请选择怎样办理。")
    return step(by, person, record, form)


_STEPS: Mapping[str, Callable[[Actor, Person, LetterRecord, Mapping[str, str]], str | None]] = {
    "check": lambda by, _, record, form: sent_to_check(by, record, form),
    "return": returned,
    "confirm": confirmed,
    "void": lambda by, _, record, form: voided(by, record, form),
    "sent": lambda by, _, record, form: sent(by, record, form),
    "served": served,
}
