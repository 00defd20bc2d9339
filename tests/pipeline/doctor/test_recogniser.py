"""What is said of the models; that the page in the package is read."""

import pytest

from pipeline.doctor import recogniser
from pipeline.doctor.check import Fitness
from pipeline.doctor.recogniser import PageTrial
from pipeline.workers import Lost
from schemas.data_files import data_folder


@pytest.mark.parametrize(
    ("trial", "states"),
    [
        pytest.param(PageTrial(9.0, 2.0, 1.0), [Fitness.OK, Fitness.OK], id="all-is-read"),
        pytest.param(PageTrial(9.0, 2.0, 0.95), [Fitness.OK, Fitness.OK], id="just-enough-is-read"),
        pytest.param(PageTrial(9.0, 2.0, 0.94), [Fitness.OK, Fitness.FAILED], id="too-little-is-read"),
        pytest.param(PageTrial(70.0, 60.0, 1.0), [Fitness.OK, Fitness.OK], id="a-minute"),
        pytest.param(PageTrial(70.0, 60.1, 1.0), [Fitness.OK, Fitness.LIMITED], id="more-than-a-minute"),
        pytest.param(Lost("处理进程意外退出"), [Fitness.FAILED], id="the-process-died"),
    ],
)
def test_what_is_said(trial: PageTrial | Lost, states: list[Fitness]):
    assert [check.state for check in recogniser.judged(trial)] == states


def test_the_seconds_of_the_page_are_told():
    assert "2.5 秒" in recogniser.judged(PageTrial(9.0, 2.5, 1.0))[1].found


def test_the_page_in_the_package_is_read_whole():
    trial = recogniser.recognised(data_folder() / "doctor")
    assert trial.found >= 0.95
    assert trial.page > 0
