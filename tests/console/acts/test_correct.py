"""How words would be read, said while they are typed."""

import pytest

from console.acts.correct import reads_as


@pytest.mark.parametrize(
    ("what", "value", "unit", "said"),
    [
        ("application.total_assets", "600", "万元", "读作 600 万元"),
        ("application.total_assets", "６００万元", "万元", "读作 600 万元"),
        ("application.total_assets", "6000000元", "万元", "读作 600 万元"),
        ("application.total_assets", "", "万元", "空白"),
        ("application.applicant_name", "示例公司", "", "读作 示例公司"),
    ],
)
def test_amounts_in_any_writing(what, value, unit, said):
    assert reads_as(what, value, unit) == said


@pytest.mark.parametrize("what", ["application.total_assets", "figures.nothing.form", "nothing"])
def test_what_is_no_value_of_the_place_is_said(what):
    assert reads_as(what, "很多", "").startswith("不能作为")
