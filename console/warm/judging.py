"""A dossier judged again, in the warm process: nothing of Django is loaded there."""

from __future__ import annotations

from pathlib import Path

from pipeline import batch
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


def judged_again(results: Path, dossier: str, cache: Path) -> str:
    """Why it is judged only later, where that is so; empty where its files say now what was decided.

    UsageError where the results do not say what was asked for, or the inbox is not there any more.
    """
    try:
        batch.again(results, [dossier], cache, _Silent())
    except Busy:
        return "这批卷宗正在初审，初审会一并采用。"
    return ""
