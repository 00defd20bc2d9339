"""What does the worker ask for by itself? A back-up a day, where the office wants one and something has happened;
once a month the last back-up laid back as a trial; what was laid aside deleted, once its thirty days are over.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.conf import settings
from django.utils import timezone

from console import house
from console.acts.admin import removal, restore_trial
from console.models import OPEN, Job, JobState, LoggedEvent, Person

BACKUP, RESTORE, WIPE = "backup", "restore", "wipe"
A_MONTH = timedelta(days=30)


def asked() -> Job | None:
    """What is due by itself, asked for: the first of these that is; None where nothing is."""
    return _backup() or _restore() or _wipe()


def _backup() -> Job | None:
    """Today's back-up; None where there is one, nobody wants it, or nothing has happened since the last."""
    if not house.of(settings.DATA.root).backup_nightly:
        return None
    today = timezone.make_aware(datetime.combine(timezone.localdate(), time.min))
    last = Job.objects.filter(kind=BACKUP).order_by("-pk").first()
    administrator = _administrator()
    if administrator is None or (last is not None and last.made >= today) or not _happened_since(last):
        return None
    return Job.objects.create(kind=BACKUP, by=administrator)


def _happened_since(last: Job | None) -> bool:
    """Whether people did anything: what the program itself notes is no reason for another back-up."""
    if last is None:
        return LoggedEvent.objects.exists()
    since = timezone.localtime(last.ended or last.made).isoformat(timespec="seconds")
    return LoggedEvent.objects.exclude(by="程序").filter(at__gt=since).exists()


def _restore() -> Job | None:
    """The trial of this month, where there is a back-up; what failed is not tried again before the next day."""
    last = Job.objects.filter(kind=RESTORE).order_by("-pk").first()
    wait = A_MONTH if last is None or last.state == JobState.DONE else timedelta(days=1)
    if (last is not None and timezone.now() - last.made < wait) or restore_trial.newest(settings.DATA.root) is None:
        return None
    return _by_administrator(RESTORE)


def _wipe() -> Job | None:
    open_ = Job.objects.filter(kind=WIPE, state__in=OPEN).exists()
    return _by_administrator(WIPE) if removal.is_wiped_soon() and not open_ else None


def _by_administrator(kind: str) -> Job | None:
    administrator = _administrator()
    return Job.objects.create(kind=kind, by=administrator) if administrator else None


def _administrator() -> Person | None:
    return Person.objects.filter(administers=True, is_active=True).order_by("pk").first()
