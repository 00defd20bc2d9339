"""The bounds fit each other."""

from __future__ import annotations

from pipeline.workers import WorkPlan
from pipeline.workers.apart import SECONDS
from pipeline.workers.limits import GROWN
from pipeline.workers.plan import MEMORY_APART


def test_who_waits_for_a_process_can_still_say_what_became_of_it() -> None:
    assert SECONDS < WorkPlan().still < WorkPlan().seconds


def test_a_worker_stays_below_two_gigabytes() -> None:
    """With the libraries that are only mapped, which the limit does not count."""
    assert WorkPlan().memory + (100 << 20) < 2_000_000_000


def test_a_worker_and_the_process_it_waits_for_stay_below_two_gigabytes() -> None:
    """A worker that holds more than this after a dossier is replaced before the next."""
    assert WorkPlan().memory * GROWN + MEMORY_APART + (100 << 20) < 2_000_000_000
