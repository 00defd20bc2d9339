"""One line of a table gives the list a row, several, or none: a template row and what hangs down are none."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from extractors.content.tables import grids
from extractors.lists.headings import HeadedColumn, Match
from extractors.lists.rows import rows_of_line, text_at
from schemas.trust import Doubt
from tests.builders.documents import document, table

STAFF = Match("staff", {key: HeadedColumn(at, at, (key,), "") for at, key in enumerate(("no", "name", "age"))}, 0)
PRICES = Match(
    "equipment",
    {"name": HeadedColumn(0, 0, ("名称",), ""), "price": HeadedColumn(1, 2, ("价格",), "")},
    0,
)
PARTNERS = Match("partners", {"signed": HeadedColumn(0, 0, ("",), ""), "other": HeadedColumn(1, 1, ("",), "")}, 0)


def rows(match, *cells, units=None, above=None):
    (grid,) = grids(document([table([list(cells)])]))
    return [dict(row.values) for row in rows_of_line(match, grid.rows[0], 0, units or {}, above)]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param(("1", "甲一", "30"), [{"name": "甲一", "age": 30}], id="a-row"),
        pytest.param(("1", "", ""), [], id="a-template-row"),
        pytest.param(("1", "", "30"), [], id="no-name-and-little-else"),
        pytest.param(("1", "甲一", "若干"), [{"name": "甲一", "age": "若干"}], id="an-odd-cell-keeps-its-text"),
        pytest.param(("", "甲一", ""), [{"name": "甲一", "age": None}], id="a-name-alone"),
    ],
)
def test_rows_of_a_list(cells, expected):
    assert rows(STAFF, *cells) == expected


@pytest.mark.parametrize(("written", "doubted"), [("30", False), ("约30", True), ("30余", True), ("若干", False)])
def test_a_cell_that_says_about_how_many_is_doubted(written, doubted):
    (grid,) = grids(document([table([["1", "甲一", written]])]))
    (row,) = rows_of_line(STAFF, grid.rows[0], 0, {}, None)
    assert (Doubt.ABOUT in row.places["age"].doubts) is doubted


@pytest.mark.parametrize("unread", [0, 1])
def test_what_could_not_be_read_in_one_part_of_a_column_leaves_the_whole_open(unread):
    heads = {key: HeadedColumn(at, at, (key,), "") for at, key in enumerate(("name", "satisfied.yes", "satisfied.no"))}
    drawn = table([["甲公司", "", ""]])
    cells = [
        replace(cell, doubts=frozenset({Doubt.NOT_READ})) if cell.column == unread + 1 else cell for cell in drawn.cells
    ]
    (grid,) = grids(document([replace(drawn, cells=tuple(cells))]))
    (row,) = rows_of_line(Match("enterprises", heads, 0), grid.rows[0], 0, {}, None)
    assert Doubt.NOT_READ in row.places["satisfied"].doubts


def test_a_column_in_the_unit_that_the_list_names():
    assert rows(PRICES, "服务器", "30000", None, units={"*": "元"}) == [{"name": "服务器", "price": Decimal(3)}]


def test_one_cell_of_partners_is_several_rows():
    assert rows(PARTNERS, "甲城示例学院、乙城示例协会", "无") == [
        {"name": "甲城示例学院", "agreement": True},
        {"name": "乙城示例协会", "agreement": True},
    ]


@pytest.mark.parametrize(
    ("cells", "text"),
    [(("名", "12", None), "12"), (("名", "1", "2"), "12"), (("名", "", "2"), "2"), (("名", "", ""), "")],
)
def test_cells_cut_finer_than_the_head_are_joined(cells, text):
    (grid,) = grids(document([table([list(cells)])]))
    assert text_at(grid.rows[0], PRICES.columns["price"])[1] == text
