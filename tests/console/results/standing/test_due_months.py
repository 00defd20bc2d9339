"""Months as columns: what is overdue, what comes when, what has no day; hand-worked."""

from datetime import date

import pytest

from console.results.standing.due_months import LATE, MONTHS, OPEN, table
from pipeline.standing.overview import overview
from tests.builders.ledger import known, put, small


@pytest.fixture
def seen(tmp_path):
    return overview(small(tmp_path / "台账"), date(2026, 6, 15))


def counted(found, what):
    (row,) = [row for row in found.rows if what in row.what]
    return {column: len(dues) for column, dues in row.cells.items()}, row


def test_the_half_year_is_due_in_july_and_the_last_one_is_overdue(seen):
    cells, row = counted(table(seen), "半年工作总结")
    # 2025H1 was due on 2025-07-31 and 2026H1 is on 2026-07-31; both counties, of which one lost its only platform.
    assert cells == {LATE: 2, "2026-07": 1}
    assert (row.kind, row.article) == ("报送", "第十三条")


def test_the_second_title_ends_in_its_month(tmp_path):
    folder = tmp_path / "台账"
    put(folder, known("甲公司", "2023-08-31", "zhengzhou", number=1, county="金水区"))
    cells, _ = counted(table(overview(folder, date(2026, 6, 15))), "有效期届满")
    assert cells == {"2026-08": 1}


def test_a_report_without_a_day_stands_in_a_column_of_its_own(tmp_path):
    folder = tmp_path / "台账"
    put(folder, known("甲公司", "2024-06-30", "qinhuangdao-2020", number=1, county="海港区"))
    found = table(overview(folder, date(2026, 6, 15)))
    assert found.columns[-1].key == OPEN
    assert any(OPEN in row.cells for row in found.rows)


def test_twelve_months_with_the_year_where_it_begins(seen):
    months = [one for one in table(seen).columns if one.key not in (LATE, OPEN)]
    assert len(months) == MONTHS
    assert (months[0].title, months[0].year, months[7].title, months[7].year) == ("6月", "2026", "1月", "2027")
    assert {one.year for one in months[1:7]} == {""}


def test_what_is_chosen_is_the_cell_the_row_the_month_or_all(seen):
    found = table(seen)
    _, row = counted(found, "半年工作总结")
    assert {due.period for due in found.chosen(row.key, LATE)} == {"2025H1"}
    assert len(found.chosen(row.key, "")) == sum(map(len, row.cells.values()))
    assert len(found.chosen("", "")) == sum(len(dues) for one in found.rows for dues in one.cells.values())
    assert found.chosen("", "2026-09") == []


def test_what_is_done_is_listed_only_where_it_is_asked_for(tmp_path):
    from pipeline.standing.ledger.record import ReportedEvent

    folder = small(tmp_path / "台账")
    put(folder, ReportedEvent("金水区", "report", {"period": "2025H1", "received": "2025-07-20"}))
    seen = overview(folder, date(2026, 6, 15))
    open_, _ = counted(table(seen), "半年工作总结")
    every, _ = counted(table(seen, done=True), "半年工作总结")
    assert open_[LATE] == 1
    assert every["2025-07"] == 1
