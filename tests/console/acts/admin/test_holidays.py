"""A year is written as the notice says it; what is no year is refused in the words of who reads the file."""

from datetime import date

import pytest

from pipeline.standing.reckon.calendar_file import load_calendar
from schemas.days.working_days import YearNotLoaded
from schemas.errors import UsageError
from tests.builders.console import with_rows

GIVEN = {"notice": "国办发明电〔2026〕9号", "off": "01-01、10-01/10-07", "on": "01-03"}


@pytest.fixture
def root(tmp_path):
    with with_rows(tmp_path, 1) as (one, _, _):
        yield one.folder


def write(root, year=2027, **other):
    from console.acts.admin import holidays
    from console.acts.admin.holidays import HolidayYear
    from console.events import Actor

    given = GIVEN | other
    holidays.written(Actor("王五"), root, HolidayYear(year, given["notice"], given["off"], given["on"], own=True))


def test_a_year_that_is_written_is_reckoned_with(root):
    with pytest.raises(YearNotLoaded):
        load_calendar(root).is_working(date(2027, 1, 1))
    write(root)
    known = load_calendar(root)
    assert not known.is_working(date(2027, 10, 7))
    assert known.is_working(date(2027, 10, 8))
    assert known.is_working(date(2027, 1, 3)), "a Sunday that is worked"


def test_it_is_listed_as_it_was_written_and_the_programs_own_comes_back(root):
    from console.acts.admin import holidays
    from console.events import Actor

    write(root, 2026)
    mine = next(one for one in holidays.years(root) if one.year == 2026)
    assert (mine.notice, mine.off, mine.on, mine.own) == (*GIVEN.values(), True)
    holidays.taken_back(Actor("王五"), root, 2026)
    assert not next(one for one in holidays.years(root) if one.year == 2026).own


@pytest.mark.parametrize("wrong", [{"off": "13-01"}, {"off": "10-07/10-01"}, {"on": "01-04"}, {"notice": " "}])
def test_what_is_no_year_changes_nothing(root, wrong):
    write(root)
    before = (root / "calendar.yaml").read_bytes()
    with pytest.raises(UsageError, match="没有写入"):
        write(root, **wrong)
    assert (root / "calendar.yaml").read_bytes() == before
    assert sorted(path.name for path in root.iterdir() if path.name.startswith(".")) == []
