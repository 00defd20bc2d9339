"""How are the dossiers of a run done: those that stand taken as they are, the others screened, written and noted?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from extractors.kept import store
from pipeline import workers
from pipeline.again import results
from pipeline.again.inputs import inputs_of
from pipeline.again.read_before import read_before
from pipeline.again.reused import Reused
from pipeline.decisions import file as decisions_file
from pipeline.decisions.file import Decided
from pipeline.intake.inbox import InboxEntry
from pipeline.progress import Progress
from pipeline.results import files as result_files
from pipeline.results.batch import ReportContext
from pipeline.screen import Settings, unreadable
from pipeline.screened import Screened, rendered, screen_one
from pipeline.workers import LOCAL, Lost, WorkPlan
from schemas.dossier import Screening
from schemas.errors import NotWritten, UsageError

Work = Callable[[InboxEntry], Screened]

_FEW = 2
"""So many dossiers are judged in this process, where all that they hold has been read before."""

_ROUNDS = 5
"""How often dossiers are done anew because clerks decided meanwhile; what comes later waits for the next run."""

_DECIDED_MEANWHILE = "初审期间有新的核定，已按新的核定重新初审"


@dataclass(frozen=True, slots=True)
class DoneDossiers:
    """Dossier → its screening, and what was decided when they were made."""

    screenings: Mapping[str, Screening]
    decided: Decided
    sound: bool
    """No dossier was lost, or done less well than it may be done another time."""


@dataclass(frozen=True, slots=True)
class RunTask:
    """The dossiers of a run, and how they are done. ``work`` takes the place of the product's own, for tests."""

    entries: Sequence[InboxEntry]
    out: Path
    folders: Mapping[str, str]
    settings: Settings
    plan: WorkPlan
    progress: Progress
    reports: Collection[str]
    work: Work | None = None
    only: Collection[str] = ()

    def done(self) -> DoneDossiers:
        """All of them. What a clerk decides while this goes on is followed, too."""
        screenings: dict[str, Screening] = {}
        unsound: set[str] = set()
        decided = decisions_file.load(self.out)
        todo = self.entries
        self.progress.begin(len(todo))
        try:
            for _ in range(_ROUNDS):
                screenings |= self._round(todo, decided, unsound)
                later = decisions_file.load(self.out)
                todo = [entry for entry in self.entries if later.of(entry.id) != decided.of(entry.id)]
                if not todo:
                    break
                decided = later
                for entry in todo:
                    self.progress.again(entry.id, _DECIDED_MEANWHILE)
        finally:
            self.progress.end()
        return DoneDossiers(screenings, decided, not unsound and not todo)

    def _round(self, entries: Sequence[InboxEntry], decided: Decided, unsound: set[str]) -> dict[str, Screening]:
        """These dossiers; those that may be done better another time are added to ``unsound``."""
        reused = self._reused(decided)
        found = self._standing(reused, entries) if reused else {}
        for screening in found.values():
            self.progress.done(screening)
        step = self.work or partial(screen_one, self.settings, decided)
        again = partial(_told_again, self.progress)
        left = [entry for entry in entries if entry.id not in found]
        with closing(workers.outcomes(left, step, self._fitting(left), again)) as outcomes:
            for entry, outcome in outcomes:
                screened = self._lost(entry, outcome.reason) if isinstance(outcome, Lost) else outcome
                written = found[entry.id] = self._written(entry, screened)
                if isinstance(outcome, Lost) or screened.chance or written is not screened.screening:
                    unsound.add(entry.id)
                elif reused:
                    reused.finished(entry, written, screened.files)
                self.progress.done(written)
        return found

    def _reused(self, decided: Decided) -> Reused | None:
        """What is known of the dossiers that were done before; None where nothing is kept."""
        if store.current() is None:
            return None
        places = results.places(self.out, self.folders, self.reports)
        return Reused(inputs_of(self.settings, decided), places, self.only)

    def _standing(self, reused: Reused, entries: Sequence[InboxEntry]) -> dict[str, Screening]:
        """Dossier → its screening, of those that stand as they were; the round is that of this run."""
        standing = reused.standing(entries)
        return {dossier: replace(one, round=self.settings.round) for dossier, one in standing.items()}

    def _fitting(self, entries: Sequence[InboxEntry]) -> WorkPlan:
        """In this process where there is little to do and no file to open: starting another one takes longer."""
        few = 0 < len(entries) <= _FEW and self.plan.executor == LOCAL and self.work is None
        if few and all(read_before(entry, self.settings.limits) for entry in entries):
            return replace(self.plan, jobs=1, contained=False)
        return self.plan

    def _lost(self, entry: InboxEntry, reason: str) -> Screened:
        return rendered(ReportContext(unreadable(entry, self.settings, f"{reason}。"), office=self.settings.office))

    def _written(self, entry: InboxEntry, screened: Screened) -> Screening:
        """The screening, once its files are written; where they cannot be, it says so and the batch goes on."""
        try:
            result_files.write_dossier(self.out, self.folders[entry.id], screened.files, self.reports)
        except UsageError as error:
            if isinstance(error, NotWritten) and error.lasting:
                raise  # what the other dossiers would tell could not be written either
            return replace(screened.screening, note=f"{screened.screening.note} {error}".strip())
        return screened.screening


def _told_again(progress: Progress, entry: InboxEntry, why: str) -> None:
    progress.again(entry.id, why)
