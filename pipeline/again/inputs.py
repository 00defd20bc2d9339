"""What does the result of one dossier depend on? Anything of it that changes gives another fingerprint.

The files of the dossier as they lie there, the settings with all files that they name, what the clerk said, and the
program itself. What cannot be looked at gives no fingerprint: nothing then stands, and all is done again.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields, replace
from pathlib import Path
from typing import NamedTuple

from extractors.kept import store, version
from extractors.read.converted import libreoffice
from pipeline import file_names
from pipeline.decisions import file as decisions_file
from pipeline.decisions.file import Decided
from pipeline.intake import links
from pipeline.intake.inbox import InboxEntry
from pipeline.results import compare as results_compare
from pipeline.screen import Settings
from schemas.rounds import Round

_BLOCK = 1 << 20
_DEEPEST = 80
"""Folders within folders that are looked into; intake gives up before."""

_TOLD = frozenset({".yaml", ".yml", ".txt", ".json", ".jsonl"})
"""What lies beside a file that the settings name may belong to it: forms, texts, logs."""


_APART = ("cache", "round", "round_file")
"""Settings that make no result another one, or only as far as they speak of a dossier."""


class Unseen(Exception):
    """Something that the result depends on cannot be looked at."""


class Inputs(NamedTuple):
    """What all dossiers of a run have in common: the settings and their files, and what clerks said."""

    settings: Settings
    decided: Decided
    common: str

    def fingerprint(self, entry: InboxEntry) -> str:
        """That of one dossier; empty where it cannot be told."""
        own = self.decided.of(entry.id)
        try:
            return store.key_of(
                self.common,
                repr(_own_part(self.settings.round, entry.id)),
                [entry.id, file_names.legible(entry.path.name), entry.note],
                _of_entry(entry.path),
                decisions_file.as_yaml(own).decode("utf-8", "replace"),
                _earlier(self.settings.since, entry.id),
            )
        except (OSError, Unseen):
            return ""


def inputs_of(settings: Settings, decided: Decided) -> Inputs:
    """Those of a run, looked at once; without a common part, where something cannot be looked at."""
    asked = {one.name: getattr(settings, one.name) for one in fields(settings) if one.name not in _APART}
    parts = [f"{name}={value!r}{_named(name, value)}" for name, value in asked.items()]
    return Inputs(settings, decided, store.key_of(version.of_program(), libreoffice.stamp(), *parts))


def _own_part(of: Round, dossier: str) -> Round:
    """What is said of the round as a whole, and of this dossier."""
    received = {one: day for one, day in of.received.items() if one == dossier}
    return replace(of, received=received, platform_type={dossier: of.platform_type.get(dossier, "")})


def _named(name: str, value: object) -> str:
    """What stands in the file, or in the files of the folder, that a setting names."""
    if name == "rulebook":
        value = Path(str(value))
    if name == "since" or not isinstance(value, Path):
        return ""
    beside = value.parent if value.is_file() else value
    folders = (beside, beside / "forms", beside.parent / "forms", beside.parent / "regulations")
    return _digest_of(folders if name == "rulebook" and value.is_file() else (beside,))


def _digest_of(folders: tuple[Path, ...]) -> str:
    digest = hashlib.sha256()
    for folder in folders:
        files = sorted(file for file in folder.glob("*") if file.suffix.lower() in _TOLD and file.is_file())
        for file in files:
            digest.update(str(file).encode("utf-8", "surrogateescape") + file.read_bytes())
    return digest.hexdigest()


def _earlier(since: Path | None, dossier: str) -> str:
    """What an earlier screening said of this dossier."""
    before = results_compare.earlier(since).get(dossier) if since else None
    if before is None:
        return ""
    with suppress(FileNotFoundError):
        return hashlib.sha256(file_names.reachable(before).read_bytes()).hexdigest()
    return ""


def _of_entry(path: Path) -> str:
    digest = hashlib.sha256()
    for line in _lines(file_names.reachable(path), "", 0):
        digest.update(line)
    return digest.hexdigest()


def _lines(path: Path, name: str, depth: int) -> Iterator[bytes]:
    """One line for everything that lies there, by name and kind; of files with the SHA-256 of their bytes."""
    told = path.lstat()
    if links.leads_elsewhere(told):
        yield f"link {name!r}\n".encode("utf-8", "surrogatepass")
    elif stat.S_ISDIR(told.st_mode):
        if depth > _DEEPEST:
            raise Unseen
        with os.scandir(path) as found:
            children = sorted(entry.name for entry in found)
        yield f"folder {name!r} {len(children)}\n".encode("utf-8", "surrogatepass")
        for child in children:
            yield from _lines(path / child, f"{name}/{child}", depth + 1)
    elif stat.S_ISREG(told.st_mode):
        yield f"file {name!r} {_sha256(path)}\n".encode("utf-8", "surrogatepass")
    else:
        yield f"other {name!r} {stat.S_IFMT(told.st_mode)}\n".encode("utf-8", "surrogatepass")


def _sha256(path: Path) -> str:
    if file_names.skipped(path.name):
        return ""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
