"""Which lines of the log are of this person, dossier, day?"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from console.models import LoggedEvent
from console.queries.address import AddressFilter

FIELDS = ("id", "at", "by", "address", "event", "batch", "dossier", "facts", "previous", "hash")


@dataclass(frozen=True, slots=True)
class LogFilter(AddressFilter):
    """What the address says; ``day`` is 2026-03-09 or the beginning of it."""

    by: str = ""
    about: str = ""
    day: str = ""
    event: str = ""


def happened(asked: LogFilter) -> QuerySet[LoggedEvent]:
    """These lines, the newest first."""
    found = LoggedEvent.objects.order_by("-pk")
    if asked.by:
        found = found.filter(by__icontains=asked.by)
    if asked.event:
        found = found.filter(event__icontains=asked.event)
    if asked.about:
        found = found.filter(Q(batch__icontains=asked.about) | Q(dossier__icontains=asked.about))
    if asked.day:
        found = found.filter(at__startswith=asked.day)
    return found
