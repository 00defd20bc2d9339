"""How far is the batch? Who is told, and how it is said in plain lines."""

from __future__ import annotations

from contextlib import suppress
from typing import Protocol, TextIO, runtime_checkable

from pipeline import file_names, wording
from schemas.dossier import Screening


class Progress(Protocol):
    """Told of every dossier as it is done."""

    def begin(self, total: int) -> None:
        """So many dossiers are to be screened."""

    def done(self, screening: Screening) -> None:
        """One more is screened and written."""

    def again(self, dossier: str, why: str) -> None:
        """This dossier is begun anew."""

    def end(self) -> None:
        """No more will come."""


@runtime_checkable
class PageProgress(Progress, Protocol):
    """Told of every file and page besides, and asked between them whether to go on (where processes do the work)."""

    def page(self, dossier: str, file: str, number: int, of: int) -> None:
        """This file is begun (0 of 0), or this page of it is read; ``of`` is 0 where nobody knows how many."""

    def stopped(self) -> bool:
        """Whether somebody asked to end: then Stopped is raised, and what is finished stands for the next run."""


class Stopped(Exception):
    """The run was asked to end and did; nothing that was finished is lost."""


class Lines:
    """One line per dossier."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._total = self._count = 0

    def begin(self, total: int) -> None:
        """So many dossiers are to be screened."""
        self._total = total

    def done(self, screening: Screening) -> None:
        """One more is screened and written."""
        self._count += 1
        verdict = wording.VERDICTS[screening.verdict.status]
        note = f"（{screening.note}）" if screening.note else ""
        self._say(f"[{self._count}/{self._total}] {screening.id} {verdict}{note}")

    def again(self, dossier: str, why: str) -> None:
        """This dossier is begun anew."""
        self._say(f"{dossier}：{why}")

    def _say(self, line: str) -> None:
        with suppress(OSError):  # nobody listens any more (`2>&1 | head -1`): the work goes on all the same
            print(file_names.shown(line), file=self._stream, flush=True)

    def end(self) -> None:
        """No more will come."""
