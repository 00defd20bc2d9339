"""Blanks of one line: behind their label, before their unit, inside a label that is printed round them."""

from __future__ import annotations

import pytest

from pipeline.drafting.blank_forms.form_lines import form_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("注册日期： 单位性质：", "注册日期：{registered_on} 单位性质：{organisation_type}"),
        ("注册资本 ____ 万元", "注册资本{registered_capital}万元"),
        ("网址及备案号（已建网站的填写）：", "网址及备案号（已建网站的填写）：{website}"),
        ("填报日期： 年 月 日", "填报日期：{filed_on}"),
        ("联系电话： 地下室编号：", "联系电话：{contact_phone} 地下室编号：{_}"),
        pytest.param("本表一式三份", "", id="a-line-without-a-blank"),
    ],
)
def test_a_line_with_its_blanks(text, line):
    assert form_line(text, []) == line


def test_a_label_that_belongs_behind_another_stands_alone_for_nothing():
    assert form_line("占总资产 ％", []) == ""
    assert form_line("占总资产 ％", ["equipment_cost"]) == "占总资产{equipment_asset_share}％"


def test_no_blank_stands_twice():
    assert form_line("注册日期：", ["registered_on"]) == ""
