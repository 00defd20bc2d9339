"""A list laid on its side is read as one that stands upright."""

import pytest

from extractors.content.tables import grids
from extractors.lists.find import listings
from extractors.lists.sideways import TALLEST, turned
from tests.builders.documents import document, table

HEADS = ["姓名", "年龄", "学历", "毕业学校", "职称", "主管工作"]
PEOPLE = [["赵甲", "30", "本科", "某大学", "工程师", "培训"], ["钱乙", "41", "大专", "某学院", "会计师", "财务"]]
SIDEWAYS = [list(column) for column in zip(HEADS, *PEOPLE, strict=True)]


def found(*blocks):
    return listings(grids(document(list(blocks))))


def lone(text, columns=3):
    return [text, *([None] * (columns - 1))]


def test_people_from_left_to_right():
    (listing,) = found(table(SIDEWAYS))
    assert listing.table == "staff"
    assert [(row.values["name"], row.values["age"], row.values["duty"]) for row in listing.rows] == [
        ("赵甲", 30, "培训"),
        ("钱乙", 41, "财务"),
    ]
    assert [row.places["age"].cell for row in listing.rows] == ["表1!R2C2", "表1!R2C3"]


def test_its_title_and_its_notes_are_none_of_its_columns():
    (listing,) = found(table([lone("主要管理人员名单"), *SIDEWAYS, lone("注：截至2025年底")]))
    assert (listing.title, listing.partial, len(listing.rows)) == ("主要管理人员名单", True, 2)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([HEADS, *PEOPLE], id="upright"),
        pytest.param([row[:2] for row in SIDEWAYS], id="the-sheet-of-one-person"),
        pytest.param([["甲", *row] for row in SIDEWAYS], id="heads-in-the-second-column"),
        pytest.param(SIDEWAYS[:2], id="two-heads-make-no-list"),
        pytest.param(
            [["年度", "2024", "2025"], ["营业收入", "1", "2"], ["利润总额", "3", "4"]], id="a-table-of-the-form"
        ),
        pytest.param([*SIDEWAYS, *([["甲", "乙", "丙"]] * TALLEST)], id="too-many-rows-for-heads"),
        pytest.param([["", "", ""]], id="an-empty-table"),
    ],
)
def test_what_is_no_list_on_its_side(rows):
    (grid,) = grids(document([table(rows)]))
    assert turned(grid) is None
