"""导出卷宗: everything of one dossier as plain files, so that it can be read and handed on without this program.

Per round what was received, as received, and what the screening wrote; the letters, as DOCX and as data; what was
decided about this dossier, and when.
"""

from __future__ import annotations

import json
import os
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from django.conf import settings

from console.models import DossierWork, ReceivedRound
from pipeline import drafted_letters, file_names
from pipeline.decisions import file as decisions_file
from pipeline.decisions import log
from pipeline.intake import inbox
from pipeline.letters.letter import TITLES
from pipeline.results import asked
from schemas.errors import UsageError

RECEIVED, RESULTS, LETTERS = "收到的材料", "初审结果", "文书"
DECISIONS, HISTORY = "核定.yaml", "核定经过.jsonl"
_PIECE = 1 << 20
_PACKED = frozenset({".jpg", ".jpeg", ".png", ".pdf", ".zip", ".rar", ".7z", ".docx", ".xlsx", ".ofd", ".webp"})


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """One file of the export: where it stands in it, and where it lies."""

    name: str
    path: Path


def pieces(dossier: DossierWork) -> Iterator[bytes]:
    """The ZIP, piece by piece. UsageError at the first where there is nothing to export."""
    with tempfile.TemporaryFile(dir=settings.DATA.root) as stream:
        written(dossier, stream)
        stream.seek(0)
        while piece := stream.read(_PIECE):
            yield piece


def written(dossier: DossierWork, stream: IO[bytes]) -> int:
    """The ZIP written into the stream; how many files are in it. UsageError where there is nothing to export."""
    count = 0
    top = file_names.folder_name(f"{dossier.key} {dossier.applicant}".strip())
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as archive:
        for round_ in dossier.batch.rounds.order_by("number"):
            for one in _of_round(dossier, round_):
                kind = zipfile.ZIP_STORED if one.path.suffix.lower() in _PACKED else zipfile.ZIP_DEFLATED
                archive.write(file_names.reachable(one.path), f"{top}/第{round_.number}轮/{one.name}", kind)
                count += 1
            for name, text in _decided(dossier, Path(round_.results)):
                archive.writestr(f"{top}/第{round_.number}轮/{name}", text)
                count += 1
    if not count:
        raise UsageError("这个卷宗没有可导出的文件。")
    return count


def _of_round(dossier: DossierWork, round_: ReceivedRound) -> Iterator[ExportedFile]:
    results = Path(round_.results)
    yield from _received(dossier.key, Path(round_.inbox) if round_.inbox else None, results)
    if not (results / asked.BATCH).is_file():
        return
    place = drafted_letters.LetterPlace(results)
    try:
        folder = place.results(dossier.key)
    except UsageError:
        # It handed nothing in for this round.
        return
    yield from _below(folder, RESULTS)
    for title in TITLES.values():
        for path in (place.path(dossier.key, title), place.path(dossier.key, title).with_suffix(".json")):
            if file_names.reachable(path).is_file():
                yield ExportedFile(f"{LETTERS}/{path.name}", path)


def _received(key: str, kept: Path | None, results: Path) -> Iterator[ExportedFile]:
    """What lies in the inbox under this dossier's name: a folder, or a lone file or archive."""
    inbox_ = kept or (asked.read(results).inbox if (results / asked.BATCH).is_file() else None)
    if inbox_ is None or not inbox_.is_dir():
        return
    for entry in inbox.entries(inbox_, results):
        if entry.id == key and entry.path.is_dir():
            yield from _below(entry.path, RECEIVED)
        elif entry.id == key:
            yield ExportedFile(f"{RECEIVED}/{entry.path.name}", entry.path)


def _below(folder: Path, top: str) -> Iterator[ExportedFile]:
    """Every file below the folder, in the order of names; links lead elsewhere, and are left out."""
    for at, inside, names in os.walk(file_names.reachable(folder)):
        inside.sort()
        for name in sorted(names):
            path = Path(at, name)
            if path.is_file() and not path.is_symlink():
                yield ExportedFile(f"{top}/{path.relative_to(file_names.reachable(folder)).as_posix()}", path)


def _decided(dossier: DossierWork, results: Path) -> Iterator[tuple[str, str]]:
    """What was decided about this dossier alone: others' names stand in the same file."""
    if not (results / decisions_file.FILE).is_file():
        return
    mine = decisions_file.load(results).of(dossier.key)
    if len(mine):
        yield DECISIONS, decisions_file.as_yaml(mine).decode()
    entries, _ = log.read(results)
    lines = [json.dumps(one, ensure_ascii=False) for one in entries if one.get("dossier") == dossier.key]
    if lines:
        yield HISTORY, "\n".join(lines) + "\n"
