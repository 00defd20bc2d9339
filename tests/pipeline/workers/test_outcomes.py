"""Where the work is done."""

from __future__ import annotations

import os

import pytest

from pipeline.workers import Lost, WorkPlan, checked, outcomes
from schemas.errors import UsageError


def _process(unit: str) -> tuple[str, int]:
    if unit == "错误":
        raise ValueError("13800000000")
    return unit, os.getpid()


@pytest.mark.parametrize(
    ("plan", "here"), [(WorkPlan(), True), (WorkPlan(contained=True), False), (WorkPlan(2), False)]
)
def test_in_which_process(plan: WorkPlan, here: bool) -> None:
    found = dict(outcomes(["甲", "错误", "乙"], _process, plan))
    for unit in ("甲", "乙"):
        told = found[unit]
        assert not isinstance(told, Lost)
        assert (told[1] == os.getpid()) is here
    assert isinstance(found["错误"], Lost)


@pytest.mark.parametrize("executor", ["", "dask://", "ray://x"])
def test_executors_there_are_not(executor: str) -> None:
    with pytest.raises(UsageError, match="executor"):
        checked(executor)
