"""What lies in a folder, in one fingerprint: every name, its kind, and of files every byte?"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline import file_names
from pipeline.intake import links
from pipeline.rulebook.of_bureau import AUTO, bureau_rulebooks

_BLOCK = 1 << 20
_DEEPEST = 80
"""Folders within folders that are looked into; intake gives up before."""

_TOLD = frozenset({".yaml", ".yml", ".txt", ".json", ".jsonl"})
"""What lies beside a file that the settings name may belong to it: forms, texts, logs."""


class Unseen(Exception):
    """Something that the result depends on cannot be looked at."""


def of_tree(path: Path) -> str:
    """That of a file or folder. Links count as links and are not followed. Raises OSError or Unseen."""
    digest = hashlib.sha256()
    for line in _lines(file_names.reachable(path), "", 0):
        digest.update(line)
    return digest.hexdigest()


def of_file(path: Path) -> str:
    """The SHA-256 of a file. Raises OSError."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def of_texts(folders: Iterable[Path]) -> str:
    """That of what these folders hold in YAML, JSON and plain text, not of what lies deeper."""
    digest = hashlib.sha256()
    for folder in folders:
        files = sorted(file for file in folder.glob("*") if file.suffix.lower() in _TOLD and file.is_file())
        for file in files:
            digest.update(str(file).encode("utf-8", "surrogateescape") + file.read_bytes())
    return digest.hexdigest()


def of_rulebook(name: str) -> str:
    """That of a rulebook of the user's own with its text and forms; empty where the name is one of ours.

    Where dossiers are recognised one by one, that of all that the bureau keeps in a folder.
    """
    bureau = bureau_rulebooks()
    paths = [*bureau.values()] if name == AUTO else [bureau.get(name, Path(name))]
    folders = dict.fromkeys(path.parent for path in paths if path.is_file())
    around = ((one, one / "forms", one.parent / "forms", one.parent / "regulations") for one in folders)
    return of_texts(folder for each in around for folder in each) if folders else ""


def _lines(path: Path, name: str, depth: int) -> Iterator[bytes]:
    """One line for everything that lies there, by name and kind; of files with the SHA-256 of their bytes."""
    told = path.lstat()
    if links.leads_elsewhere(told):
        yield _line("link", name)
    elif stat.S_ISDIR(told.st_mode):
        if depth > _DEEPEST:
            raise Unseen
        with os.scandir(path) as found:
            children = sorted(entry.name for entry in found)
        yield _line("folder", name, len(children))
        for child in children:
            yield from _lines(path / child, f"{name}/{child}", depth + 1)
    elif stat.S_ISREG(told.st_mode):
        yield _line("file", name, "" if file_names.skipped(path.name) else of_file(path))
    else:
        yield _line("other", name, stat.S_IFMT(told.st_mode))


def _line(kind: str, name: str, said: object = "") -> bytes:
    return f"{kind} {name!r} {said}\n".encode("utf-8", "surrogatepass")
