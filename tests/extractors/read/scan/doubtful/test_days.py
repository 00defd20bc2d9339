"""In a column of days a lost stroke is set, what is no day is told, and other columns are left alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.read.scan.doubtful.days import misread_days
from schemas.document import Cell

DAYS = ("2025-03-01", "2025-03-07", "2025-11-20", "2025-10-09", "2025-12-31")


def misread(*texts: str) -> dict[int, str]:
    return misread_days([Cell(row, 0, text) for row, text in enumerate(texts)])


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        pytest.param("2025-03 07", "2025-03-07", id="one-stroke-lost"),
        pytest.param("2025 03 07", "2025-03-07", id="both"),
        pytest.param("20250307", "2025-03-07", id="nothing-between"),
        pytest.param("2025-0307", "2025-03-07", id="nothing-between-two-of-two"),
        pytest.param("2025-3_7", "2025-3-7", id="another-sign-for-it"),
        pytest.param("2025-03-07.", "2025-03-07", id="a-speck-behind"),
        pytest.param("2025117", "2025117", id="parted-nobody-knows-where"),
        pytest.param("2025-13-07", "2025-13-07", id="no-month"),
        pytest.param("2025-02 30", "2025-02 30", id="no-day"),
    ],
)
def test_a_misread_day_among_others(text, meant):
    assert misread(*DAYS, text) == {5: meant}


def test_the_usual_signs_are_those_of_the_column():
    days = ("2025年3月1日", "2025年3月7日", "2025年11月20日")
    assert misread(*days, "2025年3月9") == {3: "2025年3月9日"}


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(DAYS, id="all-whole"),
        pytest.param((*DAYS[:2], "见附件", "无", "/", "2025-03 07"), id="hardly-days"),
        pytest.param(("20250101", "20250102", "20250103"), id="numbers-without-any-sign"),
    ],
)
def test_what_tells_nothing(texts):
    assert misread(*texts) == {}


@given(st.lists(st.dates(date(1990, 1, 1), date(2030, 1, 1)), min_size=3), st.sampled_from(("-", ".", "/")))
def test_whole_days_are_never_changed(days, sign):
    texts = [day.strftime(f"%Y{sign}%m{sign}%d") for day in [*days, days[0] + timedelta(1)]]
    assert misread(*texts) == {}
