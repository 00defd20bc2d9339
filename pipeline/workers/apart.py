"""How is one call made in a process of its own, because what it calls may end the process or damage its memory?"""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple, TypeVar, cast

from pipeline.workers.plan import MEMORY_APART
from pipeline.workers.windows_job import WindowsJob
from pipeline.workers.worker import WorkerBounds, settle

Result = TypeVar("Result")

SECONDS = 150
"""Less than a worker may stand still, so that the caller can still say what happened."""


class Died(Exception):
    """The process came to no answer: it crashed, or was ended because it took too long or too much memory."""


class _Returned(NamedTuple):
    result: object
    raised: Exception | None = None


def apart(step: Callable[..., Result], folder: Path, *given: object, seconds: int = SECONDS) -> Result:
    """What the step returns or raises. Its temporary files lie in ``folder``, which is the caller's to remove.

    Raises Died. ``step`` and what it is given must be picklable.
    """
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe(duplex=False)
    process = spawn.Process(target=_once, args=(theirs, WorkerBounds(MEMORY_APART, seconds, folder), step, given))
    job = WindowsJob(MEMORY_APART)
    process.start()
    theirs.close()
    job.take(process.pid or -1)
    try:
        if not ours.poll(seconds):
            raise Died
        answer = cast("_Returned", ours.recv())
    except (EOFError, OSError) as error:
        raise Died from error
    finally:
        process.kill()
        process.join()
        ours.close()
        job.close()
    if answer.raised is not None:
        raise answer.raised
    return cast("Result", answer.result)


def _once(pipe: Connection, bounds: WorkerBounds, step: Callable[..., object], given: tuple[object, ...]) -> None:
    settle(bounds)
    with Path(os.devnull).open("w") as nowhere:
        faulthandler.dump_traceback_later(bounds.seconds + 60, exit=True, file=nowhere)
        try:
            answer = _Returned(step(*given))
        except MemoryError:
            os._exit(1)
        except Exception as error:  # noqa: BLE001  the caller's to raise
            answer = _Returned(None, error)
        pipe.send(answer)
        pipe.close()
        # A damaged heap may end the process on its way out; the answer has gone.
        os._exit(0)
