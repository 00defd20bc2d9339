"""Which sessions has somebody, since when, from where; and how are they ended?

Sessions stand in Django's table without whose they are: an office has dozens of them, which are looked through.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.utils import timezone

from console.models import Person


@dataclass(frozen=True, slots=True)
class OpenSession:
    """One of them: begun and last used when, from which address."""

    key: str
    began: datetime
    seen: datetime
    address: str


def begin(session: SessionBase, address: str) -> None:
    """What is known of a session from its login on."""
    session["began"] = session["seen"] = int(time.time())
    session["address"] = address


def of(person: Person) -> list[OpenSession]:
    """Those that have not run out, the last used first."""
    return sorted(_of(person), key=lambda one: one.seen, reverse=True)


def end(person: Person) -> int:
    """All of them; how many there were."""
    keys = [one.key for one in _of(person)]
    Session.objects.filter(session_key__in=keys).delete()
    return len(keys)


def _of(person: Person) -> Iterator[OpenSession]:
    for session in Session.objects.filter(expire_date__gt=timezone.now()):
        said = session.get_decoded()
        if said.get("_auth_user_id") == str(person.pk):
            began, seen = (_moment(said.get(key)) for key in ("began", "seen"))
            yield OpenSession(session.session_key, began, seen, str(said.get("address", "")))


def _moment(seconds: object) -> datetime:
    at = seconds if isinstance(seconds, int) else 0
    return datetime.fromtimestamp(at, tz=timezone.get_current_timezone())
