"""The inside of a worker: it waits for a unit, works on it, and says what it is at and what came of it."""

from __future__ import annotations

import faulthandler
import logging
import multiprocessing
import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Mapping
from contextlib import suppress
from multiprocessing import connection
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Generic, NamedTuple, NoReturn, TypeVar

from pipeline.workers import journal, limits, scratch
from pipeline.workers.containment import contained, explained
from pipeline.workers.journal import TOGETHER, Place
from pipeline.workers.plan import Lost
from pipeline.workers.whereabouts import Whereabouts
from schemas.process import mishaps

Unit = TypeVar("Unit")
Result = TypeVar("Result")


FAREWELL = None
"""What the parent says to a worker that may go. Where the pipe ends without it, the parent is gone."""

_leaving = threading.Lock()
_folders: list[Path] = []
"""Where the temporary files of this process lie."""


class Assignment(NamedTuple, Generic[Unit]):
    """A unit, and which of its files are to be left alone, with the reason."""

    unit: Unit
    aside: Mapping[Place, str]


class Done(NamedTuple, Generic[Result]):
    """What came of a unit, or what was raised; ``grown``: this worker should be replaced.

    ``short``: memory ran out that a worker without other units before this one would have had.
    """

    result: Result | Lost | None
    raised: Exception | None = None
    grown: bool = False
    short: bool = False


class WorkerBounds(NamedTuple):
    """The memory of a worker, the seconds after which nothing of it can be worth waiting for, and its folder."""

    memory: int
    seconds: int
    folder: Path


def serve(pipe: Connection, work: Callable[[Unit], Result], bounds: WorkerBounds) -> None:
    """Work on what comes through the pipe until the parent says farewell, or is gone."""
    settle(bounds)
    at = Whereabouts(bounds.folder, lambda said: _answer(pipe, said))
    fresh = True
    with Path(os.devnull).open("w") as nowhere:
        while True:
            try:
                task: Assignment[Unit] | None = pipe.recv()
            except (EOFError, OSError):
                _leave()
            if task is FAREWELL:
                return
            # The parent keeps the time; this is for when it is gone while a library holds the interpreter.
            faulthandler.dump_traceback_later(bounds.seconds + 60, exit=True, file=nowhere)
            done = _done(at, work, task, bounds.memory)
            _answer(pipe, done._replace(short=False) if fresh else done)
            fresh = False
            faulthandler.cancel_dump_traceback_later()


def _done(at: Whereabouts, work: Callable[[Unit], Result], task: Assignment[Unit], memory: int) -> Done[Result]:
    journal.listened(at.at, task.aside)
    at.begins()
    at.at(TOGETHER)
    shortages = mishaps.shortages()
    try:
        result = contained(work, task.unit)
    except Exception as error:  # noqa: BLE001  wrong usage and rulebooks are the parent's to raise
        return Done(None, error)
    return Done(result, grown=limits.grown(memory), short=mishaps.shortages() > shortages)


def _answer(pipe: Connection, said: object) -> None:
    try:
        pipe.send(said)
    except (BrokenPipeError, ConnectionError):
        _leave()
    except (ValueError, TypeError, AttributeError, MemoryError, RecursionError) as error:
        # What cannot be sent is lost, but not the worker.
        pipe.send(Done(Lost(explained(error))))


def settle(bounds: WorkerBounds) -> None:
    """This process is nobody's but its parent's: a session, a folder and a measure of memory of its own."""
    for name in ("SIGINT", "SIGHUP", "SIGBREAK"):
        # Ctrl-C is for the parent, which ends its children.
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    os.umask(0o077)
    # What a library remarks about a stranger's file is nothing for the clerk's screen; the reader says what matters.
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    if sys.platform != "win32":
        with suppress(OSError):
            os.setsid()
    _folders[:] = [bounds.folder]
    scratch.moved_to(bounds.folder)
    limits.confine(bounds.memory)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_outlived, args=(parent.sentinel,), daemon=True).start()


def _outlived(sentinel: int) -> None:
    connection.wait([sentinel])
    _leave()


def _leave() -> NoReturn:
    """End with the parent, however that ended: with what was started, and with the temporary files.

    Both who works and who waits for the parent may notice: the first of them does it, the other one waits.
    """
    with _leaving:
        end_session(os.getpid())
        for folder in _folders:
            scratch.outlived(folder)
        os._exit(1)


def end_session(leader: int) -> None:
    """End all that the session of this worker holds but the worker: programs that it started, and their children."""
    for pid in _session(leader):
        if pid != leader:
            with suppress(OSError):
                os.kill(pid, signal.SIGKILL)


def _session(leader: int) -> list[int]:
    """The processes of a session; none where the system does not list them."""
    found = []
    for entry in Path("/proc").glob("[0-9]*") if sys.platform == "linux" else ():
        with suppress(OSError, ValueError, IndexError):
            # After the name, which may hold anything: state, parent, group, session.
            if int((entry / "stat").read_text(errors="replace").rpartition(")")[2].split()[3]) == leader:
                found.append(int(entry.name))
    return found
