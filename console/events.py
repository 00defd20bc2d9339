"""How is an act put down in the log, so that a line that is changed or taken out is seen?

The chain is that of ``pipeline.hash_chain``, whose lines vouch for each other; here they lie in the database.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction
from django.http import HttpRequest

from console.access.visible import who
from console.models import DossierWork, LoggedEvent, OfficeBatch, Person
from pipeline.hash_chain import START, Signature, digest_of

About = OfficeBatch | DossierWork | None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something, and from which address."""

    name: str
    address: str = ""


def actor(request: HttpRequest) -> Actor:
    """Whoever is logged in."""
    return Actor(who(request).name, address_of(request))


def address_of(request: HttpRequest) -> str:
    """The address that the request came from."""
    return str(request.META.get("REMOTE_ADDR", ""))


def signed(by: Actor) -> Signature:
    """Who does something now, as files that vouch for themselves want to be told."""
    return Signature(by.name, datetime.now().astimezone().isoformat(timespec="seconds"))


def by_program() -> Actor:
    """What the program does of itself."""
    return Actor("程序")


def noted(by: Actor | Person, event: str, about: About = None, **facts: object) -> LoggedEvent:
    """One more line. Facts say what was before and after, never what stands in anybody's cells."""
    one = by if isinstance(by, Actor) else Actor(by.name)
    batch = about.batch if isinstance(about, DossierWork) else about
    line: dict[str, object] = {
        "at": datetime.now().astimezone().isoformat(timespec="seconds"),
        "by": one.name,
        "address": one.address,
        "event": event,
        "batch": batch.name if batch else "",
        "dossier": about.key if isinstance(about, DossierWork) else "",
        "facts": facts,
    }
    with transaction.atomic():
        _alone()
        last = LoggedEvent.objects.order_by("-pk").values_list("hash", flat=True).first()
        line["previous"] = last or START
        return LoggedEvent.objects.create(**line, hash=digest_of(line))


def problems() -> list[str]:
    """What is wrong with the chain, in Chinese; empty where it stands."""
    found: list[str] = []
    previous = START
    for entry in LoggedEvent.objects.order_by("pk").iterator():
        line = {key: getattr(entry, key) for key in ("at", "by", "address", "event", "batch", "dossier", "facts")}
        if entry.previous != previous:
            found.append(f"第 {entry.pk} 条与上一条接不上（有改动、增删或调换）")
        if digest_of({**line, "previous": entry.previous}) != entry.hash:
            found.append(f"第 {entry.pk} 条的内容与其校验值不符")
        previous = entry.hash
    return found


def _alone() -> None:
    """Nobody else adds a line meanwhile: SQLite's write transaction sees to it, elsewhere the table is locked."""
    if connection.vendor != "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE console_loggedevent IN EXCLUSIVE MODE")
