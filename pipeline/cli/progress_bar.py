"""How is it shown on a terminal how far the batch is? As a bar that moves; elsewhere in plain lines."""

from __future__ import annotations

from typing import TextIO

from rich import progress as rich_progress
from rich.console import Console

from pipeline import file_names
from pipeline.progress import Lines, Progress
from schemas.dossier import Screening


class Bar:
    """A bar that moves; what went wrong is said above it."""

    def __init__(self) -> None:
        self._bar: rich_progress.Progress | None = None

    def begin(self, total: int) -> None:
        """So many dossiers are to be screened."""
        columns = (
            rich_progress.TextColumn("初审"),
            rich_progress.BarColumn(),
            rich_progress.MofNCompleteColumn(),
            rich_progress.TimeRemainingColumn(),
            rich_progress.TextColumn("{task.description}", markup=False),
        )
        self._bar = rich_progress.Progress(*columns, console=Console(stderr=True), transient=True)
        self._bar.add_task("", total=total)
        self._bar.start()

    def done(self, screening: Screening) -> None:
        """One more is screened and written."""
        if self._bar is None:
            return
        self._bar.update(self._bar.task_ids[0], advance=1, description=file_names.shown(screening.id))
        if screening.note:
            self.again(screening.id, screening.note)

    def page(self, dossier: str, file: str, number: int, of: int) -> None:
        """Which file, and how far it is."""
        if self._bar is not None:
            far = f" 第 {number} 页" + (f"／{of}" if of else "") if number else ""
            self._bar.update(self._bar.task_ids[0], description=file_names.shown(f"{dossier} {file}{far}"))

    def stopped(self) -> bool:
        """Ctrl-C is how one stops at a terminal."""
        return False

    def again(self, dossier: str, why: str) -> None:
        """This dossier is begun anew."""
        if self._bar is not None:
            self._bar.console.print(file_names.shown(f"{dossier}：{why}"), markup=False, highlight=False)

    def end(self) -> None:
        """No more will come."""
        if self._bar is not None:
            self._bar.stop()


def fitting(stream: TextIO) -> Progress:
    """The kind that suits the stream."""
    return Bar() if stream.isatty() else Lines(stream)
