"""A row whose cells hold a line for each of several people is several rows; a broken name is none."""

import pytest

from extractors.content.tables import grids
from extractors.lists.find import listings
from schemas.trust import Doubt
from tests.builders.documents import document, table

STAFF = ["姓名", "年龄", "学历", "毕业学校", "职称", "主管工作"]
ENTERPRISES = ["企业名称", "联系人", "联系电话", "服务项目"]


def rows(heads, *lines):
    (listing,) = listings(grids(document([table([heads, *lines])])))
    return listing.rows


def test_a_line_for_each_person():
    found = rows(STAFF, ["赵甲\n钱乙", "30\n41", "本科\n大专", "某大学\n某学院", "工程师\n会计师", "培训\n财务"])
    assert [(row.values["name"], row.values["age"], row.values["title"]) for row in found] == [
        ("赵甲", 30, "工程师"),
        ("钱乙", 41, "会计师"),
    ]


def test_a_cell_with_fewer_lines_is_left_to_people():
    found = rows(STAFF, ["赵甲\n钱乙\n孙丙", "30\n41\n50", "本科", "", "工程师\n会计师", "培训\n财务\n行政"])
    assert [row.values["name"] for row in found] == ["赵甲", "钱乙", "孙丙"]
    assert all(row.values["education"] is None and row.values["title"] is None for row in found)
    assert all(Doubt.NOT_READ in row.places["title"].doubts for row in found)
    assert not any(Doubt.NOT_READ in row.places["school"].doubts for row in found)


@pytest.mark.parametrize(
    ("heads", "line"),
    [
        pytest.param(
            STAFF, ["赵\n甲", "30", "本\n科", "某\n大学", "工程\n师", "培\n训"], id="narrow-cells-break-words"
        ),
        pytest.param(STAFF, ["赵\n甲", "3\n人", "本\n科", "某\n大学", "工程\n师", "培\n训"], id="a-line-is-no-number"),
        pytest.param(ENTERPRISES, ["甲乙食品\n有限公司", "赵甲", "0451-\n55502635", "培训"], id="a-telephone-broken"),
        pytest.param(ENTERPRISES, ["甲乙食品\n有限公司", "赵\n甲", "", "培\n训"], id="nothing-that-is-counted"),
        pytest.param(
            ENTERPRISES, ["甲公司", "赵甲\n钱乙", "19900000001\n19900000002", "培训"], id="two-contacts-of-one"
        ),
    ],
)
def test_one_entry_stays_one(heads, line):
    assert len(rows(heads, line)) == 1


def test_two_enterprises_with_their_telephones():
    found = rows(ENTERPRISES, ["甲公司\n乙公司", "赵甲\n钱乙", "19900000001\n0451-55502635", "培训\n咨询"])
    assert [(row.values["name"], row.values["phone"]) for row in found] == [
        ("甲公司", "19900000001"),
        ("乙公司", "0451-55502635"),
    ]
