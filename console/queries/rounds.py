"""Which dossiers of a batch were asked to hand in more, by when, and what has come? Overdue ones first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db.models import Count, Max, Q
from django.utils import timezone

from console.access.visible import dossiers_of
from console.models import DossierWork, LetterKind, LetterRecord, LetterState, OfficeBatch, Person, WorkState
from console.results.round_story import asked, letter_places
from pipeline.standing.reckon.calendar_file import load_calendar
from schemas.days.working_days import WorkCalendar, YearNotLoaded


@dataclass(frozen=True, slots=True)
class SupplementLine:
    """One dossier. ``left``: working days until its term ends, below zero past it; None where nobody can tell.

    ``waits``: it was served, and nothing has come since.
    """

    dossier: DossierWork
    letter: LetterRecord | None
    asked: int
    files: int
    last: datetime | None
    left: int | None
    late: bool
    waits: bool


def supplements(person: Person, batch: OfficeBatch, today: date) -> list[SupplementLine]:
    """Every dossier with a 补正通知, or with papers of a further round."""
    calendar, places = load_calendar(settings.DATA.root), letter_places(batch)
    came = _came(batch)
    told = {pk: (letter, len(asked(letter, places))) for pk, letter in _letters(batch).items()}
    dossiers = dossiers_of(person).filter(batch=batch).select_related("round", "assignee").order_by("order")
    rows = [
        _line(one, told.get(one.pk, (None, 0)), came.get(one.key, (0, None)), calendar, today)
        for one in dossiers
        if one.pk in told or one.key in came
    ]
    return sorted(rows, key=lambda row: (not row.waits, row.dossier.due or date.max, row.dossier.order))


def _letters(batch: OfficeBatch) -> dict[int, LetterRecord]:
    """Dossier → its last 补正通知 that is not void."""
    found = LetterRecord.objects.filter(dossier__batch=batch, kind=LetterKind.SUPPLEMENT)
    found = found.exclude(state=LetterState.VOID).select_related("dossier__batch")
    return {one.dossier_id: one for one in found.order_by("pk")}


def _came(batch: OfficeBatch) -> dict[str, tuple[int, datetime | None]]:
    """Dossier → files of further rounds, and when the last of them came."""
    later = batch.rounds.filter(number__gt=1).values("receipts__dossier")
    counted = later.exclude(receipts=None).annotate(
        files=Count("receipts", filter=Q(receipts__isnull=False)), last=Max("receipts__at")
    )
    return {row["receipts__dossier"]: (row["files"], row["last"]) for row in counted}


def _line(
    dossier: DossierWork,
    told: tuple[LetterRecord | None, int],
    came: tuple[int, datetime | None],
    calendar: WorkCalendar,
    today: date,
) -> SupplementLine:
    letter, asks = told
    due = letter.due_on if letter else None
    try:
        left = calendar.count_after(today, due) if due else None
    except YearNotLoaded:
        left = None
    waits = _waits(dossier, letter, came[1])
    late = bool(due and due < today and waits)
    return SupplementLine(dossier, letter, asks, *came, left, late, waits)


def _waits(dossier: DossierWork, letter: LetterRecord | None, last: datetime | None) -> bool:
    """Also where nobody has moved the dossier on: what was served runs."""
    if dossier.state == WorkState.SUPPLEMENTING:
        return True
    if letter is None or letter.state != LetterState.SERVED or letter.served_on is None:
        return False
    return not dossier.state.startswith("closed") and (last is None or timezone.localdate(last) < letter.served_on)
