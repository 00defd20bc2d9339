"""How does a worker that has nothing to do help with a dossier that another one is at?

It reads the dossier's papers from the last one back, and keeps what it read: whoever is at the dossier comes from the
first one, and from where they meet finds all of it kept. The paper at which they meet is read by both, but for the
later pages of a long scan. No result depends on who was where, nor on whether there was a helper at all.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from extractors.kept import store
from extractors.papers.ocr_scope import ocr_scope
from extractors.read import from_kept
from pipeline.intake import inbox
from pipeline.intake.archive import Limits
from pipeline.intake.inbox import InboxEntry, Received
from pipeline.screen import Settings
from pipeline.screened import Screened
from pipeline.workers import journal
from pipeline.workers.journal import Step
from schemas.errors import UnreadableDocument

HELD = 64 << 20
"""Bytes of files that a helper holds while it reads them from the last one back."""


@dataclass(frozen=True, slots=True)
class ReadAhead:
    """A dossier that somebody else is at; from this share of its papers the reading goes back, 1 being the end."""

    entry: InboxEntry
    share: float


@dataclass(frozen=True, slots=True)
class WithHelpers:
    """The work of a run, of which also those can do a part that have no dossier of their own."""

    work: Callable[[InboxEntry], Screened]
    settings: Settings

    def __call__(self, unit: InboxEntry | ReadAhead) -> Screened | None:
        """What the dossier gives; of what was read ahead nothing but what is kept."""
        if isinstance(unit, InboxEntry):
            return self.work(unit)
        store.use(self.settings.cache)
        read_ahead(unit, self.settings.limits)
        return None


def helpers(entries: Sequence[InboxEntry], jobs: int) -> list[ReadAhead]:
    """What those workers do that find no dossier left: with the last ones, which are done at the same time.

    Nothing where each has a dossier until the end, or where nothing is kept that others could find.
    """
    if store.current() is None or jobs < 2 or not entries:
        return []
    last = list(reversed(entries[-(jobs - 1) :]))
    each = [last[at % len(last)] for at in range(jobs - 1)]
    return [ReadAhead(entry, 1 - each[:at].count(entry) / each.count(entry)) for at, entry in enumerate(each)]


def read_ahead(asked: ReadAhead, limits: Limits) -> None:
    """Read what nobody has read yet. A file that does not open is left to whoever is at the dossier."""
    unread = _unread(asked.entry, limits)
    start = round(asked.share * len(unread))
    turn = [*reversed(unread[:start]), *reversed(unread[start:])]
    for at, file in enumerate(turn, start=1):
        if journal.begins(Step.READ, file.path) or _is_kept(file):
            continue
        with suppress(UnreadableDocument):
            if at == len(turn) and start == len(turn):
                from_kept.foresee(file.data, file.path, ocr_scope)
            else:
                from_kept.read(file.data, file.path, ocr_scope(file.path))


def _unread(entry: InboxEntry, limits: Limits) -> list[Received]:
    """The last files of which nothing is kept, in their order, as many as may be held.

    Old office files are converted together by whoever is at the dossier: each for itself would cost a program's start.
    """
    found: deque[Received] = deque()
    held = 0
    for file in inbox.files(entry, limits):
        if not file.data or file.problem or _is_kept(file) or from_kept.waits(file.data, file.path):
            continue
        found.append(file)
        held += len(file.data)
        while held > HELD:
            held -= len(found.popleft().data)
    return list(found)


def _is_kept(file: Received) -> bool:
    return from_kept.holds(file.data, file.path, ocr_scope(file.path))
