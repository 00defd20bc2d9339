"""Tables that set bounds, as clauses one can cite."""

from __future__ import annotations

import pytest

from pipeline.drafting.bound_tables import bound_clauses
from tests.builders.documents import table

HEADS = ["序号", "指标", "综合类", "专业类"]


def clauses(*rows: list[str], heads: list[str] = HEADS) -> list[str]:
    return bound_clauses(table([heads, *rows]))


def test_each_kind_has_its_bound_in_the_unit_of_the_quantity():
    lines = clauses(
        ["1", "上年末资产总额（万元）", "≥200", "≥100"],
        ["2", "资产负债率", "≤70%", "≤80%"],
        ["3", "专业人员", "15人以上", "8人以上"],
    )
    assert lines == [
        "1.上年末资产总额，综合类不低于200万元，专业类不低于100万元；",
        "2.资产负债率，综合类不超过70%，专业类不超过80%；",
        "3.专业人员，综合类15人以上，专业类8人以上；",
    ]


def test_what_is_the_same_for_all_is_said_once_and_what_is_not_asked_not_at_all():
    lines = clauses(["1", "满意度", "≥85%", "≥85%"], ["2", "聚集服务机构（家）", "≥6", "不作要求"])
    assert lines == ["1.满意度不低于85%；", "2.聚集服务机构，综合类不低于6家；"]


def test_one_column_of_bounds_is_for_everyone():
    assert clauses(["场地面积（平方米）", "不少于300"], ["从业人员（人）", "≥10"], heads=["指标", "要求"]) == [
        "1.场地面积不低于300平方米；",
        "2.从业人员不低于10人；",
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [["1", "资产总额（万元）", "", ""], ["2", "从业人员", "", ""]],
        [["1", "某某公司", "张三", "李四"], ["2", "某某中心", "王五", "赵六"]],
    ],
)
def test_a_blank_form_and_a_list_set_no_bounds(rows):
    assert clauses(*rows) == []


def test_a_cell_that_is_no_number_is_left_in_its_own_words():
    lines = clauses(
        ["1", "服务场地（平方米）", "≥300", "≥150"], ["2", "人员", "≥15人", "≥8人"], ["3", "制度", "健全", "健全"]
    )
    assert lines[-1] == "3.制度健全；"
