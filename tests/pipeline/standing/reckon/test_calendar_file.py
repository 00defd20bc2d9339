"""The calendar as a bureau types it."""

from datetime import date

import pytest

from pipeline.standing.reckon.calendar_file import OWN, load_calendar
from schemas.errors import RulebookError


def with_own(folder, text):
    (folder / OWN).write_text(text, encoding="utf-8")
    return load_calendar(folder)


def test_every_year_names_its_notice():
    assert all("国办发明电〔" in year.notice for year in load_calendar().years.values())
    assert sorted(load_calendar().years) == [2023, 2024, 2025, 2026]


def test_a_bureau_adds_a_year_beside_its_ledger(tmp_path):
    calendar = with_own(tmp_path, "2027:\n  notice: 试〔2026〕1号\n  off: [01-01/01-03]\n  on: []\n")
    assert calendar.is_working(date(2027, 1, 4))
    assert not calendar.is_working(date(2027, 1, 1))
    assert calendar.is_working(date(2026, 1, 4))


def test_the_office_s_calendar_lies_beside_the_ledger_whose_own_goes_before_it(tmp_path):
    from pipeline.standing.overview import overview
    from tests.builders.ledger import small

    ledger = small(tmp_path / "台账")
    (tmp_path / OWN).write_text("2027:\n  notice: 试\n  off: [01-04]\n  on: []\n", encoding="utf-8")
    assert not overview(ledger, date(2026, 6, 15)).calendar.is_working(date(2027, 1, 4))
    with_own(ledger, "2027:\n  notice: 试\n  off: [01-05]\n  on: []\n")
    assert overview(ledger, date(2026, 6, 15)).calendar.is_working(date(2027, 1, 4))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("27:\n  notice: 试\n  off: []\n  on: []\n", "四位年份"),
        ("2027:\n  notice: 试\n  off: [02-30]\n  on: []\n", "应写作"),
        ("2027:\n  notice: 试\n  off: [10-07/10-01]\n  on: []\n", "应写作"),
        ("2027:\n  notice: 试\n  off: []\n  on: [01-04]\n", "不是调休上班的周末"),
    ],
)
def test_a_slip_of_typing_is_named(tmp_path, text, said):
    with pytest.raises(RulebookError, match=said):
        with_own(tmp_path, text)
