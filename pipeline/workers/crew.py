"""Who works on which unit, and what happens when a worker dies or stands still?

The parent of the workers: it gives out units, hears what each worker is at, keeps the time, replaces workers that
died or have grown, and leaves none behind, however it ends.
"""

from __future__ import annotations

import multiprocessing
import shutil
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import connection
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Generic, TypeVar, cast

from pipeline.workers.deaths import Cause, Death, cause_of, next_attempt
from pipeline.workers.journal import TOGETHER, PageRead, Place, Said, Step
from pipeline.workers.listener import WorkListener
from pipeline.workers.plan import Lost, WorkPlan
from pipeline.workers.scratch import Scratch
from pipeline.workers.whereabouts import last_note
from pipeline.workers.windows_job import WindowsJob
from pipeline.workers.worker import FAREWELL, Assignment, Done, WorkerBounds, end_session, serve

Unit = TypeVar("Unit")
Result = TypeVar("Result")

_START = 120.0
"""Seconds until a worker must have said that it began: it loads the parsers first, on an old disk."""

_GOES = 5.0
"""Seconds in which a worker that may go has gone."""

_GONE = (EOFError, OSError)


@dataclass(eq=False, slots=True)
class _Attempt(Generic[Unit]):
    """A unit, how often its process died, and what is left alone of it therefore."""

    unit: Unit
    deaths: list[Death] = field(default_factory=list)
    aside: dict[Place, str] = field(default_factory=dict)


@dataclass(eq=False, slots=True)
class _Worker(Generic[Unit]):
    """One process, the pipe to it, and what it is at."""

    process: SpawnProcess
    pipe: Connection
    folder: Path
    attempt: _Attempt[Unit] | None = None
    place: Place = TOGETHER
    given: float = 0.0
    began: float | None = None
    heard: float = 0.0
    looked: float = 0.0
    overdue: Cause | None = None

    def give(self, attempt: _Attempt[Unit]) -> None:
        """The next unit; where the worker is dead already, the pipe will say so."""
        self.attempt, self.place, self.began, self.overdue = attempt, TOGETHER, None, None
        self.given = self.heard = self.looked = time.monotonic()
        with suppress(*_GONE):
            self.pipe.send(Assignment(attempt.unit, attempt.aside))

    def hears(self, place: Place) -> None:
        """A sign of life."""
        self.place, self.heard = place, time.monotonic()
        if self.began is None:
            self.began = self.heard

    def look(self) -> None:
        """See what it noted of this unit, which is never older than what it told."""
        note = last_note(self.folder)
        self.looked = time.monotonic()
        if note is not None and note.when >= self.given:
            self.place, self.heard = note.place, max(self.heard, note.when)

    def next_look(self, plan: WorkPlan) -> float:
        """When it may be overdue, by what is known of it."""
        if self.began is None:
            return self.heard + _START
        quiet = max(self.heard, self.looked) if self.place.step is Step.DOSSIER else self.heard
        return min(self.began + plan.seconds, quiet + plan.still)

    def overdue_for(self, plan: WorkPlan) -> Cause | None:
        """For what it is to be ended now."""
        now = time.monotonic()
        if self.began is None:
            return Cause.STILL if self.heard + _START <= now else None
        if self.began + plan.seconds <= now:
            return Cause.TIME
        # What is done with all files together has the dossier's time: judging is ours, and has no end that hangs.
        still = self.place.step is not Step.DOSSIER and self.heard + plan.still <= now
        return Cause.STILL if still else None

    def end(self) -> None:
        """Kill the process and what it started, and remove its temporary files."""
        self.process.kill()
        end_session(self.process.pid or -1)
        self._over()

    def dismiss(self) -> None:
        """Let the process go; kill it where it does not."""
        with suppress(*_GONE):
            self.pipe.send(FAREWELL)
        self.pipe.close()
        self.process.join(_GOES)
        if self.process.is_alive():
            self.process.kill()
        self._over()

    def _over(self) -> None:
        self.pipe.close()
        self.process.join()
        shutil.rmtree(self.folder, ignore_errors=True)


