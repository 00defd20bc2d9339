"""Which papers had been received in earlier rounds of the same dossiers, so that nobody is asked for them again?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.intake import inbox as intake_inbox
from pipeline.intake.inbox import InboxEntry
from pipeline.results import asked
from schemas.errors import UsageError

_MOST = 30
"""Rounds upon rounds; more are a circle."""


def with_earlier(entries: Sequence[InboxEntry], upon: Path | None) -> list[InboxEntry]:
    """Each dossier with the places of what came in earlier rounds, the first round first.

    UsageError where these results do not say which inbox they were made from, or it is not there any more.
    """
    known: dict[str, tuple[Path, ...]] = {}
    for inbox, out in _inboxes(upon):
        for entry in intake_inbox.entries(inbox, out):
            known[entry.id] = (*known.get(entry.id, ()), entry.path)
    return [replace(entry, earlier=known.get(entry.id, ())) for entry in entries]


def _inboxes(upon: Path | None) -> list[tuple[Path, Path]]:
    """The inboxes of the earlier rounds with their results, the first round first."""
    found: list[tuple[Path, Path]] = []
    while upon is not None:
        told = asked.read(upon)
        found.append((told.inbox, upon))
        upon = told.upon
        if len(found) > _MOST:
            raise UsageError(f"{found[0][1]} 的前几轮结果互相引用，无法确定先后。请检查 --upon 给出的文件夹。")
    return found[::-1]
