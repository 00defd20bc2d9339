"""收件: what is dropped into the browser comes into a folder of its own first, and into the inbox when it is whole.

Files keep their names as far as every system takes them; where they go is worked out here from the names alone, never
taken from the browser. Each is put down with its SHA-256, its size, and who brought it when.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from console import events
from console.acts.incoming import scanner
from console.events import Actor
from console.models import OfficeBatch, Person, Receipt, ReceivedRound
from console.uploads import stored
from pipeline import file_names
from pipeline.results import private
from schemas.errors import UsageError

MOST_BYTES = 2 << 30
"""Of one file."""

MOST_FILES = 20_000
"""Of one batch."""

_LEFT_FREE = 1 << 30
_LONGEST = 200
_TOKEN = re.compile(r"[0-9a-f]{24}")


@dataclass(frozen=True, slots=True)
class IncomingDossier:
    """What will become one dossier: its name, how many files, how many bytes, and whether there is one of that name."""

    name: str
    files: int
    size: int
    there: bool


def begun() -> str:
    """A new place for what is coming."""
    return secrets.token_hex(12)


def taken_in(token: str, files: Sequence[UploadedFile[bytes]], paths: Sequence[str]) -> int:
    """These files laid aside under their paths; how many were. UsageError where they cannot be."""
    if len(files) != len(paths):
        raise UsageError("上传不完整，请重新拖入。")
    root = _place(token)
    count = 0
    for file, path in zip(files, paths, strict=True):
        target = _target(root, path)
        if target is not None:
            _stored(file, target)
            count += 1
    return count


def aside(token: str, path: str, size: int) -> Path | None:
    """Where a file of this path and size is laid under the token; None for what is no part of a dossier.

    UsageError for a path that leads elsewhere, a file that is too large, a disk that is full.
    """
    target = _target(_place(token), path)
    if target is not None:
        _check_room(target, size)
    return target


def waiting(batch: OfficeBatch, token: str) -> list[IncomingDossier]:
    """What has come under this token, as the dossiers that it will be."""
    inbox = Path(_current(batch).inbox)
    found = []
    for child in _children(_place(token)):
        sizes = [file.stat().st_size for file in _files(child)]
        found.append(IncomingDossier(child.name, len(sizes), sum(sizes), (inbox / child.name).exists()))
    return found


def finished(by: Actor, person: Person, batch: OfficeBatch, token: str) -> int:
    """All of it moved into the inbox, a folder or file at a time; how many dossiers. UsageError where one is there."""
    current, root = _current(batch), _place(token)
    inbox = Path(current.inbox)
    children = _children(root)
    if not children:
        raise UsageError("还没有收到文件。")
    twice = [child.name for child in children if (inbox / child.name).exists()]
    if twice:
        raise UsageError(f"收件夹中已有同名的卷宗：{'、'.join(twice)}。请改名后重新拖入。")
    scanner.checked(by, batch, root)
    private.make_folder(inbox)
    with transaction.atomic():
        Receipt.objects.bulk_create(_receipts(current, person, root))
        for child in children:
            child.rename(inbox / child.name)
        events.noted(by, "收件", batch, dossiers=[child.name for child in children])
    shutil.rmtree(root, ignore_errors=True)
    return len(children)


def dropped(token: str) -> None:
    """What has come under this token is not wanted."""
    shutil.rmtree(_place(token), ignore_errors=True)


def _place(token: str) -> Path:
    if not _TOKEN.fullmatch(token):
        raise UsageError("上传的编号不对，请刷新页面后重新拖入。")
    return Path(settings.DATA.incoming) / token


def _target(root: Path, path: str) -> Path | None:
    """Where a file of this path goes; None for what is no part of a dossier. UsageError for what leads elsewhere."""
    parts = [part for part in PurePosixPath(path.replace("\\", "/")).parts if part not in ("/", ".")]
    if not parts or ".." in parts or len(path) > 4 * _LONGEST:
        raise UsageError(f"“{path[:60]}”不能作为文件名，请改名后重新拖入。")
    if any(file_names.skipped(part) for part in parts):
        return None
    return root.joinpath(*(file_names.folder_name(part[:_LONGEST]) for part in parts))


def _stored(file: UploadedFile[bytes], target: Path) -> None:
    _check_room(target, file.size or 0)
    # Sent again after a lost connection: the same file once more.
    file_names.reachable(target).unlink(missing_ok=True)
    stored(file, target)


def _check_room(target: Path, size: int) -> None:
    if size > MOST_BYTES:
        raise UsageError(f"“{target.name}”超过 2 GB，请拆分后再交。")
    private.make_folder(target.parent)
    if shutil.disk_usage(target.parent).free < size + _LEFT_FREE:
        raise UsageError("本机磁盘空间不足，请先腾出空间。")


def _current(batch: OfficeBatch) -> ReceivedRound:
    current = batch.rounds.order_by("-number").first()
    if current is None or not current.inbox:
        raise UsageError("这一批次没有收件夹。")
    return current


def _children(root: Path) -> list[Path]:
    return sorted(root.iterdir(), key=lambda child: file_names.in_order(child.name)) if root.is_dir() else []


def _files(child: Path) -> Iterable[Path]:
    return (path for path in child.rglob("*") if path.is_file()) if child.is_dir() else [child]


def _receipts(current: ReceivedRound, person: Person, root: Path) -> list[Receipt]:
    return [
        Receipt(
            round=current,
            dossier=child.name if child.is_dir() else file_names.stem(child.name),
            file=path.relative_to(child if child.is_dir() else root).as_posix(),
            size=path.stat().st_size,
            sha256=_sha256(path),
            by=person,
        )
        for child in _children(root)
        for path in _files(child)
    ]


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
