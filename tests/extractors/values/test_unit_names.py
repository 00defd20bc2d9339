"""What only ends a name is none itself; another name is."""

import pytest

from extractors.values.unit_names import ends_as_unit, is_rest_of_name


@pytest.mark.parametrize(
    ("begun", "rest", "is_rest"),
    [
        ("甲城示例咨询有限", "公司", True),
        ("甲城示例咨询", "有限公司", True),
        ("甲城示例 咨询有", "限公司", True),
        ("甲城示例咨询", "（普通合伙）", False),
        ("甲城示例咨询有限公司", "乙城示例咨询有限公司", False),
        ("甲城示例", "乙城咨询有限公司", False),
        ("", "有限公司", False),
        ("张三", "李四", False),
        ("甲城示例咨询有限公司", "公司", False),
    ],
)
def test_the_rest_of_a_name(begun, rest, is_rest):
    assert is_rest_of_name(begun, rest) is is_rest


@pytest.mark.parametrize(("text", "ends"), [("甲城服务中心", True), ("甲城学院（东校区）", True), ("甲城有限", False)])
def test_where_a_name_ends(text, ends):
    assert ends_as_unit(text) is ends
