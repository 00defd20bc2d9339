"""Blank forms: their titles, their blanks and the heads of their lists, from tables and from bare text."""

from __future__ import annotations

import pytest

from pipeline.drafting.blank_forms.forms import drafted_forms
from pipeline.drafting.source import FormRow


def rows(*lines: str | tuple[str, ...]):
    return [FormRow((line,)) if isinstance(line, str) else FormRow(line, of_table=True) for line in lines]


def test_blanks_stand_where_they_are_printed():
    (form,) = drafted_forms(
        rows(
            "某市示范平台申报表",
            "注册日期：        单位性质：",
            "仪器、设备数量    台（套），购买价格   万元，占总资产    ％",
            "注册资本 ____ 万元",
            "网址及备案号（已建网站的填写）：",
        )
    )
    assert form.lines == [
        "注册日期：{registered_on} 单位性质：{organisation_type}",
        "仪器、设备数量{equipment_count}台（套），购买价格{equipment_cost}万元，占总资产{equipment_asset_share}％",
        "注册资本{registered_capital}万元",
        "网址及备案号（已建网站的填写）：{website}",
    ]


def test_an_unknown_label_is_a_blank_that_nobody_reads():
    (form,) = drafted_forms(rows("某市示范平台申报表", "从业人数 人", "地下室编号："))
    assert form.lines == ["从业人数{staff_count}人", "地下室编号：{_}"]
    assert form.unknown == ["地下室编号"]


@pytest.mark.parametrize(
    "head",
    [
        pytest.param([("姓名", "年龄", "学历", "毕业学校", "职称", "主管工作")], id="a-table"),
        pytest.param(["姓名 年龄 学历 毕业学校 职称 主管工作"], id="one-line-of-text"),
        pytest.param(["姓名", "年龄", "学历", "毕业", "学校", "职称 主管工作"], id="broken-over-lines"),
    ],
)
def test_the_heads_of_a_list(head):
    (form,) = drafted_forms(rows("某市示范平台申报表", "人员名单", *head))
    assert form.tables[0]["table"] == "staff"
    assert form.tables[0]["titles"] == ["人员名单"]
    assert list(form.tables[0]["columns"].values()) == ["name", "age", "education", "school", "title", "duty"]


def test_visits_count_more_than_enterprises():
    head = ("年度", "营业收入", "其中：服务收入", "利润总额", "服务中小企业户（次）数")
    (form,) = drafted_forms(rows("某市示范平台申报表", head))
    assert form.tables[0]["upper"] == ["enterprises_served"]


def test_the_cover_of_the_report_belongs_to_the_form_behind_it():
    (form,) = drafted_forms(
        rows("某市示范平台", "申请报告", "申请单位名称：____（盖章）", "某市示范平台申请表", "注册日期：")
    )
    assert form.titles == ["某市示范平台申请表", "某市示范平台申请报告"]
    assert form.keys == ["applicant_name", "registered_on"]
    assert form.sealed


def test_what_stands_before_a_title_belongs_to_no_form():
    assert drafted_forms(rows("注册日期：        单位性质：")) == []
