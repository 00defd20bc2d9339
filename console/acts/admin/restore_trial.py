"""Can the last back-up be laid back? Tried by the command that somebody in need would call, into a folder of its own.

The trial has a database of its own beside it, whatever the office's is, and leaves nothing behind.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from console import events, house
from console.acts.admin import backup
from console.place import DataFolder
from schemas.errors import UsageError

SECONDS = 3600.0


def newest(root: Path) -> Path | None:
    """The last back-up that there is; None where there is none."""
    rules = house.of(root)
    found = backup.there(Path(rules.backup_to) if rules.backup_to else DataFolder(root).backups)
    return found[0] if found else None


def tried(root: Path) -> str:
    """What came of it, in words. UsageError where there is no back-up, or it cannot be laid back."""
    archive = newest(root)
    if archive is None:
        raise UsageError("没有可以试恢复的备份。")
    needed = 3 * archive.stat().st_size
    if shutil.disk_usage(root).free < needed:
        raise UsageError(f"磁盘空间不足，试恢复需要约 {needed >> 20} MB。")
    # The folder begins with a dot, and a back-up leaves it out: it lies below a place that is left out.
    trials = DataFolder(root).incoming
    trials.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="restore-", dir=trials, ignore_cleanup_errors=True) as aside:
        said = _restored(archive, Path(aside) / "office")
    events.noted(events.by_program(), "试恢复备份", file=archive.name)
    return f"{archive.name} 试恢复成功。{said}"


def _restored(archive: Path, to: Path) -> str:
    """What the command says. UsageError with its last line where it fails."""
    command = [sys.executable, "-m", "console.command", "console", str(to), "--restore", str(archive), "--no-browser"]
    given = {key: value for key, value in os.environ.items() if not key.startswith(("DOSSIER_CONSOLE", "DJANGO_"))}
    # Never into the office's own database.
    given.pop("DOSSIER_DATABASE", None)
    try:
        done = subprocess.run(
            command, env=given, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=SECONDS
        )
    except subprocess.TimeoutExpired as error:
        raise UsageError(f"{archive.name} 在 {SECONDS / 60:.0f} 分钟内没有恢复完。") from error
    lines = (done.stdout + done.stderr).decode("utf-8", "replace").strip().splitlines()
    said = lines[-1] if lines else ""
    if done.returncode != 0:
        raise UsageError(f"{archive.name} 不能恢复：{said[:300]}。请立即另作备份并检查磁盘。")
    if "日志有问题" in said:
        raise UsageError(f"{archive.name} 恢复后日志有问题：{said[:300]}")
    return "日志完整。"
