"""What does the result of one dossier depend on? Anything of it that changes gives another fingerprint.

The files of the dossier as they lie there, the settings with all files that they name, what the clerk said, and the
program itself. What cannot be looked at gives no fingerprint: nothing then stands, and all is done again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import fields, replace
from pathlib import Path
from typing import NamedTuple

from extractors.kept import store, version
from extractors.read.converted import libreoffice
from pipeline import file_names
from pipeline.again import trees
from pipeline.decisions import file as decisions_file
from pipeline.decisions.file import Decided
from pipeline.intake.inbox import InboxEntry
from pipeline.results import compare as results_compare
from pipeline.screen import Settings
from schemas.days.rounds import Round

_APART = ("cache", "round", "round_file", "upon", "office", "office_file", "looked_at")
"""Settings that make no result another one, or only as far as they speak of a dossier."""


class Inputs(NamedTuple):
    """What all dossiers of a run have in common: the settings and their files, and what clerks said."""

    settings: Settings
    decided: Mapping[str, Decided]
    common: str

    def fingerprint(self, entry: InboxEntry) -> str:
        """That of one dossier; empty where it cannot be told."""
        own = self.decided.get(entry.id, Decided())
        try:
            return store.key_of(
                self.common,
                repr(own_part(self.settings.round, entry.id)),
                [entry.id, file_names.legible(entry.path.name), entry.note],
                [trees.of_tree(path) for path in (*entry.earlier, entry.path)],
                decisions_file.as_yaml(own).decode("utf-8", "replace"),
                _earlier(self.settings.since, entry.id),
            )
        except (OSError, trees.Unseen):
            return ""


def inputs_of(settings: Settings, decided: Decided) -> Inputs:
    """Those of a run, looked at once; without a common part, where something cannot be looked at."""
    asked = {one.name: getattr(settings, one.name) for one in fields(settings) if one.name not in _APART}
    parts = [f"{name}={value!r}{_named(name, value)}" for name, value in asked.items()]
    # The columns of the office's summary stand in no result of one dossier.
    parts.append(f"office={replace(settings.office, summary=None)!r}")
    return Inputs(settings, decided.each(), store.key_of(version.of_program(), libreoffice.stamp(), *parts))


def own_part(of: Round, dossier: str) -> Round:
    """What is said of the round as a whole, and of this dossier."""
    received = {one: day for one, day in of.received.items() if one == dossier}
    return replace(of, received=received, platform_type={dossier: of.platform_type.get(dossier, "")})


def _named(name: str, value: object) -> str:
    """What stands in the files that a setting names."""
    if name == "rulebook":
        return trees.of_rulebook(str(value))
    if name == "since" or not isinstance(value, Path):
        return ""
    return trees.of_texts((value if value.is_dir() else value.parent,))


def _earlier(since: Path | None, dossier: str) -> str:
    """What an earlier screening said of this dossier."""
    before = results_compare.earlier(since).get(dossier) if since else None
    if before is None:
        return ""
    with suppress(FileNotFoundError):
        return hashlib.sha256(file_names.reachable(before).read_bytes()).hexdigest()
    return ""
