"""How is the same work done for many dossiers at once, so that one that kills its process costs itself alone?"""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import signal
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from schemas.errors import RulebookError, UsageError

Unit = TypeVar("Unit")
Result = TypeVar("Result")
LOCAL = "local"
_DASK = "dask://"
_OURS = frozenset({"pipeline", "extractors", "validators", "schemas"})
_CRASHED = "处理该卷宗的进程意外退出（可能内存不足，或某个文件异常），请人工核看，或减少 --jobs 后重试"


@dataclass(frozen=True, slots=True)
class WorkPlan:
    """With how many processes, where, and for how many seconds at most one dossier is worked on.

    One job runs in this process, where neither a crash nor the time limit can be contained.
    """

    jobs: int = 1
    executor: str = LOCAL
    seconds: int = 1800


@dataclass(frozen=True, slots=True)
class Lost:
    """A unit whose work did not come to an end, and why, in Chinese."""

    reason: str


def outcomes(
    units: Sequence[Unit], work: Callable[[Unit], Result], plan: WorkPlan
) -> Iterator[tuple[Unit, Result | Lost]]:
    """Each unit with the result of its work, as they come. ``work`` must be picklable."""
    if plan.executor != LOCAL:
        yield from _Elsewhere(partial(contained, work), _dask(plan.executor)).run(units)
    elif plan.jobs == 1:
        for unit in units:
            yield unit, contained(work, unit)
    else:
        yield from _in_processes(deque(units), partial(_timed, work, plan.seconds), plan)


def contained(work: Callable[[Unit], Result], unit: Unit) -> Result | Lost:
    """The work's result; whatever it raises is this unit's loss, wrong usage and rulebooks aside."""
    try:
        return work(unit)
    except (UsageError, RulebookError):
        raise
    except Exception as error:  # noqa: BLE001  one dossier must not end the batch
        return Lost(explained(error))


def _in_processes(
    waiting: deque[Unit], work: Callable[[Unit], Result | Lost], plan: WorkPlan
) -> Iterator[tuple[Unit, Result | Lost]]:
    """Pools until nothing waits; whoever was at work when a pool broke is tried again, alone."""
    while waiting:
        suspects: list[Unit] = []
        with _pool(min(plan.jobs, len(waiting))) as pool:
            yield from _until_broken(pool, waiting, work, plan.jobs, suspects)
        for unit in suspects:
            yield unit, _alone(unit, work, plan.seconds)


def _until_broken(
    pool: Executor,
    waiting: deque[Unit],
    work: Callable[[Unit], Result | Lost],
    jobs: int,
    suspects: list[Unit],
) -> Iterator[tuple[Unit, Result | Lost]]:
    # Never more at work than there are processes: whoever only queued when a process died is no suspect.
    running: dict[Future[Result | Lost], Unit] = {}
    while (waiting or running) and not suspects:
        while waiting and len(running) < jobs:
            unit = waiting.popleft()
            try:
                running[pool.submit(work, unit)] = unit
            except BrokenProcessPool:
                suspects.append(unit)
                break
        finished = wait(running, return_when=FIRST_COMPLETED).done if not suspects else set()
        if any(isinstance(future.exception(), BrokenProcessPool) for future in finished) or suspects:
            finished = wait(running).done
        for future in sorted(finished, key=list(running).index):
            unit = running.pop(future)
            if isinstance(future.exception(), BrokenProcessPool):
                suspects.append(unit)
            else:
                yield unit, _settled(future)


def _alone(unit: Unit, work: Callable[[Unit], Result | Lost], seconds: int) -> Result | Lost:
    began = time.monotonic()
    with _pool(1) as pool:
        try:
            future = pool.submit(work, unit)
            wait([future])
        except BrokenProcessPool:
            return Lost(_CRASHED)
        if not isinstance(future.exception(), BrokenProcessPool):
            return _settled(future)
    # The time limit ends the process just as a crash does; only the clock tells them apart.
    if time.monotonic() - began >= seconds:
        return Lost(f"处理时间超过 {seconds} 秒，已停止，请人工核看，或加大 --timeout 后重试")
    return Lost(_CRASHED)


def _settled(future: Future[Result | Lost]) -> Result | Lost:
    error = future.exception()
    if isinstance(error, (UsageError, RulebookError)):
        raise error
    return future.result() if error is None else Lost(explained(error))


@contextmanager
def _pool(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Worker processes; interrupted, they end at once instead of finishing what they are at."""
    # spawn on every system: what works here works on Windows, and no thread's lock is copied.
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=spawn, initializer=_quiet) as pool:
        try:
            yield pool
        except (KeyboardInterrupt, GeneratorExit):
            for child in multiprocessing.active_children():
                child.terminate()
            raise


def _quiet() -> None:
    """Ctrl-C is for the parent, which ends its children."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _timed(work: Callable[[Unit], Result], seconds: int, unit: Unit) -> Result | Lost:
    """The work, with its process ended once the time is up, even inside a parser that answers nobody."""
    with Path(os.devnull).open("w") as nowhere:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            return contained(work, unit)
        finally:
            faulthandler.cancel_dump_traceback_later()


def explained(error: BaseException) -> str:
    """What broke and where in the program, without the error's text, which may quote the dossier."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if _OURS.intersection(Path(frame.filename).parts)]
    place = f"，{Path(ours[-1].filename).name} 第 {ours[-1].lineno} 行" if ours else ""
    return f"程序处理该卷宗时出错（{type(error).__name__}{place}），请人工核看，并将此信息反馈给维护人员"


@dataclass(frozen=True, slots=True)
class _Elsewhere(Generic[Unit, Result]):
    """Work given to an executor that looks after its own workers."""

    work: Callable[[Unit], Result | Lost]
    executor: Executor

    def run(self, units: Sequence[Unit]) -> Iterator[tuple[Unit, Result | Lost]]:
        with self.executor as executor:
            running = {executor.submit(self.work, unit): unit for unit in units}
            while running:
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    yield running.pop(future), _settled(future)


def checked(executor: str) -> str:
    """The executor's name, if there is one of that name; UsageError otherwise."""
    if executor != LOCAL and not (executor.startswith(_DASK) and len(executor) > len(_DASK)):
        raise UsageError(f"--executor {executor} 无法识别。可用：local，或 dask://地址:端口。")
    return executor


def _dask(executor: str) -> Executor:
    try:
        from distributed import Client  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415
    except ImportError as error:
        raise UsageError("--executor dask:// 需要另行安装：pip install 'dossier-intake[dask]'。") from error
    address = executor.removeprefix(_DASK)
    try:
        client = Client(f"tcp://{address}", timeout=10)
    except (OSError, ValueError) as error:
        raise UsageError(f"连接不上 Dask 调度器 {address}。请检查地址和网络。") from error
    pool: Executor = client.get_executor()
    return pool
