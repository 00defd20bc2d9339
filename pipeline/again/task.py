"""How are the dossiers of a run done: those that stand taken as they are, the others screened, written and noted?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from extractors.kept import store
from pipeline import workers
from pipeline.again import results
from pipeline.again.ahead import ReadAhead, WithHelpers, helpers
from pipeline.again.brief import Brief, brief_of
from pipeline.again.elsewhere import CARRIED, from_everywhere, screened_elsewhere
from pipeline.again.inputs import inputs_of
from pipeline.again.judged import JudgedBefore
from pipeline.again.read_before import read_before
from pipeline.again.reused import Reused
from pipeline.again.spool import Spool
from pipeline.decisions import file as decisions_file
from pipeline.decisions.file import Decided
from pipeline.intake.inbox import InboxEntry
from pipeline.progress import PageProgress, Progress, Stopped
from pipeline.results import files as result_files
from pipeline.results.batch import ReportContext
from pipeline.screen import Settings, unreadable
from pipeline.screened import Screened, rendered, screen_one
from pipeline.workers import LOCAL, Lost, WorkListener, WorkPlan
from schemas import decisions
from schemas.decisions import AppliedDecision
from schemas.dossier import Screening
from schemas.errors import NotWritten, UsageError
from schemas.regulation.own_words import OwnWords
from validators.across.traces import Traces

Work = Callable[[InboxEntry], Screened]

_FEW = 2
"""So many dossiers are judged in this process, where all that they hold has been read before."""

_ROUNDS = 5
"""How often dossiers are done anew because clerks decided meanwhile; what comes later waits for the next run."""

_DECIDED_MEANWHILE = "初审期间有新的核定，已按新的核定重新初审"


@dataclass(frozen=True, slots=True)
class DoneDossiers:
    """What the rest of the batch needs of its dossiers, in their order, and what was decided when they were made."""

    screenings: Sequence[Screening]
    """Without what only their own reports show (``brief``)."""
    traces: Sequence[Traces]
    """Of those that could be screened."""
    over: Mapping[str, Mapping[str, AppliedDecision]]
    """Dossier → rule → what a clerk decided about its finding; only of those about which anything was."""
    sound: bool
    """No dossier was lost, or done less well than it may be done another time."""
    own: Mapping[str, OwnWords]
    """Rulebook → the words that it brings along, of all under which a dossier was filed."""


@dataclass(slots=True)
class _Briefs:
    """What has been found so far, most of it on disk."""

    screenings: Spool[Screening] = field(default_factory=lambda: Spool(Screening))
    traces: Spool[Traces] = field(default_factory=lambda: Spool(Traces))
    over: dict[str, Mapping[str, AppliedDecision]] = field(default_factory=dict)
    own: dict[str, OwnWords] = field(default_factory=dict)

    def put(self, brief: Brief, decided: Decided) -> None:
        """The brief of a dossier, which takes the place of an earlier one, with what was decided about it."""
        screening = brief.screening
        self.screenings.put(screening.id, screening)
        self.own[screening.rulebook] = screening.own
        if brief.traces is not None:
            self.traces.put(screening.id, brief.traces)
        self.over.pop(screening.id, None)
        laid = decisions.laid(decided.decisions, screening.id, screening.findings)
        if laid:
            self.over[screening.id] = laid

    def done(self, order: Sequence[str], *, sound: bool) -> DoneDossiers:
        """All of them, in this order."""
        compared = [dossier for dossier in order if dossier in self.traces]
        return DoneDossiers(self.screenings.in_order(order), self.traces.in_order(compared), self.over, sound, self.own)


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
        found = _Briefs()
        unsound: set[str] = set()
        decided = decisions_file.load(self.out)
        todo = self.entries
        self.progress.begin(len(todo))
        try:
            for _ in range(_ROUNDS):
                self._round(todo, decided, found, unsound)
                later = decisions_file.load(self.out)
                before, after = decided.each(), later.each()
                todo = [entry for entry in self.entries if before.get(entry.id) != after.get(entry.id)]
                if not todo:
                    break
                decided = later
                for entry in todo:
                    self.progress.again(entry.id, _DECIDED_MEANWHILE)
        finally:
            self.progress.end()
        return found.done([entry.id for entry in self.entries], sound=not unsound and not todo)

    def _round(self, entries: Sequence[InboxEntry], decided: Decided, found: _Briefs, unsound: set[str]) -> None:
        """Find these dossiers, those that are asked for first: somebody waits for them."""
        reused = self._reused(decided)
        for part in ([one for one in entries if (one.id in self.only) is asked] for asked in (True, False)):
            self._some(part, decided, reused, found, unsound)

    def _some(
        self,
        entries: Sequence[InboxEntry],
        decided: Decided,
        reused: Reused | None,
        found: _Briefs,
        unsound: set[str],
    ) -> None:
        """Find some of them; those that may be done better another time are added to ``unsound``."""
        left = [entry for entry in entries if reused is None or not self._stands(reused, entry, decided, found)]
        if not left:
            return
        if self.plan.executor != LOCAL:
            left = [from_everywhere(entry) for entry in left]
        with closing(self._outcomes(left, decided, reused)) as outcomes:
            for entry, outcome in outcomes:
                screened = self._lost(entry, outcome.reason) if isinstance(outcome, Lost) else outcome
                written = self._written(entry, screened)
                brief = brief_of(written, self.settings.audience)
                found.put(brief, decided)
                if isinstance(outcome, Lost) or screened.chance or written is not screened.screening:
                    unsound.add(entry.id)
                elif reused:
                    reused.finished(entry, written, screened.files, brief)
                self.progress.done(written)

    def _outcomes(
        self, left: Sequence[InboxEntry], decided: Decided, reused: Reused | None
    ) -> Generator[tuple[InboxEntry, Screened | Lost], None, None]:
        """Each of these dossiers with what came of it; workers that find none left help with the last ones."""
        plan = self._fitting(left)
        told = WorkListener(partial(_told_again, self.progress), partial(_told_page, self.progress))
        if self.work or plan.executor != LOCAL:
            yield from workers.outcomes(left, self.work or self._screening(decided, reused), plan, told, CARRIED)
            return
        units: list[InboxEntry | ReadAhead] = [*left, *helpers(left, plan.jobs)]
        work = WithHelpers(self._screening(decided, reused), self.settings)
        to_come = len(left)
        made = workers.outcomes(units, work, plan, told)
        with closing(made) as outcomes:
            # Nobody waits for a helper: it ends with the last dossier.
            while to_come:
                unit, outcome = next(outcomes)
                if isinstance(unit, InboxEntry) and outcome is not None:
                    to_come -= 1
                    yield unit, outcome

    def _screening(self, decided: Decided, reused: Reused | None) -> Work:
        if self.plan.executor == LOCAL:
            before = JudgedBefore(reused.inputs.common, self.settings.round) if reused else None
            return partial(screen_one, self.settings, decided, before=before)
        return screened_elsewhere(self.settings, decided)

    def _stands(self, reused: Reused, entry: InboxEntry, decided: Decided, found: _Briefs) -> bool:
        """Whether this dossier stands as it was, and is found by that; the round is that of this run."""
        brief = reused.standing(entry)
        if brief is None:
            return False
        screening = replace(brief.screening, round=self.settings.round)
        found.put(replace(brief, screening=screening), decided)
        self.progress.done(screening)
        return True

    def _reused(self, decided: Decided) -> Reused | None:
        """What is known of the dossiers that were done before; None where nothing is kept."""
        if store.current() is None:
            return None
        places = results.places(self.out, self.folders, self.reports)
        return Reused(inputs_of(self.settings, decided), places, self.only)

    def _fitting(self, entries: Sequence[InboxEntry]) -> WorkPlan:
        """In this process where there is little to do and no file to open: starting another one takes longer."""
        few = len(entries) <= _FEW and self.plan.executor == LOCAL and self.work is None
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


def _told_page(progress: Progress, unit: InboxEntry | ReadAhead, path: str, number: int, of: int) -> None:
    """A file or a page, to whoever wants to know; Stopped where it was asked to end."""
    if isinstance(progress, PageProgress):
        if isinstance(unit, InboxEntry):
            progress.page(unit.id, path, number, of)
        if progress.stopped():
            raise Stopped


def _told_again(progress: Progress, unit: InboxEntry | ReadAhead, why: str) -> None:
    """That a dossier is begun anew; what a helper dies over is told by whoever is at the dossier."""
    if isinstance(unit, InboxEntry):
        progress.again(unit.id, why)
