"""Everything that the console keeps as one dated ZIP: the work of the database as lines of JSON, and the files.

What can be made again (pictures, what was read, the index of words) and what nobody else may have (keys) is left out.
Lines of JSON, and not a copy of the database, so that a back-up of one kind of database is laid back into another.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from django.apps import apps
from django.core import serializers
from django.db import connection, transaction
from django.db.models import Model, QuerySet

from console import events
from console.events import Actor
from console.models import Hold, ReceivedRound, SearchEntry
from pipeline.results import files as result_files
from pipeline.results import private
from schemas.errors import UsageError

MANIFEST, WORK, FILES = "manifest.json", "work.jsonl", "data/"
PATTERN = "dossier-console-*.zip"
FORMAT = "console-backup/1"
_LEFT_OUT = frozenset(
    {"pages", "incoming", "backups", "tls", "secret.key", "setup-code.txt", "console.lock", "worker.lock"}
)
_MADE_ANEW = (SearchEntry, Hold)
_PACKED = frozenset({".jpg", ".jpeg", ".png", ".pdf", ".zip", ".rar", ".7z", ".docx", ".xlsx", ".ofd", ".webp"})
_PIECE = 1 << 20
_SPARE = 256 << 20


@dataclass(frozen=True, slots=True)
class MadeBackup:
    """One back-up: where, how many files and rows, and the folders of results that lie elsewhere and are not in it."""

    path: Path
    files: int
    rows: int
    elsewhere: tuple[str, ...]

    def told(self) -> str:
        """What is said of it."""
        said = f"备份已写到 {self.path}：{self.files} 个文件、{self.rows} 条记录，已逐个核对。"
        if self.elsewhere:
            said += f"登记的结果不在办理资料文件夹内，没有备份：{'、'.join(self.elsewhere)}。"
        return said


def made(by: Actor, root: Path, to: Path) -> MadeBackup:
    """The back-up in this folder, read back and found whole. UsageError where there is no room, or it is not whole."""
    private.make_folder(to)
    files = list(_files(root, to))
    needed = sum(path.stat().st_size for path in files) + _SPARE
    if shutil.disk_usage(to).free < needed:
        raise UsageError(f"{to} 所在的磁盘空间不足，备份需要约 {needed >> 20} MB。请腾出空间，或在设置中另选文件夹。")
    path = to / f"dossier-console-{datetime.now().astimezone():%Y-%m-%d-%H%M%S}.zip"
    with result_files.writing(path) as stream, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        # The rows first: files that come after them are newer, never older, than what the rows say of them.
        rows = _rows_into(archive)
        told = [_file_into(archive, root, one) for one in files]
        listed = [one for one in told if one is not None]
        archive.writestr(MANIFEST, json.dumps(_manifest(root, listed, rows), ensure_ascii=False, indent=1))
    wrong = problems(path)
    if wrong:
        raise UsageError(f"备份写出后核对不符：{wrong[0]}。请换一个文件夹或磁盘再试。")
    events.noted(by, "备份", files=len(listed), rows=rows)
    return MadeBackup(path, len(listed), rows, _elsewhere(root))


def problems(path: Path) -> list[str]:
    """What is wrong with a back-up, in Chinese; empty where every file is as it was written down."""
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = read_manifest(archive)
            found = [one["path"] for one in manifest["files"] if _digest(archive, one["path"]) != one["sha256"]]
            with archive.open(WORK) as stream:
                rows = sum(1 for line in stream if json.loads(line))
    except (OSError, ValueError, KeyError, TypeError, zipfile.BadZipFile, UsageError) as error:
        return [f"{path.name} 无法读取（{type(error).__name__}）"]
    if rows != manifest["rows"]:
        found.append(WORK)
    return [f"“{one}”与备份时不同" for one in found]


def there(folder: Path) -> list[Path]:
    """The back-ups in this folder, the newest first."""
    return sorted(folder.glob(PATTERN), reverse=True) if folder.is_dir() else []


def thinned(folder: Path, keep: int) -> None:
    """Only so many stay."""
    for path in there(folder)[keep:]:
        path.unlink(missing_ok=True)


def read_manifest(archive: zipfile.ZipFile) -> dict[str, Any]:
    """What a back-up says of itself. UsageError where it is none."""
    try:
        told = json.loads(archive.read(MANIFEST))
    except (KeyError, ValueError) as error:
        raise UsageError("所给的文件不是网页办理的备份。") from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise UsageError("所给的文件不是网页办理的备份，或由更新的版本写出。")
    return told


def kept_models() -> list[type[Model]]:
    """The tables that a back-up holds."""
    return [model for model in apps.get_app_config("console").get_models() if model not in _MADE_ANEW]


def _rows_into(archive: zipfile.ZipFile) -> int:
    count = 0
    with archive.open(WORK, "w", force_zip64=True) as stream, transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        for model in kept_models():
            rows: QuerySet[Model] = QuerySet(model)
            for row in rows.order_by("pk").iterator():
                line = serializers.serialize("jsonl", [row])
                stream.write(line.encode())
                count += 1
    return count


def _files(root: Path, to: Path) -> Iterator[Path]:
    """What lies in the console's folder and is to be kept; no links, nothing unfinished, no back-up itself."""
    for folder, inside, names in os.walk(root):
        at = Path(folder)
        kept = (name for name in inside if not (at == root and name in _LEFT_OUT) and at / name != to)
        inside[:] = sorted(name for name in kept if not (at / name).is_symlink())
        for name in sorted(names):
            of_console = at == root and (name in _LEFT_OUT or name.startswith("console.sqlite3"))
            if not of_console and not name.endswith(".part") and not (at / name).is_symlink():
                yield at / name


def _file_into(archive: zipfile.ZipFile, root: Path, path: Path) -> dict[str, object] | None:
    """The file as it is now, and its line in the manifest; None where it has gone meanwhile."""
    name = FILES + path.relative_to(root).as_posix()
    try:
        with path.open("rb") as stream:
            entry = zipfile.ZipInfo(name, time.localtime(path.stat().st_mtime)[:6])
            entry.compress_type = zipfile.ZIP_STORED if path.suffix.lower() in _PACKED else zipfile.ZIP_DEFLATED
            with archive.open(entry, "w", force_zip64=True) as into:
                return {"path": name, "sha256": _copied(stream, into)}
    except FileNotFoundError:
        return None


def _copied(stream: IO[bytes], into: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while piece := stream.read(_PIECE):
        digest.update(piece)
        into.write(piece)
    return digest.hexdigest()


def _digest(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type]


def _manifest(root: Path, files: list[dict[str, object]], rows: int) -> dict[str, object]:
    made_at = datetime.now().astimezone().isoformat(timespec="seconds")
    return {"format": FORMAT, "made": made_at, "root": str(root), "rows": rows, "files": files}


def _elsewhere(root: Path) -> tuple[str, ...]:
    places = ReceivedRound.objects.values_list("results", flat=True)
    return tuple(sorted(place for place in places if not Path(place).is_relative_to(root)))
