"""Which rulebooks of its own has the office, and what lies in the folder of each?

A folder each below ``rulebooks``: what was uploaded in ``source``; beside it the files of the rulebook, as the
command writes them, its answers, and what came of its rehearsal.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from pathlib import Path

from pipeline.drafting.answers import FILE as ANSWERS
from pipeline.rehearsal import result
from pipeline.rulebook.find import load
from pipeline.rulebook.hold import examine, text_beside
from schemas.errors import RulebookError, UsageError

SOURCE, TEXT, REHEARSAL = "source", "text", "rehearsal"
NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")


@dataclass(frozen=True, slots=True)
class OwnRulebook:
    """One of them. ``title`` is its id where the file cannot be read."""

    name: str
    folder: Path
    title: str = ""

    @property
    def path(self) -> Path:
        """Its rulebook file."""
        return self.folder / f"{self.name}.yaml"

    @property
    def answers(self) -> Path:
        """What was answered of its draft."""
        return self.folder / ANSWERS

    @property
    def source(self) -> Path | None:
        """The regulation's text that it is drafted from; None where its files were uploaded as they are."""
        found = sorted((self.folder / SOURCE / TEXT).glob("*"))
        return found[0] if found else None

    @property
    def annexes(self) -> tuple[Path, ...]:
        """Further files of the regulation, in the order of their names."""
        return tuple(sorted(path for path in (self.folder / SOURCE).glob("*") if path.is_file()))

    @property
    def rehearsal(self) -> Path:
        """What came of its rehearsal."""
        return self.folder / REHEARSAL / result.FILE


@dataclass(frozen=True, slots=True)
class CheckedRulebook:
    """What ``dossier rulebook check`` says of a file: a line a problem, and its conclusion."""

    problems: tuple[str, ...]
    conclusion: str


def every(root: Path) -> list[OwnRulebook]:
    """All of them, in the order of their ids."""
    folders = sorted(root.iterdir()) if root.is_dir() else []
    return [_named(folder) for folder in folders if folder.is_dir() and NAME.fullmatch(folder.name)]


def found(root: Path, name: str) -> OwnRulebook | None:
    """The one of this id; None where there is none."""
    folder = root / name
    return _named(folder) if NAME.fullmatch(name) and folder.is_dir() else None


def usable(root: Path) -> list[tuple[str, str]]:
    """The path and the title of each that a batch may be screened by."""
    return [(str(one.path), one.title) for one in every(root) if one.title]


def checked(path: Path) -> CheckedRulebook:
    """What the check says of this file; looked at again where the file or its text has changed."""
    text = text_beside(path)
    stamps = (path.stat().st_mtime_ns, text.stat().st_mtime_ns if text else 0)
    return _checked(path, stamps)


@functools.lru_cache(maxsize=32)
def _checked(path: Path, _stamps: tuple[int, int]) -> CheckedRulebook:
    try:
        problems, conclusion = examine(path)
    except (RulebookError, UsageError) as error:
        return CheckedRulebook(tuple(str(error).splitlines()), "规则文件还不能使用。")
    said = (line.replace(f"{path} ", "").replace(f"{path.parent}/", "") for line in problems)
    return CheckedRulebook(tuple(said), conclusion)


def _named(folder: Path) -> OwnRulebook:
    one = OwnRulebook(folder.name, folder)
    try:
        return OwnRulebook(folder.name, folder, load(one.path).title)
    except (RulebookError, UsageError, OSError):
        return one
