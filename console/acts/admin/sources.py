"""Where dossiers come from besides the browser: the watched folder; and the virus scanner tried once."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from django.conf import settings

from console import events, house
from console.acts.incoming import scanner
from console.events import Actor
from console.models import OfficeBatch, Person
from schemas.errors import UsageError


def chosen(by: Actor, person: Person, root: Path, form: Mapping[str, str]) -> None:
    """What the form says, from now on. UsageError where it cannot be."""
    folder, batch = form.get("from", "").strip(), form.get("batch", "").strip()
    if folder:
        _check_folder(folder, root)
    if batch and not OfficeBatch.objects.filter(name=batch, archived=None, removed=None).exists():
        raise UsageError(f"没有名为“{batch[:60]}”的批次。")
    if batch and not folder:
        raise UsageError("自动收入须先设置来件文件夹。")
    login = person.login if batch else ""
    house.write(root, replace(house.of(root), watch_from=folder, watch_batch=batch, watch_by=login))
    events.noted(by, "修改来件设置", folder=folder, batch=batch)


def _check_folder(folder: str, root: Path) -> None:
    if not (Path(folder).is_absolute() and Path(folder).is_dir()):
        raise UsageError(f"来件文件夹“{folder[:200]}”不存在。请写出完整路径，或空着不用。")
    if _crosses(Path(folder).resolve(), root.resolve()):
        raise UsageError("来件文件夹不能与办理资料文件夹互相包含，请另选一个。")


def scanner_tried(by: Actor) -> str:
    """What the scanner says of a harmless file, in words. UsageError where there is none."""
    if not scanner.is_set():
        raise UsageError("没有设置病毒扫描程序。")
    aside = Path(tempfile.mkdtemp(prefix="scan-", dir=settings.DATA.root))
    try:
        (aside / "试扫描.txt").write_text("申报初审：试扫描用的文件\n", encoding="utf-8")
        outcome = scanner.scanned(aside)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    events.noted(by, "试扫描", clean=outcome.clean)
    return "病毒扫描程序运行正常，认为文件无毒。" if outcome.clean else f"{outcome.why}。现在收件都会被拒绝。"


def _crosses(one: Path, other: Path) -> bool:
    return one == other or one.is_relative_to(other) or other.is_relative_to(one)
