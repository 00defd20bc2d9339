"""Which Python will do, and how many processes find room."""

import pytest

from pipeline.doctor import machine
from pipeline.doctor.check import Fitness
from pipeline.workers.plan import MEMORY


@pytest.mark.parametrize(
    ("version", "bits", "state"),
    [
        pytest.param((3, 10), 64, Fitness.FAILED, id="too-old"),
        pytest.param((3, 11), 64, Fitness.OK, id="the-oldest"),
        pytest.param((3, 13), 64, Fitness.OK, id="the-newest-tested"),
        pytest.param((3, 14), 64, Fitness.LIMITED, id="newer-than-tested"),
        pytest.param((3, 12), 32, Fitness.FAILED, id="thirty-two-bits"),
    ],
)
def test_python(version: tuple[int, int], bits: int, state: Fitness):
    check = machine.python(version, bits)
    assert check.state is state
    assert bool(check.advice) == (state is not Fitness.OK)


@pytest.mark.parametrize(
    ("cores", "memory", "state", "said"),
    [
        pytest.param(2, 2 * MEMORY, Fitness.OK, "", id="room-for-every-core"),
        pytest.param(2, 2 * MEMORY - 1, Fitness.LIMITED, "--jobs 1", id="room-for-one"),
        pytest.param(16, 8 << 30, Fitness.LIMITED, "--jobs 4", id="many-cores-little-memory"),
        pytest.param(1, MEMORY - 1, Fitness.LIMITED, "内存不足", id="room-for-none"),
    ],
)
def test_processors(cores: int, memory: int, state: Fitness, said: str):
    check = machine.processors(cores, memory)
    assert check.state is state
    assert said in check.advice


def test_this_machine_is_asked_where_nothing_is_given():
    assert "核，内存" in machine.processors().found
