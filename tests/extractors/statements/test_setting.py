"""What holds at a place of a paper: title, unit and year are told by lines and by the rows at the top of a table."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.content.tables import grids
from extractors.statements.setting import Setting, after_line, after_top, parts
from tests.builders.documents import document, table

START = Setting(last_year=2025)


def after(*lines):
    setting = START
    for line in lines:
        setting = after_line(setting, line)
    return setting


@pytest.mark.parametrize(
    ("lines", "statement", "unit", "year"),
    [
        pytest.param(["资产负债表", "2025年12月31日 单位：元"], "balance", 1, 2025, id="title-then-date-and-unit"),
        pytest.param(["单位：万元", "利润表"], "income", 10000, None, id="the-unit-stays"),
        pytest.param(["2025年度", "利润表"], "income", None, None, id="a-year-before-any-title"),
        pytest.param(["利润表", "2025年度，公司实现收入"], "income", None, None, id="a-sentence-tells-no-year"),
        pytest.param(["资产负债表", "现金流量表"], None, None, None, id="another-statement"),
    ],
)
def test_after_lines(lines, statement, unit, year):
    setting = after(*lines)
    assert (setting.statement.name if setting.statement else None) == statement
    assert setting.unit == (None if unit is None else Decimal(unit))
    assert setting.year == year


@pytest.mark.parametrize(
    ("lines", "counts"),
    [
        pytest.param(["资产负债表", "2025年12月31日"], True, id="the-last-year"),
        pytest.param(["资产负债表", "2024年12月31日"], False, id="the-year-before"),
        pytest.param(["资产负债表", "2024年12月31日", "利润表"], False, id="as-the-statement-before"),
        pytest.param(["利润表"], True, id="as-the-paper"),
        pytest.param(["财务报表附注"], False, id="notes"),
    ],
)
def test_counts(lines, counts):
    assert after(*lines).counts(2025) is counts


def test_the_top_of_a_table_may_hold_title_unit_and_date():
    rows = [["利润表", None], ["2025年度 单位：万元", None], ["项目", "本期金额"], ["营业收入", "1.00"]]
    (grid,) = grids(document([table(rows)]))
    setting = after_top(START, grid.rows)
    assert (setting.statement.name, setting.unit, setting.year) == ("income", Decimal(10000), 2025)


@pytest.mark.parametrize(("at", "count"), [(3, 1), (4, 2), (6, 2)])
def test_a_table_is_cut_where_a_title_stands_below_its_top(at, count):
    rows = [[f"资产{number}", "1.00"] for number in range(8)]
    rows[at] = ["利润表", None]
    (grid,) = grids(document([table(rows)]))
    assert len(list(parts(grid.rows))) == count
    assert [row for part in parts(grid.rows) for row in part] == list(grid.rows)
