"""三年内无严重失信记录: at most a question, never an accusation."""

import pytest

from schemas.papers import Sighting
from schemas.regulation.bounds import Absence
from schemas.rulebook import Condition
from schemas.status import FileStatus
from tests.builders.contents import NAMED_ONLY, case, contents, file, paper, place
from validators.conditions import condition

ASKED = Condition("clean", "二（七）", "近三年内无严重失信", none_of=Absence(("credit_report",), ("严重失信",), 3))
REPORT = paper("credit_report")


def seen(**more):
    return Sighting("credit_report", "严重失信", place(), **more)


@pytest.mark.parametrize(
    ("papers", "sightings", "status", "reason"),
    [
        pytest.param([REPORT], [], "pass", None, id="read-and-nothing-there"),
        pytest.param([REPORT], [seen()], "review", "weak_match", id="the-word-is-there"),
        pytest.param([REPORT], [seen(denied=True)], "pass", None, id="denied"),
        pytest.param([REPORT], [seen(year=2023)], "review", "weak_match", id="just-within-the-years"),
        pytest.param([REPORT], [seen(year=2022)], "pass", None, id="longer-ago"),
        pytest.param([], [], "review", "not_found", id="no-paper"),
        pytest.param([paper("credit_report", doubts=NAMED_ONLY)], [], "review", "unreadable", id="not-readable"),
        pytest.param([REPORT, paper("credit_report", doubts=NAMED_ONLY)], [], "review", "unreadable", id="one-of-two"),
    ],
)
def test_what_the_papers_show(papers, sightings, status, reason):
    found = condition(case(contents(papers=papers, sightings=tuple(sightings))), ASKED)
    assert (found.status, found.reason) == (status, reason)


def test_a_paper_may_lie_in_a_file_that_was_not_read():
    read = contents(files=(file("甲.pdf", FileStatus.UNREADABLE),))
    assert condition(case(read), ASKED).reason == "unreadable"
