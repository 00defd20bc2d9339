"""Ratios of what the form states."""

from __future__ import annotations

import pytest

from pipeline.drafting.blank_forms.loose_blanks import LooseBlank
from pipeline.drafting.clauses.ratios import ratio_bound, ratio_named
from pipeline.rulebook.quantities import quantities

BLANKS = (
    LooseBlank("可自主支配孵化场地面积", "平方米", "own_1"),
    LooseBlank("在孵企业使用面积", "平方米", "own_2"),
    LooseBlank("在孵企业数量", "家", "own_3"),
    LooseBlank("拥有有效知识产权的在孵企业数", "家", "own_4"),
    LooseBlank("技师人数", "人", "own_5"),
)


def drafted(text: str):
    number = [one for one in quantities(text) if one.unit == "%"][-1]
    return ratio_bound(text, number, "第一条", BLANKS)


@pytest.mark.parametrize(
    ("text", "of", "whole"),
    [
        pytest.param(
            "拥有有效知识产权的在孵企业占在孵企业总数的比例不低于30%", "own_4", "own_3", id="both-on-the-form"
        ),
        pytest.param(
            "可自主支配的孵化场地面积不低于2000平方米,其中在孵企业使用场地面积(含公共服务场地面积)占比不低于75%",
            "own_2",
            "own_1",
            id="of-the-number-before-with-an-aside",
        ),
        pytest.param(
            "服务收入占营业收入的50%以上", "service_revenue", "revenue", id="both-ours-without-the-word-share"
        ),
    ],
)
def test_a_share_is_worked_out_of_two_amounts(text, of, whole):
    choice = drafted(text)
    assert choice is not None
    (ratio,) = [
        one
        for written in choice.writes
        if written.section == "measures"
        for one in written.rule.values()
        if "in" in one
    ]
    assert (ratio["share_of"], ratio["in"]) == (of, whole)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("从业人员15人以上,其中本科人员、技师和高级职称人员比例不低于80%", id="several-kinds-together"),
        pytest.param("在孵企业数量占可自主支配孵化场地面积的比例不低于30%", id="unlike-units"),
        pytest.param("研发人员占职工总数的比例不低于30%", id="not-on-the-form"),
    ],
)
def test_what_is_no_ratio_of_two_blanks_is_none(text):
    assert drafted(text) is None


def test_an_item_of_points_may_be_headed_so():
    assert ratio_named("服务收入占营业收入比重")[0] == "service_revenue_to_revenue"
