"""Working days: holidays, shifted weekends, and years that nobody has typed in."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.standing.reckon.calendar_file import load_calendar
from schemas.days.working_days import WorkCalendar, YearNotLoaded

CALENDAR = load_calendar()
LOADED = st.dates(date(2023, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("first", "count", "last"),
    [
        pytest.param("2026-03-02", 5, "2026-03-09", id="plain-week"),
        pytest.param("2026-02-09", 5, "2026-02-14", id="a-saturday-that-is-worked"),
        pytest.param("2026-02-12", 5, "2026-02-26", id="over-the-spring-festival"),
        pytest.param("2025-09-26", 15, "2025-10-23", id="over-the-national-day"),
        pytest.param("2024-02-08", 2, "2024-02-18", id="a-sunday-that-is-worked"),
        pytest.param("2026-03-07", 1, "2026-03-09", id="begun-on-a-saturday"),
        pytest.param("2026-03-02", 0, "2026-03-02", id="none"),
    ],
)
def test_the_first_day_is_not_counted(first, count, last):
    assert CALENDAR.nth_after(date.fromisoformat(first), count) == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("day", "following"),
    [
        ("2026-10-25", "2026-10-26"),  # 四季度以外：三季度的次月25日是星期日
        ("2026-01-31", "2026-02-02"),
        ("2026-02-28", "2026-02-28"),  # 星期六，调休上班
        ("2026-10-01", "2026-10-08"),
        ("2026-03-31", "2026-03-31"),
    ],
)
def test_a_day_off_is_followed_by_the_next_working_day(day, following):
    assert CALENDAR.next_working(date.fromisoformat(day)) == date.fromisoformat(following)


@given(LOADED, st.integers(1, 8))
def test_as_many_working_days_lie_between_as_were_counted(first, count):
    try:
        last = CALENDAR.nth_after(first, count)
    except YearNotLoaded as error:
        assert error.year == 2027  # noqa: PT017  the only year it can run into
        return
    between = [first + timedelta(days=at) for at in range(1, (last - first).days + 1)]
    assert sum(CALENDAR.is_working(day) for day in between) == count
    assert CALENDAR.is_working(last)


def test_a_year_that_is_not_there_is_never_guessed():
    with pytest.raises(YearNotLoaded, match="2027 年放假安排未载入"):
        CALENDAR.nth_after(date(2026, 12, 30), 2)
    assert CALENDAR.nth_after(date(2026, 12, 30), 1) == date(2026, 12, 31)


def test_an_empty_calendar_knows_no_day():
    with pytest.raises(YearNotLoaded):
        WorkCalendar({}).is_working(date(2026, 3, 2))


def test_the_notices_give_each_year_as_many_days_as_the_law():
    """13 days of the law since 2025, 11 before: weekdays off less weekend days worked."""
    for year, days in ((2023, 11), (2024, 11), (2025, 13), (2026, 13)):
        weekdays = [
            day
            for at in range(366)
            if (day := date(year, 1, 1) + timedelta(days=at)).year == year and day.weekday() < 5
        ]
        worked = sum(CALENDAR.is_working(date(year, 1, 1) + timedelta(days=at)) for at in range(365 + (year == 2024)))
        law_on_weekend = days - (len(weekdays) - worked)
        assert 0 <= law_on_weekend <= 3, (year, law_on_weekend)


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("2026-02-12", "2026-02-26", 5),
        ("2026-02-12", "2026-02-12", 0),
        ("2026-02-13", "2026-02-15", 1),  # the Saturday is worked, the Sunday is not
        ("2026-02-26", "2026-02-12", -5),
    ],
)
def test_working_days_between_two_days_and_past_them(first, last, days):
    assert CALENDAR.count_after(date.fromisoformat(first), date.fromisoformat(last)) == days


@given(LOADED.filter(lambda day: day < date(2026, 10, 1)), st.integers(0, 40))
def test_the_nth_day_has_n_working_days_before_it(first, count):
    assert CALENDAR.count_after(first, CALENDAR.nth_after(first, count)) == count
