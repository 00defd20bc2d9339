"""A copy of the program and its data in which something is added, and the command run in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from schemas.data_files import data_folder

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("schemas", "extractors", "validators", "pipeline")


def copied(folder: Path, files: Mapping[str, str], lines: Iterable[tuple[str, str, str]]) -> Path:
    """The copy with these new files, and these lines (path, the line they follow, the line)."""
    for name in PACKAGES:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(data_folder(), folder / "data")
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    for name, before, line in lines:
        text = (folder / name).read_text(encoding="utf-8")
        assert text.count(f"{before}\n") == 1, f"{name}: {before}"
        (folder / name).write_text(text.replace(f"{before}\n", f"{before}\n{line}\n"), encoding="utf-8")
    return folder


def dossier(house: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """The command as it stands in this copy."""
    call = [sys.executable, "-X", "utf8", "-c", "from pipeline.cli import main; main()", *map(str, words)]
    here = {**os.environ, "PYTHONPATH": str(house)}
    return subprocess.run(call, capture_output=True, encoding="utf-8", check=False, cwd=house, env=here)  # noqa: S603  our own command
