"""A dossier judged again, in the warm process: nothing of Django is loaded there."""

from __future__ import annotations

from pathlib import Path

from extractors.kept import store
from pipeline import batch
from pipeline.again.read_before import read_before
from pipeline.again.rounds import with_earlier
from pipeline.intake import inbox
from pipeline.intake.archive import LIMITS
from pipeline.results import asked
from pipeline.results.one_writer import Busy
from schemas.dossier import Screening


class _Silent:
    """Nothing is told while one dossier is judged again."""

    def begin(self, total: int) -> None:
        """It is soon done."""

    def done(self, screening: Screening) -> None:
        """What came of it is read from its file."""

    def again(self, dossier: str, why: str) -> None:
        """A process died; its file says so."""

    def end(self) -> None:
        """No more will come."""


UNREAD = "unread"


def judged_again(results: Path, dossier: str, cache: Path) -> str:
    """Why it is judged only later, where that is so; empty where its files say now what was decided.

    ``UNREAD`` where papers would have to be read first (another version of the program, a cache that was cleared):
    that takes too long for somebody who waits.

    UsageError where the results do not say what was asked for, or the inbox is not there any more.
    """
    store.use(cache)
    told = asked.read(results)
    entries = with_earlier(inbox.entries(told.inbox, results), told.upon)
    if not all(read_before(one, LIMITS) for one in entries if one.id == dossier):
        return UNREAD
    try:
        batch.again(results, [dossier], cache, _Silent())
    except Busy:
        return "这批卷宗正在初审，初审会一并采用。"
    return ""
