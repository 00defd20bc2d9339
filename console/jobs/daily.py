"""What does the worker ask for by itself? A back-up a day, where the office wants one and something has happened."""

from __future__ import annotations

from datetime import datetime, time

from django.conf import settings
from django.utils import timezone

from console import house
from console.models import Job, LoggedEvent, Person

BACKUP = "backup"


def asked() -> Job | None:
    """Today's back-up, asked for; None where there is one, nobody wants it, or nothing has happened since the last."""
    if not house.of(settings.DATA.root).backup_nightly:
        return None
    today = timezone.make_aware(datetime.combine(timezone.localdate(), time.min))
    last = Job.objects.filter(kind=BACKUP).order_by("-pk").first()
    administrator = Person.objects.filter(administers=True, is_active=True).order_by("pk").first()
    if administrator is None or (last is not None and last.made >= today) or not _happened_since(last):
        return None
    return Job.objects.create(kind=BACKUP, by=administrator)


def _happened_since(last: Job | None) -> bool:
    """Whether people did anything: what the program itself notes is no reason for another back-up."""
    if last is None:
        return LoggedEvent.objects.exists()
    since = timezone.localtime(last.ended or last.made).isoformat(timespec="seconds")
    return LoggedEvent.objects.exclude(by="程序").filter(at__gt=since).exists()
