"""Where is the work done: in processes here, in this one, or on other machines?"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from functools import partial
from typing import TypeVar

from pipeline.workers.containment import contained, explained
from pipeline.workers.crew import Crew
from pipeline.workers.plan import LOCAL, Lost, WorkPlan
from schemas.errors import RulebookError, UsageError

Unit = TypeVar("Unit")
Result = TypeVar("Result")
_DASK = "dask://"


def _quietly(unit: object, why: str) -> None:
    """Nobody asked to be told."""


def outcomes(
    units: Sequence[Unit], work: Callable[[Unit], Result], plan: WorkPlan, again: Callable[[Unit, str], None] = _quietly
) -> Generator[tuple[Unit, Result | Lost], None, None]:
    """Each unit with the result of its work, as they come. ``work`` must be picklable.

    ``again`` is told of each unit that is begun anew because its process died, and why in Chinese.
    """
    if plan.executor != LOCAL:
        yield from _elsewhere(units, partial(contained, work), _dask(plan.executor))
    elif plan.jobs == 1 and not plan.contained:
        for unit in units:
            yield unit, contained(work, unit)
    else:
        yield from Crew(work, plan, again).run(units)


def _elsewhere(
    units: Sequence[Unit], work: Callable[[Unit], Result | Lost], executor: Executor
) -> Iterator[tuple[Unit, Result | Lost]]:
    """Work given to an executor that looks after its own workers."""
    with executor:
        running = {executor.submit(work, unit): unit for unit in units}
        while running:
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                yield running.pop(future), _settled(future)


def _settled(future: Future[Result | Lost]) -> Result | Lost:
    error = future.exception()
    if isinstance(error, (UsageError, RulebookError)):
        raise error
    return future.result() if error is None else Lost(explained(error))


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
