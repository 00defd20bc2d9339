"""Which year is 上年度?"""

from __future__ import annotations

from datetime import date

import pytest

from schemas.days.reckoning import ReckoningDay


@pytest.mark.parametrize(("day", "year"), [(date(2025, 12, 31), 2024), (date(2026, 1, 1), 2025)])
def test_last_year_turns_on_new_years_day(day: date, year: int) -> None:
    assert ReckoningDay(day).last_year == year
