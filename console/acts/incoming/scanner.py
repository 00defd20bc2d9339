"""The bureau's own virus scanner, asked before anything that came in becomes part of a dossier.

Its command stands in console.yaml (``scanner``), written by whoever has the machine: nobody sets from a browser which
program this one runs. It is given the folder in which the files lie aside. What it does not find clean, or cannot look
at, is not taken.
"""

from __future__ import annotations

import os
import secrets
import shlex
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from console import events, house
from console.events import About, Actor
from console.uploads import stored
from pipeline.results import private
from schemas.errors import UsageError

HERE = "{}"
"""Where in the command the folder stands; at its end where the command does not say."""

SECONDS = 900.0
"""A scan of two gigabytes on an old machine."""

_TOLD = 200


@dataclass(frozen=True, slots=True)
class ScanOutcome:
    """What the scanner said of a folder: whether it is clean, and otherwise why not, in words."""

    clean: bool
    why: str = ""


def is_set() -> bool:
    """Whether the office has one."""
    return bool(house.of(settings.DATA.root).scanner)


def scanned(folder: Path) -> ScanOutcome:
    """What it says of all that lies in this folder. Without a scanner, everything is clean."""
    rules = house.of(settings.DATA.root)
    if not rules.scanner:
        return ScanOutcome(clean=True)
    try:
        done = subprocess.run(
            _command(rules.scanner, folder), stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=SECONDS
        )
    except subprocess.TimeoutExpired:
        return ScanOutcome(clean=False, why=f"病毒扫描程序 {SECONDS:.0f} 秒内没有完成")
    except (OSError, ValueError) as error:
        return ScanOutcome(clean=False, why=f"病毒扫描程序没有运行起来（{type(error).__name__}），请管理员检查设置")
    if done.returncode == rules.scanner_clean:
        return ScanOutcome(clean=True)
    said = done.stdout.decode("utf-8", "replace").strip().splitlines()
    last = f"：{said[-1][:_TOLD]}" if said else ""
    return ScanOutcome(clean=False, why=f"病毒扫描没有通过（返回值 {done.returncode}）{last}")


def checked(by: Actor, about: About, folder: Path) -> None:
    """Nothing where it is clean. UsageError where it is not; then what lies there is gone, and the log says so."""
    outcome = scanned(folder)
    if outcome.clean:
        return
    shutil.rmtree(folder, ignore_errors=True)
    events.noted(by, "病毒扫描未通过", about, why=outcome.why)
    raise UsageError(f"{outcome.why}。这次没有收下任何文件，暂存的文件已清除。")


def checked_uploads(by: Actor, about: About, uploads: Sequence[UploadedFile[bytes]]) -> None:
    """The same of files that a form brought, which lie nowhere yet."""
    if not is_set():
        return
    aside = Path(settings.DATA.incoming) / secrets.token_hex(12)
    private.make_folder(aside)
    try:
        for number, file in enumerate(uploads, 1):
            stored(file, aside / f"{number}{Path(file.name or '').suffix[:12]}")
            file.seek(0)
        checked(by, about, aside)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _command(said: str, folder: Path) -> list[str]:
    # Windows writes paths with the very sign that ends a word elsewhere.
    words = shlex.split(said, posix=os.name != "nt")
    put = [word.replace(HERE, str(folder)) for word in words]
    return put if HERE in said else [*put, str(folder)]
