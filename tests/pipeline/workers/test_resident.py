"""Work for others is done in a process that stays, and whose death is one unit's."""

from __future__ import annotations

import os

import pytest

from pipeline.workers import Lost, WorkPlan, resident


def _process(unit: str) -> int:
    if unit == "崩溃":
        os.abort()
    return os.getpid()


def _another(unit: str) -> str:
    return unit


@pytest.fixture(autouse=True)
def _ended():
    yield
    resident.end()


def test_the_next_unit_of_a_run_has_the_same_process():
    first, second = (resident.outcome(unit, _process, WorkPlan(), "一") for unit in "甲乙")
    assert first == second != os.getpid()


def test_another_run_has_its_own_work():
    resident.outcome("甲", _process, WorkPlan(), "一")
    assert resident.outcome("甲", _another, WorkPlan(), "二") == "甲"


def test_what_kills_its_process_is_lost_and_the_next_one_is_not():
    assert isinstance(resident.outcome("崩溃", _process, WorkPlan(), "一"), Lost)
    assert isinstance(resident.outcome("甲", _process, WorkPlan(), "一"), int)
