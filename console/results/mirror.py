"""How do the tables come to say what the files say? Read anew whenever a file is another than the one last seen."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from django.db import transaction

from console import events
from console.models import DossierWork, OfficeBatch, ReceivedRound
from console.results import search_lines
from console.results.points import PointKind, counts
from console.results.read_back import ReadBack, screening_at
from pipeline import file_names
from pipeline.decisions import log as decisions_log
from pipeline.results import asked
from pipeline.results.as_json import SCREENING
from schemas.errors import UsageError

_MOST_ROUNDS = 30
_MIRRORED = (
    *("order", "round", "folder", "applicant", "rulebook", "verdict", "reckoned", "screening"),
    *("materials", "conditions", "crosschecks", "blanks", "reviews", "total", "left", "unreadable"),
)
"""What is taken from the files; the rest of a row is the office's, and somebody may be changing it meanwhile."""

_WRITTEN_ANEW = 3.0
"""Seconds that a dossier being written anew is waited for."""


def registered(name: str, results: Path) -> OfficeBatch:
    """A batch made of results that lie there already, with the rounds before them. UsageError where there are none."""
    told = asked.read(results)
    with transaction.atomic():
        batch = OfficeBatch.objects.create(
            name=name, rulebook=told.rulebook, procedure=told.procedure, as_of=told.as_of
        )
        for number, (inbox, folder) in enumerate(_rounds(results), 1):
            places = {"inbox": str(inbox), "results": os.path.normpath(folder.absolute())}
            ReceivedRound.objects.create(batch=batch, number=number, **places)
    return batch


def _rounds(results: Path) -> list[tuple[Path, Path]]:
    """Inbox and results of each round that these results rest on, the first round first."""
    found: list[tuple[Path, Path]] = []
    folder: Path | None = results
    while folder is not None and len(found) < _MOST_ROUNDS:
        told = asked.read(folder)
        found.insert(0, (told.inbox, folder))
        folder = told.upon
    return found


def refreshed(batch: OfficeBatch) -> bool:
    """Whether anything had changed: then the tables say now what the files say."""
    changed = [_refreshed(batch, one) for one in batch.rounds.order_by("number")]
    return any(changed)


def _refreshed(batch: OfficeBatch, current: ReceivedRound) -> bool:
    """The same of one round: of the dossiers that have handed in nothing since."""
    results = Path(current.results)
    _outside(batch, current, results)
    now = fingerprint(results)
    if not now or now == current.seen:
        return False
    seen = dict(batch.dossiers.values_list("key", "screening"))
    before = 0 if current.number == 1 else len(seen)
    for order, entry in enumerate(_listed(results)):
        read = _read(results / entry["folder"], had_one=bool(seen.get(entry["id"])))
        with transaction.atomic():
            one, made = DossierWork.objects.select_related("round").get_or_create(batch=batch, key=entry["id"])
            if one.round is not None and one.round.number > current.number:
                continue
            one.order = before + order if made or current.number == 1 else one.order
            one.round, one.folder = current, entry["folder"]
            _taken_over(one, read)
    current.seen = now
    current.save(update_fields=["seen"])
    return True


def _read(folder: Path, *, had_one: bool) -> ReadBack | None:
    """The dossier's screening; None where it cannot be read.

    What had one before is being written anew, and is waited for; what never had one is not. Never within a
    transaction: whoever waits for a file keeps nobody from writing.
    """
    try:
        return screening_at(folder, _WRITTEN_ANEW if had_one else 0)
    except UsageError:
        return None


def _taken_over(dossier: DossierWork, read: ReadBack | None) -> None:
    """What the dossier's screening says, where it is another than the one last seen."""
    if read is None:
        dossier.verdict, dossier.screening = "unreadable", ""
    elif read.sha256 != dossier.screening:
        _mirrored(dossier, read)
        search_lines.put(dossier, read)
    dossier.save(update_fields=_MIRRORED)


def decided_here(batch: OfficeBatch, dossier: DossierWork, results: Path) -> None:
    """After an act of the console: its dossier alone is read anew, and the act is none from outside."""
    dossier.refresh_from_db()
    current = dossier.round or batch.rounds.order_by("-number").first()
    now, decisions = fingerprint(results), decisions_log.fingerprint(results)
    read = _read(results / dossier.folder, had_one=bool(dossier.screening))
    with transaction.atomic():
        _taken_over(dossier, read)
        if current is not None:
            current.decisions, current.seen = decisions, now
            current.save(update_fields=["decisions", "seen"])


def fingerprint(results: Path) -> str:
    """That of all files that the tables mirror: their sizes and times; empty where there are no results."""
    try:
        seen = [(path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in _files(results)]
    except OSError:
        return ""
    return hashlib.sha256(repr(seen).encode()).hexdigest()


def _files(results: Path) -> Iterable[Path]:
    yield results / asked.BATCH
    for entry in _listed(results):
        path = file_names.reachable(results / entry["folder"] / SCREENING)
        if path.exists():
            yield path


def _listed(results: Path) -> list[Mapping[str, Any]]:
    path = file_names.reachable(results / asked.BATCH)
    try:
        return list(json.loads(path.read_text(encoding="utf-8"))["dossiers"])
    except (ValueError, KeyError, TypeError) as error:
        raise OSError(f"{path} 无法读取") from error


def _outside(batch: OfficeBatch, current: ReceivedRound, results: Path) -> None:
    """A line in the log where somebody changed decisions.yaml without the console."""
    now = decisions_log.fingerprint(results)
    if now == current.decisions:
        return
    if current.seen:
        events.noted(events.by_program(), "外部修改", batch, file="decisions.yaml")
    current.decisions = now
    current.save(update_fields=["decisions"])


def _mirrored(dossier: DossierWork, read: ReadBack) -> None:
    screening, told = read.screening, counts(read)
    dossier.applicant, dossier.rulebook = screening.contents.applicant[:255], screening.rulebook
    dossier.verdict, dossier.screening = str(screening.verdict.status), read.sha256
    dossier.conditions, dossier.materials = told.kinds.get(PointKind.SHORT, 0), told.kinds.get(PointKind.LACKING, 0)
    dossier.crosschecks, dossier.blanks = told.kinds.get(PointKind.DIFFERING, 0), told.kinds.get(PointKind.BLANK, 0)
    dossier.reviews = told.kinds.get(PointKind.REVIEW, 0) + told.kinds.get(PointKind.UNREADABLE, 0)
    dossier.total, dossier.left, dossier.unreadable = told.total, told.left, told.unreadable_files
