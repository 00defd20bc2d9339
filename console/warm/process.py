"""How is something asked of a process that has loaded all it needs, and may die without harm?

One question at a time; a process that dies or takes too long is replaced by the next question. pdfium must not be
used from several threads, and a stranger's file may end whoever opens it: neither may be the web process.
"""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import NamedTuple, TypeVar, cast

from django.conf import settings

Result = TypeVar("Result")


class NoAnswer(Exception):
    """The process died over the question, or took too long."""


class _Reply(NamedTuple):
    result: object
    raised: Exception | None = None


class WarmProcess:
    """One such process, started when it is first asked something."""

    def __init__(self, *modules: str) -> None:
        self._modules = modules
        self._turn = threading.Lock()
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None

    def ask(self, step: Callable[..., Result], *given: object, seconds: float = 60) -> Result:
        """What ``step`` returns or raises there; both it and what it is given can be pickled. Raises NoAnswer."""
        if not settings.WARM_PROCESSES:
            return step(*given)
        with self._turn:
            pipe = self._started()
            try:
                pipe.send((step, given))
                answer = cast("_Reply", pipe.recv()) if pipe.poll(seconds) else None
            except (EOFError, OSError) as error:
                self.end()
                raise NoAnswer("程序意外结束") from error
            if answer is None:
                self.end()
                raise NoAnswer(f"{seconds:.0f} 秒内没有完成")
        if answer.raised is not None:
            raise answer.raised
        return cast("Result", answer.result)

    def warm(self) -> None:
        """Started now, so that the first question need not wait for it."""
        if settings.WARM_PROCESSES:
            with self._turn:
                self._started()

    def end(self) -> None:
        """No such process any more."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None

    def _started(self) -> Connection:
        if self._process is not None and self._process.is_alive() and self._pipe is not None:
            return self._pipe
        self.end()
        spawn = multiprocessing.get_context("spawn")
        ours, theirs = spawn.Pipe()
        self._process = spawn.Process(target=_answering, args=(theirs, self._modules), daemon=False)
        self._process.start()
        theirs.close()
        self._pipe = ours
        return ours


def _answering(pipe: Connection, modules: tuple[str, ...]) -> None:
    """Answer until nobody asks any more. Ctrl-C is for the web process, which ends this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for module in modules:
        __import__(module)
    while True:
        try:
            step, given = pipe.recv()
            answer = _Reply(step(*given))
        except EOFError:
            return
        except Exception as error:  # noqa: BLE001  whoever asked is told
            answer = _Reply(None, error)
        with suppress(OSError):
            pipe.send(answer)


JUDGING = WarmProcess("console.warm.judging")
"""Judges dossiers again after an act."""

DRAWING = WarmProcess("console.papers.render")
"""Draws pages and opens documents for showing."""

LEAFING = WarmProcess("console.papers.render")
"""Draws the pages that are only leafed through, so that nobody who reads one waits behind a hundred small ones."""

DRAFTING = WarmProcess("console.warm.drafting")
"""Drafts a rulebook from a regulation's text, and checks it; started where somebody drafts one."""

EVERY = (JUDGING, DRAWING)
"""Those that are started with the console."""

ON_DEMAND = (LEAFING, DRAFTING)
"""Those that wait until they are needed."""
