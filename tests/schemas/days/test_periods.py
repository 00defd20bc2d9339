"""Corresponding days over leap years and month ends; periods named in figures and in words."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.days.periods import ReportPeriod, last_of_month, months_on, period, period_of, periods, years_on

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("day", "years", "ends"),
    [
        pytest.param("2023-06-30", 3, "2026-06-30", id="the-same-day"),
        pytest.param("2024-02-29", 3, "2027-02-28", id="no-such-day-in-a-common-year"),
        pytest.param("2024-02-29", 4, "2028-02-29", id="leap-day-to-leap-day"),
        pytest.param("2023-02-28", 1, "2024-02-28", id="the-28th-stays-the-28th"),
        pytest.param("2023-12-31", 3, "2026-12-31", id="last-day-of-the-year"),
    ],
)
def test_years_end_on_the_corresponding_day(day, years, ends):
    assert years_on(date.fromisoformat(day), years) == date.fromisoformat(ends)


@pytest.mark.parametrize(
    ("day", "months", "ends"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2026-03-31", 1, "2026-04-30"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-01-15", -1, "2025-12-15"),
    ],
)
def test_months_end_on_the_corresponding_day_or_the_last(day, months, ends):
    assert months_on(date.fromisoformat(day), months) == date.fromisoformat(ends)


@given(DAYS, st.integers(0, 240))
def test_months_on_keeps_the_day_or_ends_the_month(day, months):
    ends = months_on(day, months)
    assert (ends.year * 12 + ends.month) - (day.year * 12 + day.month) == months
    assert ends.day == day.day or (ends.day < day.day and ends == last_of_month(ends.year, ends.month))


@given(DAYS, st.integers(1, 30))
def test_later_days_never_end_earlier(day, years):
    assert years_on(day, years) <= years_on(day + timedelta(days=1), years)


@given(DAYS, st.sampled_from(["quarter", "half", "year"]))
def test_a_day_lies_in_its_period_and_periods_follow_without_gap(day, span):
    one = period_of(day, span)
    assert one.first <= day <= one.last
    assert one.next().first == one.last + timedelta(days=1)
    assert period(one.id) == one
    assert period(one.title) == one


@given(DAYS, DAYS)
def test_periods_are_those_that_end_between_the_days(since, until):
    found = list(periods(since, until, "quarter"))
    assert all(since <= one.last <= until for one in found)
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2026Q1", ReportPeriod(2026, 1, "quarter")),
        ("2026-q4", ReportPeriod(2026, 4, "quarter")),
        ("2026H2", ReportPeriod(2026, 2, "half")),
        ("2026", ReportPeriod(2026, 1, "year")),
        ("2026年度", ReportPeriod(2026, 1, "year")),
        ("2026 年", ReportPeriod(2026, 1, "year")),
        ("2026年第一季度", ReportPeriod(2026, 1, "quarter")),
        ("2026年2季度", ReportPeriod(2026, 2, "quarter")),
        ("2026年上半年", ReportPeriod(2026, 1, "half")),
        ("2026年下半年", ReportPeriod(2026, 2, "half")),
    ],
)
def test_a_period_is_read_as_people_name_it(said, meant):
    assert period(said) == meant


@pytest.mark.parametrize("said", ["", "一季度", "2026Q5", "2026H3", "26Q1", "2026-03", "去年"])
def test_what_names_no_period_is_none(said):
    assert period(said) is None
