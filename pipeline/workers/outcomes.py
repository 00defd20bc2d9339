"""Where is the work done: in processes here, in this one, or on other machines?"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from typing import TypeVar

from pipeline.workers.carried import Carried
from pipeline.workers.containment import contained
from pipeline.workers.crew import Crew
from pipeline.workers.elsewhere import DASK, elsewhere
from pipeline.workers.listener import WorkListener
from pipeline.workers.plan import LOCAL, Lost, WorkPlan
from schemas.errors import UsageError

Unit = TypeVar("Unit")
Result = TypeVar("Result")


def outcomes(
    units: Sequence[Unit],
    work: Callable[[Unit], Result],
    plan: WorkPlan,
    told: WorkListener[Unit] | None = None,
    carried: Carried[Result] | None = None,
) -> Generator[tuple[Unit, Result | Lost], None, None]:
    """Each unit with the result of its work, as they come. ``work`` must be picklable.

    ``told``: who is told how far it is, where the work is done in processes of this machine. ``carried``: how results
    come from other machines, where the plan has such.
    """
    if plan.executor != LOCAL:
        if carried is None:
            raise TypeError("results of other machines come as bytes")
        yield from elsewhere(units, work, plan, carried)
    elif plan.jobs == 1 and not plan.contained:
        for unit in units:
            yield unit, contained(work, unit)
    else:
        yield from Crew(work, plan, told or WorkListener()).run(units)


def checked(executor: str) -> str:
    """The executor's name, if there is one of that name; UsageError otherwise."""
    if executor != LOCAL and not (executor.startswith(DASK) and len(executor) > len(DASK)):
        raise UsageError(f"--executor {executor} 无法识别。可用：local，或 dask://地址:端口。")
    return executor
