"""In which year an award was given."""

from __future__ import annotations

import pytest

from extractors.papers.given_on import given_on
from schemas.locator import Locator
from schemas.measures import Measure
from schemas.regulation.catalogue import while_speaking
from schemas.regulation.own_words import OwnWords
from schemas.regulation.recipes import CountedPapers

ASKED = OwnWords(measures=(Measure("n", "数", "项", papers=CountedPapers(("award",), within=3)),))


def told(*lines: str, kind: str = "award") -> str:
    """What is read of a paper of these lines; empty where nothing is."""
    with while_speaking(ASKED):
        facts = given_on(kind, [(line, Locator("a.docx")) for line in lines])
    return facts["given_on"].value if facts else ""


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        pytest.param(["科学技术进步奖证书", "2024年5月6日"], "2024-05-06", id="the-day-below"),
        pytest.param(["2022年度科学技术奖", "发证日期：2023年1月9日"], "2023-01-09", id="a-day-goes-before-a-year"),
        pytest.param(["2022年度科学技术奖"], "2022", id="the-year-alone"),
        pytest.param(["有效期至2027年5月6日", "2024年5月6日"], "2024-05-06", id="a-term-is-none"),
        pytest.param(["科学技术奖"], "", id="nothing"),
    ],
)
def test_the_latest_day(lines, day):
    assert told(*lines) == day


def test_of_papers_of_which_nobody_asks_it_nothing_is_read():
    assert told("2024年5月6日", kind="lease") == ""
