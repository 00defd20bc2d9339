"""A list whose rows bear their year in a column is one list for each year."""

import pytest

from extractors.content.tables import grids
from extractors.lists.find import listings
from extractors.versions.lists_by_year import year_of
from tests.builders.documents import document, table

HEADS = ["序号", "企业名称", "联系人", "联系电话", "年度"]


def served(*rows, heads=HEADS):
    return listings(grids(document([table([heads, *rows])])))


def row(number, name, year):
    return [str(number), name, "赵甲", "19900000001", year]


def test_each_year_is_a_list():
    found = served(row(1, "甲公司", "2024"), row(2, "乙公司", "2025年"), row(3, "丙公司", "2025"))
    assert [(year_of(one), [each.values["name"] for each in one.rows]) for one in found] == [
        (2024, ["甲公司"]),
        (2025, ["乙公司", "丙公司"]),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([row(1, "甲公司", "2025"), row(2, "乙公司", "2025")], id="all-of-one-year"),
        pytest.param([row(1, "甲公司", "2024"), row(2, "乙公司", "")], id="one-names-none"),
        pytest.param([row(1, "甲公司", "长期"), row(2, "乙公司", "2025")], id="one-that-is-no-year"),
    ],
)
def test_what_is_one_list(rows):
    (listing,) = served(*rows)
    assert len(listing.rows) == 2


def test_a_total_names_no_year_and_is_no_row():
    found = served(row(1, "甲公司", "2024"), row(2, "乙公司", "2025"), ["合计", "2家", "", "", ""])
    assert [len(one.rows) for one in found] == [1, 1]


def test_the_year_in_which_a_device_was_bought_parts_nothing():
    heads = ["序号", "设备名称", "数量", "购买价格", "年份"]
    (listing,) = served(["1", "电脑", "2", "3", "2020"], ["2", "服务器", "1", "5", "2021"], heads=heads)
    assert (listing.table, len(listing.rows)) == ("equipment", 2)
