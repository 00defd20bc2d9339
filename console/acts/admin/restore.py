"""A back-up laid back into an empty folder: the files, and the work into a database that holds nothing yet."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path, PurePosixPath

from django.core import serializers
from django.core.management.color import no_style
from django.db import connection, transaction

from console import events
from console.acts.admin import backup
from console.models import DossierWork, LoggedEvent, OfficeBatch, Person, ReceivedRound
from pipeline import file_names
from pipeline.results import private
from schemas.errors import UsageError

_BEGUN = frozenset({"incoming", "secret.key"})
"""What a console makes in an empty folder before it does anything."""


def laid_out(archive: Path, root: Path) -> str:
    """The files of the back-up in this folder, which is empty or not there yet; gives back where they lay before.

    UsageError where the folder holds anything, or the back-up is not whole; then nothing is written.
    """
    if root.exists() and any(child.name not in _BEGUN for child in root.iterdir()):
        raise UsageError(f"{root} 不是空文件夹。请恢复到一个新的文件夹，核对后再改用。")
    if not archive.is_file():
        raise UsageError(f"没有备份文件 {archive}。请检查路径。")
    wrong = backup.problems(archive)
    if wrong:
        raise UsageError(f"备份不完整，没有恢复：{wrong[0]}。")
    with zipfile.ZipFile(archive) as opened:
        manifest = backup.read_manifest(opened)
        for one in manifest["files"]:
            target = _target(root, one["path"])
            private.make_folder(target.parent)
            with opened.open(one["path"]) as stream, private.opened_new(file_names.reachable(target)) as into:
                shutil.copyfileobj(stream, into)
    return str(manifest["root"])


def taken_up(archive: Path, root: Path, before: str) -> str:
    """The work of the back-up in the database; what came of it, in words. UsageError where that is not empty."""
    if Person.objects.exists() or LoggedEvent.objects.exists():
        raise UsageError("数据库中已有内容。请恢复到一个新的文件夹（使用 PostgreSQL 的，先建一个空的数据库）。")
    with zipfile.ZipFile(archive) as opened, opened.open(backup.WORK) as stream, transaction.atomic():
        rows = 0
        for line in stream:
            for row in serializers.deserialize("jsonl", line.decode()):
                row.save()
                rows += 1
        _moved(before, root)
        # What the tables mirror of the files, and the index of words, are made anew when a batch is opened.
        ReceivedRound.objects.exclude(seen="").update(seen="restored")
        DossierWork.objects.update(screening="")
        _numbers_go_on()
    wrong = events.problems()
    events.noted(events.by_program(), "恢复备份", file=archive.name, rows=rows)
    chain = f"日志有问题：{wrong[0]}。" if wrong else "日志完整。"
    return f"已恢复到 {root}：{rows} 条记录。{chain}请启动后逐个打开批次核对。"


def _target(root: Path, name: str) -> Path:
    """Where a file of the back-up goes. UsageError for a name that leads elsewhere."""
    path = PurePosixPath(name)
    inside = path.parts[1:]
    if not name.startswith(backup.FILES) or not inside or ".." in inside or "\\" in name or ":" in inside[0]:
        raise UsageError(f"备份中的文件名“{name[:80]}”不能使用。请换一份备份。")
    return root.joinpath(*inside)


def _moved(before: str, root: Path) -> None:
    """Paths that lay below the old folder lie below the new one."""
    for one in ReceivedRound.objects.all():
        one.inbox, one.results = (_below(path, before, root) for path in (one.inbox, one.results))
        one.save()
    for batch in OfficeBatch.objects.all():
        batch.rulebook = _below(batch.rulebook, before, root)
        batch.save(update_fields=["rulebook"])


def _below(path: str, before: str, root: Path) -> str:
    rest = path.removeprefix(before)
    if rest == path or rest[:1] not in ("/", "\\"):
        return path
    return str(root.joinpath(*rest.replace("\\", "/").strip("/").split("/")))


def _numbers_go_on() -> None:
    """New rows get numbers behind the old ones: SQLite looks itself, elsewhere the counters are set."""
    with connection.cursor() as cursor:
        for line in connection.ops.sequence_reset_sql(no_style(), backup.kept_models()):
            cursor.execute(line)
