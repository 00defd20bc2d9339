"""Rows of a printed grid: which cell is a label, which is to be filled, and how the form's file says it."""

from __future__ import annotations

import pytest

from pipeline.drafting.blank_forms.grid_lines import grid_blanks, grid_line, heads_of_years


def lines(*cells: str) -> list[str]:
    return [grid_line(one, []) for one in grid_blanks(cells)]


@pytest.mark.parametrize(
    ("cells", "drafted"),
    [
        pytest.param(("创业工位数（个）", ""), ["创业工位数（个）{_}"], id="unit-in-a-bracket"),
        pytest.param(("在孵企业数量", "      家"), ["在孵企业数量{_}家"], id="unit-in-the-empty-cell"),
        pytest.param(("中试场地面积（㎡）", ""), ["中试场地面积（㎡）{_}"], id="square-metres"),
        pytest.param(("用户满意度（%）", ""), ["用户满意度（%）{_}"], id="per-cent"),
        pytest.param(("注册时间", "  年  月  日"), ["注册时间{registered_on}"], id="a-known-blank-with-a-date"),
        pytest.param(("运营单位名称", ""), ["运营单位名称{applicant_name}"], id="the-applicant"),
        pytest.param(("孵化器类型", "□综合性 □专业性"), ["孵化器类型{_} □综合性 □专业性"], id="boxes-to-tick"),
        pytest.param(
            ("法定代表人", "", "联系电话", ""),
            ["法定代表人{legal_representative}", "联系电话{contact_phone}"],
            id="two-in-a-row",
        ),
        pytest.param(("基本情况", "注册地址", ""), ["注册地址{registered_address}"], id="a-heading-at-the-side"),
        pytest.param(("序号", "名称", "类型"), [], id="heads-of-a-list"),
        pytest.param(("高级职称人员（人）", ""), ["高级职称人员（人）{_}"], id="a-title-alone-is-a-count-of-its-own"),
        pytest.param(
            ("本科及以上学历或中级及以上职称人员（人）", ""),
            ["本科及以上学历或中级及以上职称人员（人）{qualified_staff_count}"],
            id="qualified-staff",
        ),
    ],
)
def test_the_cell_behind_a_label_is_its_blank(cells, drafted):
    assert lines(*cells) == drafted


@pytest.mark.parametrize(
    ("cells", "years"),
    [
        (("指标", "单位", "前年", "上年"), True),
        (("项目", "2024年度", "2025年度"), True),
        (("成立时间", "", "运营年限", ""), False),
        (("指标", "上年"), False),
    ],
)
def test_a_head_of_several_years_is_told(cells, years):
    assert heads_of_years(cells) is years
