"""May somebody try to log in under this name from this address, or have there been too many failures?

The lock is of a name from an address, never of a whole address: an office shares one.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from console.models import LoginTry

TRIES = 5
"""Failures until the lock."""

LOCKED = timedelta(minutes=15)
"""The first lock; each further failure doubles it."""

_LONGEST = timedelta(hours=24)


def locked_until(login: str, address: str) -> datetime | None:
    """Until when nothing is tried under this name from there; None where it may be tried now."""
    seen = LoginTry.objects.filter(login=login[:60], address=address).first()
    return seen.locked_until if seen and seen.locked_until and seen.locked_until > timezone.now() else None


def failed(login: str, address: str) -> None:
    """One more failure."""
    with transaction.atomic():
        seen, _ = LoginTry.objects.get_or_create(login=login[:60], address=address)
        seen.failed += 1
        over = seen.failed - TRIES
        if over >= 0:
            seen.locked_until = timezone.now() + min(LOCKED * 2 ** min(over, 10), _LONGEST)
        seen.save()


def succeeded(login: str, address: str) -> None:
    """The count begins anew."""
    LoginTry.objects.filter(login=login[:60], address=address).delete()
