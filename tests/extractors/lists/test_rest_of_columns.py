"""A list too wide for one page goes on in a second table that names the same people again."""

import pytest

from extractors.content.tables import grids
from extractors.lists.find import listings
from tests.builders.documents import document, table

LEFT = [["姓名", "年龄", "学历"], ["赵甲", "30", "本科"], ["钱乙", "41", "大专"]]
RIGHT = [["姓名", "毕业学校", "职称", "主管工作"], ["赵甲", "某大学", "工程师", "培训"], ["钱乙", "某学院", "", "财务"]]


def found(*tables):
    return listings(grids(document([block for rows in tables for block in (table(rows), "")])))


def test_two_tables_are_one_list():
    (listing,) = found(LEFT, RIGHT)
    assert set(listing.heads) == {"name", "age", "education", "school", "title", "duty"}
    assert [(row.values["name"], row.values["age"], row.values["duty"]) for row in listing.rows] == [
        ("赵甲", 30, "培训"),
        ("钱乙", 41, "财务"),
    ]
    assert listing.rows[1].places["duty"].cell == "表1!R3C4"


@pytest.mark.parametrize(
    "right",
    [
        pytest.param([RIGHT[0], RIGHT[2], RIGHT[1]], id="in-another-order"),
        pytest.param(RIGHT[:2], id="fewer-people"),
        pytest.param([["姓名", "年龄", "职称", "主管工作"], *RIGHT[1:]], id="a-column-again"),
        pytest.param([RIGHT[0], ["孙丙", "某大学", "工程师", "培训"], RIGHT[2]], id="somebody-else"),
    ],
)
def test_what_is_a_list_of_its_own(right):
    assert len(found(LEFT, right)) == 2


def test_one_row_alone_joins_nothing():
    assert len(found(LEFT[:2], RIGHT[:2])) == 2
