"""The process that does the jobs, one at a time, in the order in which they were asked for.

There is one worker a folder, which a lock sees to; what a dead one has left goes back to waiting as soon as the next
one begins. It says every few seconds that it lives besides: where no lock can be had, that sign tells once it is a
minute old. What was finished stands (``pipeline.again``), so that doing a job again does only the rest.
"""

from __future__ import annotations

import _thread
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.conf import settings
from django.db import close_old_connections, transaction
from django.utils import timezone
from filelock import FileLock

from console import events
from console.jobs import daily, tasks, watched
from console.models import Job, JobState
from pipeline.workers import explained
from schemas.errors import RulebookError, UsageError

STALE = timedelta(seconds=60)
"""Without a sign of life for so long, a worker is dead."""

_LOCK = "worker.lock"
"""Held by the worker as long as it lives: another one that is started meanwhile waits."""

_LOOK = 1.0
_DAILY = 600.0
"""Seconds between two looks at what is due by itself."""

_BEAT = 3.0


def work(parent: int | None = None) -> None:
    """Until it is interrupted, or whoever started it is gone."""
    with FileLock(settings.DATA.root / _LOCK):
        left_behind()
        over = threading.Event()
        looking = watched.watching(over)
        try:
            _until_over(parent)
        finally:
            over.set()
            looking.join(5)


def left_behind() -> None:
    """Whoever holds the lock is the only worker: what is marked as running, a worker that died has left."""
    Job.objects.filter(state=JobState.RUNNING).update(state=JobState.WAITING)


def _until_over(parent: int | None) -> None:
    looked = time.monotonic()
    while parent is None or os.getppid() == parent:
        close_old_connections()
        job = taken()
        if job is None and time.monotonic() - looked > _DAILY:
            looked = time.monotonic()
            daily.asked()
        elif job is None:
            time.sleep(_LOOK)
        else:
            done(job)


def taken() -> Job | None:
    """The next job, marked as running; one whose worker has died counts as waiting."""
    now = timezone.now()
    with transaction.atomic():
        Job.objects.filter(state=JobState.RUNNING, beat__lt=now - STALE).update(state=JobState.WAITING)
        Job.objects.filter(state=JobState.WAITING, stop=True).update(state=JobState.STOPPED, ended=now)
        job = Job.objects.select_for_update().filter(state=JobState.WAITING).order_by("pk").first()
        if job is not None:
            job.state, job.beat = JobState.RUNNING, now
            job.started = job.started or now
            job.save(update_fields=["state", "beat", "started"])
    return job


def done(job: Job) -> None:
    """The job, to its end, its failure, or until somebody stops it."""
    state, message = JobState.DONE, ""
    try:
        with _watched(job):
            message = tasks.TASKS[job.kind](job)
    except KeyboardInterrupt:
        if not Job.objects.filter(pk=job.pk, stop=True).exists():
            # The machine goes down, or Ctrl-C: the next worker goes on with it.
            Job.objects.filter(pk=job.pk).update(state=JobState.WAITING)
            raise
        state, message = JobState.STOPPED, "已停止。已完成的卷宗保留，重做时接着做完。"
    except Exception as error:  # noqa: BLE001  one job's failure ends no other
        said = isinstance(error, (UsageError, RulebookError))
        state, message = JobState.FAILED, str(error) if said else explained(error)
    Job.objects.filter(pk=job.pk).update(state=state, message=message, ended=timezone.now(), now="")
    events.noted(events.by_program(), f"任务{state.label}", job.batch, job=job.title, message=message)


@contextmanager
def _watched(job: Job) -> Iterator[None]:
    """A sign of life every few seconds; when somebody stops the job, the interruption that Ctrl-C is."""
    over = threading.Event()

    def watch() -> None:
        while not over.wait(_BEAT):
            Job.objects.filter(pk=job.pk).update(beat=timezone.now())
            if Job.objects.filter(pk=job.pk, stop=True).exists() and not over.is_set():
                _interrupt()
                return

    watching = threading.Thread(target=watch, daemon=True)
    watching.start()
    try:
        yield
    finally:
        over.set()
        watching.join()


def _interrupt() -> None:
    if sys.platform == "win32":
        _thread.interrupt_main()
    else:
        os.kill(os.getpid(), signal.SIGINT)
