"""An enterprise that got several services is one enterprise, its cells merged over the lines or left blank."""

from decimal import Decimal

import pytest

from extractors.content.tables import grids
from extractors.lists.find import listings
from schemas.document import Cell, Table
from tests.builders.documents import document

HEAD = ("序号", "企业名称", "联系人", "服务内容", "服务收费（万元）", "是否签订合同", "满意度")


def listed(*rows, merged=()):
    """The rows of the list in a table of these texts; ``merged``: cells (row, column) that reach over two lines."""
    covered = {(row + 1, column) for row, column in merged}
    cells = [
        Cell(row, column, text, rowspan=2 if (row, column) in merged else 1, address=f"表1!R{row + 1}C{column + 1}")
        for row, texts in enumerate((HEAD, *rows))
        for column, text in enumerate(texts)
        if (row, column) not in covered
    ]
    (listing,) = listings(grids(document((Table(tuple(cells), len(rows) + 1, len(HEAD)),))))
    return listing.rows


FIRST = ("1", "甲公司", "张三", "培训", "0.5", "是", "满意")
THIRD = ("2", "乙公司", "李四", "咨询", "1", "是", "满意")


@pytest.mark.parametrize(
    ("second", "merged"),
    [
        pytest.param(("1", "甲公司", "张三", "检测", "0.3", "是", "满意"), ((1, 0), (1, 1), (1, 2)), id="merged"),
        pytest.param(("", "", "", "检测", "0.3", "是", "满意"), (), id="blank"),
        pytest.param(("2", "甲公司", "张三", "检测", "0.3", "是", "满意"), ((1, 1), (1, 2)), id="numbered-by-service"),
        pytest.param(("", "同上", "同上", "检测", "0.3", "是", "满意"), (), id="ditto"),
        pytest.param(("〃", "〃", "〃", "检测", "0.3", "是", "满意"), (), id="ditto-signs"),
        pytest.param(("", "甲公司", "", "检测", "0.3", "是", "满意"), (), id="the-name-again-alone"),
    ],
)
def test_two_services_are_one_enterprise(second, merged):
    rows = listed(FIRST, second, THIRD, merged=merged)
    assert [row.values["name"] for row in rows] == ["甲公司", "乙公司"]
    assert rows[0].values["service"] == "培训、检测"
    assert rows[0].values["fee"] == Decimal("0.8")


def test_a_name_again_with_a_number_of_its_own_stays_a_row_of_its_own():
    rows = listed(FIRST, ("2", "甲公司", "张三", "检测", "0.3", "是", "满意"))
    assert len(rows) == 2


def test_content_with_one_service_and_not_with_another_is_not_content():
    rows = listed(FIRST, ("", "", "", "检测", "0", "是", "不满意"))
    assert rows[0].values["satisfied"] is False


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(("2", "甲公司", "张三", "检测", "0.3", "是", "满意"), id="named-again"),
        pytest.param(("2", "", "王五", "检测", "0.3", "是", "满意"), id="another-contact-without-a-name"),
    ],
)
def test_a_line_with_an_identity_of_its_own_is_a_row(second):
    assert len(listed(FIRST, second)) == 2
