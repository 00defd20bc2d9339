"""What has come into the folder that is watched: noted, taken into a batch as if it had been dropped, or declined.

What lies there is copied and stays: the folder is somebody else's. That it has been taken is known by how it lay.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from django.conf import settings
from django.db import transaction

from console import events, house
from console.acts import new_batch, receive
from console.events import Actor
from console.house import HouseRules
from console.models import Arrival, ArrivalState, OfficeBatch, Person
from pipeline import file_names
from pipeline.results import private
from pipeline.watching import sight
from pipeline.watching.sight import SeenDossier
from schemas.errors import UsageError

_LONGEST_WHY = 500


def lies_there() -> Mapping[str, SeenDossier] | None:
    """What lies in the watched folder now, by name; None where none is set, or it cannot be looked at."""
    rules = house.of(settings.DATA.root)
    return sight.look(Path(rules.watch_from), settings.DATA.root) if rules.watch_from else None


def lay_of(dossier: SeenDossier) -> str:
    """How it lies: another name, size or time of any file gives another word."""
    told = [[one.name, one.size, one.written] for one in dossier.files]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def noted(name: str, dossier: SeenDossier) -> Arrival | None:
    """It lies still: what nobody was told of yet waits for somebody from now on; None where it is known already."""
    lay = lay_of(dossier)
    with transaction.atomic():
        known = Arrival.objects.select_for_update().filter(name=name).first()
        if known is not None and known.lay == lay:
            return None
        one = known or Arrival(name=name)
        one.lay, one.state, one.why = lay, ArrivalState.WAITING, ""
        one.files, one.size = len(dossier.files), sum(max(0, file.size) for file in dossier.files)
        one.batch = one.by = None
        one.save()
        events.noted(events.by_program(), "来件", name=name, files=one.files)
        return one


def forgotten(there: Iterable[str]) -> None:
    """What waited and does not lie there any more."""
    Arrival.objects.filter(state=ArrivalState.WAITING).exclude(name__in=list(there)).delete()


def taken(by: Actor, person: Person, arrival: Arrival, batch: OfficeBatch, *, screen: bool = True) -> None:
    """Copied into the inbox of the batch. UsageError where it has changed meanwhile, or cannot be taken."""
    if arrival.state == ArrivalState.TAKEN:
        raise UsageError(f"“{arrival.name}”已经收下。")
    dossier = (lies_there() or {}).get(arrival.name)
    if dossier is None:
        raise UsageError(f"来件文件夹中已没有“{arrival.name}”。")
    if lay_of(dossier) != arrival.lay:
        raise UsageError(f"“{arrival.name}”还在变化，请等它停下来再收。")
    token = receive.begun()
    try:
        _copied(token, dossier)
        receive.finished(by, person, batch, token)
    except BaseException:
        receive.dropped(token)
        raise
    arrival.state, arrival.batch, arrival.by, arrival.why = ArrivalState.TAKEN, batch, person, ""
    arrival.save(update_fields=["state", "batch", "by", "why"])
    if screen:
        new_batch.screened(by, person, batch, anew=True)


def declined(by: Actor, person: Person, arrival: Arrival) -> None:
    """Nobody wants it; it is offered again where it comes to lie otherwise."""
    arrival.state, arrival.by = ArrivalState.DECLINED, person
    arrival.save(update_fields=["state", "by"])
    events.noted(by, "不收来件", name=arrival.name)


def taken_by_itself(arrival: Arrival) -> bool:
    """Taken without a click, into the batch that the office has named, in the name of whoever has set it so.

    Where that cannot be, it waits, and says why.
    """
    rules = house.of(settings.DATA.root)
    if not rules.watch_batch:
        return False
    try:
        batch, person = _as_set(rules)
        taken(events.by_program(), person, arrival, batch)
    except (UsageError, OSError) as error:
        said = str(error) if isinstance(error, UsageError) else f"无法复制（{type(error).__name__}）"
        arrival.why = said[:_LONGEST_WHY]
        arrival.save(update_fields=["why"])
        return False
    return True


def _as_set(rules: HouseRules) -> tuple[OfficeBatch, Person]:
    batch = OfficeBatch.objects.filter(name=rules.watch_batch, archived=None, removed=None).order_by("-pk").first()
    person = Person.objects.filter(login=rules.watch_by, is_active=True).first()
    if batch is None or person is None:
        raise UsageError(f"设置的批次“{rules.watch_batch}”或设置人已不在，请管理员重新设置")
    return batch, person


def _copied(token: str, dossier: SeenDossier) -> None:
    """Its files laid aside under the token, in a folder of its name; a lone file or archive under its own."""
    for file in dossier.files:
        source = dossier.path / file.name if file.name else dossier.path
        inside = f"{dossier.path.name}/{file.name}" if file.name else dossier.path.name
        target = receive.aside(token, inside, file.size)
        if target is None:
            continue
        private.make_folder(target.parent)
        with file_names.reachable(source).open("rb") as stream, private.opened_new(file_names.reachable(target)) as to:
            shutil.copyfileobj(stream, to)
        if file_names.reachable(target).stat().st_size != file.size:
            raise UsageError(f"“{dossier.path.name}”还在变化，请等它停下来再收。")
