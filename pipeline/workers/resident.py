"""How does a process that serves others do their work without being in danger from it?

A worker of ours, in its own process with its own bounds, does one unit after the other, and stays for the next one:
starting it takes longer than a dossier. One for each thread that asks.
"""

from __future__ import annotations

import atexit
import multiprocessing
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from pipeline.workers.containment import contained
from pipeline.workers.crew import Crew
from pipeline.workers.listener import WorkListener
from pipeline.workers.plan import LOCAL, Lost, WorkPlan

Unit = TypeVar("Unit")
Result = TypeVar("Result")

_crews: dict[int, tuple[str, Crew[Any, Any]]] = {}
"""Thread → the run whose work it does, and who does it."""


def outcome(unit: Unit, work: Callable[[Unit], Result], plan: WorkPlan, run: str) -> Result | Lost:
    """What comes of this unit. ``run`` names the run whose work it is: a worker does that of one run."""
    if multiprocessing.current_process().daemon:
        # Such a process may have no children (a worker under Dask's nanny): whoever started it starts it anew.
        return contained(work, unit)
    crew: Crew[Unit, Result] = _crew_of(run, work, plan)
    result: Result | Lost = next(found for _, found in crew.outcomes([unit]))
    return result


def end() -> None:
    """End all of them."""
    for _, crew in _crews.values():
        crew.end()
    _crews.clear()


def _crew_of(run: str, work: Callable[[Any], Any], plan: WorkPlan) -> Crew[Any, Any]:
    here = threading.get_ident()
    if here in _crews and _crews[here][0] == run:
        return _crews[here][1]
    if here in _crews:
        _crews.pop(here)[1].end()
    crew: Crew[Any, Any] = Crew(work, replace(plan, jobs=1, executor=LOCAL, contained=True), WorkListener())
    crew.begin()
    _crews[here] = (run, crew)
    return crew


atexit.register(end)
