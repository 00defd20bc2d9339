"""Which rulebooks of its own does a bureau keep in a folder, to be recognised and named like ours?

The environment variable DOSSIER_RULEBOOKS names the folder, or several as PATH does; each rulebook lies there with
its forms and its text, alone or in a folder of its own. A form's file is no rulebook: it has no procedures.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from schemas.errors import UsageError

AUTO = "auto"
"""In place of a rulebook's id: the one that each dossier's own papers speak for."""

VARIABLE = "DOSSIER_RULEBOOKS"
_PATTERNS = ("*.yaml", "*/*.yaml", "*/rulebooks/*.yaml")
_RULEBOOK = re.compile(rb"^procedures\s*:", re.MULTILINE)
_ID = re.compile(rb"^id\s*:\s*['\"]?([^\s'\"#]+)", re.MULTILINE)


def bureau_folders() -> tuple[Path, ...]:
    """The folders that are named. Raises UsageError where there is none of that name."""
    named = dict.fromkeys(Path(one).absolute() for one in os.environ.get(VARIABLE, "").split(os.pathsep) if one)
    for folder in named:
        if not folder.is_dir():
            raise UsageError(f"环境变量 {VARIABLE} 指的文件夹 {folder} 不存在，请改正或取消")
    return tuple(named)


def with_folder(folder: Path) -> None:
    """From now on this folder is one of them, for this process and those that it starts."""
    named = os.environ.get(VARIABLE, "").split(os.pathsep)
    os.environ[VARIABLE] = os.pathsep.join(dict.fromkeys(one for one in (*named, str(folder)) if one))


def bureau_rulebooks() -> Mapping[str, Path]:
    """Id → file of every rulebook in them, ordered by path. Raises UsageError where an id stands twice."""
    found: dict[str, Path] = {}
    for path in (one for folder in bureau_folders() for one in sorted(_files(folder))):
        text = path.read_bytes()
        name = _ID.search(text)
        if name is None or not _RULEBOOK.search(text):
            continue
        key = name[1].decode("utf-8", "replace")
        if key in found:
            raise UsageError(f"{found[key]} 和 {path} 的 id 都是“{key}”，请改正其中一个")
        found[key] = path
    return found


def _files(folder: Path) -> list[Path]:
    return [one for pattern in _PATTERNS for one in folder.glob(pattern)]
