"""How often over the same file is bad luck, and from when on it is the file."""

from __future__ import annotations

import signal
import sys

import pytest

from pipeline.workers.deaths import Cause, Death, cause_of, next_attempt
from pipeline.workers.journal import TOGETHER, Place, Step
from pipeline.workers.plan import Lost

FILE, OTHER = Place(Step.READ, "甲.pdf"), Place(Step.READ, "乙.pdf")


@pytest.mark.parametrize(
    ("cause", "times", "left_alone"),
    [
        (Cause.CRASH, 1, False),
        (Cause.CRASH, 2, True),
        (Cause.STILL, 1, True),
        (Cause.KILLED, 4, False),
        (Cause.KILLED, 5, True),
    ],
)
def test_a_file(cause: Cause, times: int, left_alone: bool) -> None:
    aside = next_attempt([Death(cause, FILE)] * times, 1800)
    assert not isinstance(aside, Lost)
    assert (FILE in aside) is left_alone
    assert all(why.endswith("。") for why in aside.values())


def test_deaths_over_different_files_do_not_add_up() -> None:
    assert next_attempt([Death(Cause.CRASH, FILE), Death(Cause.CRASH, OTHER)], 1800) == {}


def test_what_is_done_with_a_file_counts_apart() -> None:
    """A PDF that cannot be drawn can still be read."""
    aside = next_attempt([Death(Cause.CRASH, Place(Step.PICTURED, "甲.pdf"))] * 2, 1800)
    assert not isinstance(aside, Lost)
    assert set(aside) == {Place(Step.PICTURED, "甲.pdf")}


@pytest.mark.parametrize(
    ("deaths", "lost"),
    [
        pytest.param([Death(Cause.CRASH, TOGETHER)], False, id="once-over-all"),
        pytest.param([Death(Cause.CRASH, TOGETHER)] * 2, True, id="twice-over-all"),
        pytest.param([Death(Cause.KILLED, TOGETHER)] * 9, False, id="killed-nine-times"),
        pytest.param([Death(Cause.KILLED, TOGETHER)] * 10, True, id="killed-ten-times"),
        pytest.param([Death(Cause.TIME, FILE)], True, id="out-of-time"),
        pytest.param([Death(Cause.CRASH, Place(Step.READ, str(n))) for n in range(59)], False, id="59-files"),
        pytest.param([Death(Cause.CRASH, Place(Step.READ, str(n))) for n in range(60)], True, id="60-files"),
    ],
)
def test_a_dossier(deaths: list[Death], lost: bool) -> None:
    assert isinstance(next_attempt(deaths, 1800), Lost) is lost


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals to be killed by")
@pytest.mark.parametrize(
    ("code", "cause"),
    [
        (-signal.SIGSEGV, Cause.CRASH),
        (-signal.SIGABRT, Cause.CRASH),
        (11, Cause.CRASH),
        (None, Cause.CRASH),
        (-signal.SIGKILL, Cause.KILLED),
        (-signal.SIGTERM, Cause.KILLED),
    ],
)
def test_how_a_process_ended(code: int | None, cause: Cause) -> None:
    assert cause_of(code) is cause