class Crew(Generic[Unit, Result]):
    """Workers that share one kind of work."""

    def __init__(self, work: Callable[[Unit], Result], plan: WorkPlan, told: WorkListener[Unit]) -> None:
        self._work, self._plan, self._told = work, plan, told
        self._workers: list[_Worker[Unit]] = []
        # spawn on every system: what works here works on Windows, and no thread's lock is copied.
        self._spawn = multiprocessing.get_context("spawn")
        self._waiting: deque[_Attempt[Unit]] = deque()

    def run(self, units: Iterable[Unit]) -> Iterator[tuple[Unit, Result | Lost]]:
        """Each unit with what came of it. Interrupted, the workers end at once."""
        self.begin()
        try:
            yield from self.outcomes(units)
            self._dismiss()
        finally:
            self.end()

    def begin(self) -> None:
        """Make ready what the workers share; whoever calls this calls ``end``."""
        self._scratch, self._job = Scratch(), WindowsJob(self._plan.memory)

    def outcomes(self, units: Iterable[Unit]) -> Iterator[tuple[Unit, Result | Lost]]:
        """Each unit with what came of it; the workers stay for the next ones."""
        self._waiting.extend(_Attempt(unit) for unit in units)
        while self._waiting or self._busy():
            self._give_out()
            yield from self._heard()

    def end(self) -> None:
        """End the workers, whatever they are at, and remove what they shared."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()
        self._job.close()
        self._scratch.remove()

    def _dismiss(self) -> None:
        for worker in self._workers:
            worker.dismiss()
        self._workers.clear()

    def _busy(self) -> list[_Worker[Unit]]:
        return [worker for worker in self._workers if worker.attempt is not None]

    def _give_out(self) -> None:
        """A unit for everyone who has none; as many at work as there are jobs."""
        idle = [worker for worker in self._workers if worker.attempt is None]
        while self._waiting and (idle or len(self._workers) < self._plan.jobs):
            worker = idle.pop() if idle else self._hired()
            worker.give(self._waiting.popleft())

    def _hired(self) -> _Worker[Unit]:
        ours, theirs = self._spawn.Pipe()
        folder = self._scratch.for_worker()
        bounds = WorkerBounds(self._plan.memory, self._plan.seconds, folder)
        process = self._spawn.Process(target=serve, args=(theirs, self._work, bounds))
        worker: _Worker[Unit] = _Worker(process, ours, folder)
        try:
            process.start()
        except BaseException:
            ours.close()
            raise
        finally:
            theirs.close()
        self._workers.append(worker)
        self._job.take(process.pid or -1)
        return worker

    def _heard(self) -> list[tuple[Unit, Result | Lost]]:
        """What the workers say next; those that say nothing for too long are ended."""
        busy = self._busy()
        now = time.monotonic()
        due = min(worker.next_look(self._plan) for worker in busy)
        ready = connection.wait([worker.pipe for worker in busy], max(0.0, due - now))
        found = [self._listened(worker) for worker in busy if worker.pipe in ready]
        for worker in busy:
            if worker.attempt is not None and worker.pipe not in ready:
                self._hurried(worker)
        return [outcome for one in found for outcome in one]

    def _hurried(self, worker: _Worker[Unit]) -> None:
        """Ended where it is overdue; that it died is then heard like any other death."""
        if worker.overdue is None and worker.next_look(self._plan) <= time.monotonic():
            worker.look()
            worker.overdue = worker.overdue_for(self._plan)
            if worker.overdue is not None:
                worker.process.kill()

    def _listened(self, worker: _Worker[Unit]) -> list[tuple[Unit, Result | Lost]]:
        try:
            said = worker.pipe.recv()
        except _GONE:
            return self._died(worker)
        if isinstance(said, Place | PageRead):
            self._follows(worker, said)
            return []
        return self._finished(worker, said)

    def _follows(self, worker: _Worker[Unit], said: Said) -> None:
        """A sign of life, and whoever looks on is told of the file or the page."""
        place, number, of = said if isinstance(said, PageRead) else (said, 0, 0)
        worker.hears(place)
        if worker.attempt is not None and place.step is Step.READ:
            self._told.page(worker.attempt.unit, place.path, number, of)

    def _finished(self, worker: _Worker[Unit], done: Done[Result]) -> list[tuple[Unit, Result | Lost]]:
        attempt, worker.attempt = worker.attempt, None
        if done.raised is not None:
            raise done.raised
        if done.grown or done.short:
            self._workers.remove(worker)
            worker.dismiss()
        if done.short and attempt is not None:
            # What a dossier says must not depend on those that this worker had before it.
            self._waiting.appendleft(attempt)
            return []
        return [] if attempt is None else [(attempt.unit, cast("Result | Lost", done.result))]

    def _died(self, worker: _Worker[Unit]) -> list[tuple[Unit, Result | Lost]]:
        """The unit's loss, or the unit once more, without the files that it died over."""
        self._workers.remove(worker)
        attempt, worker.attempt = worker.attempt, None
        worker.look()
        worker.end()
        if attempt is None:
            return []
        attempt.deaths.append(Death(worker.overdue or cause_of(worker.process.exitcode), worker.place))
        following = next_attempt(attempt.deaths, self._plan.seconds)
        if isinstance(following, Lost):
            return [(attempt.unit, following)]
        attempt.aside = dict(following)
        self._waiting.append(attempt)
        where = f"（{worker.place.path}）" if worker.place.path else ""
        self._told.again(attempt.unit, f"处理进程意外退出{where}，已重新处理该卷宗")
        return []
