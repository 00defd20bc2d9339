"""The draft of an unseen regulation: everything certain, nothing claimed that it does not have."""

from __future__ import annotations

import pytest

from pipeline.drafting.points import DraftMark
from tests.builders.drafts import made_up, point


@pytest.mark.parametrize(
    ("quoted", "chosen"),
    [
        ("持续经营满3年", "operating_years"),
        ("总资产达到120万元以上", "total_assets"),
        ("客户满意率不低于85%", "satisfaction"),
        ("整合专业服务机构4家以上", "partner_institutions"),
        ("有150平方米以上的办公场所", "premises_area"),
        ("举办信息发布活动6次以上", "activities"),
        ("租赁合同或房产证", "drafted"),
    ],
)
def test_what_the_text_says_in_other_words_is_certain(tmp_path, quoted, chosen):
    found = point(made_up(tmp_path), quoted)
    assert found.mark is DraftMark.CERTAIN
    assert found.chosen == chosen


@pytest.mark.parametrize("quoted", ["净资产", "参保人员", "资产负债率", "近三年累计", "30家(次)", "平台数字地图"])
def test_what_it_does_not_have_is_asked(tmp_path, quoted):
    assert point(made_up(tmp_path), quoted).mark is DraftMark.ASKED


def test_the_procedure_has_the_lists_of_its_form(tmp_path):
    draft = made_up(tmp_path).draft
    assert draft.procedures["application"]["lists"] == ["operations", "partners", "staff"]
    assert draft.procedures["application"]["form"] == "yichang-application"


def test_a_checklist_bound_in_its_order(tmp_path):
    change = ("应当提交下列材料：", "应当提交下列材料（按顺序装订）：")
    assert made_up(tmp_path, change).draft.procedures["application"]["in_order"] is True


def test_without_a_form_nobody_is_asked_to_fill_blanks(tmp_path):
    whole = made_up(tmp_path, ("附件1\n\n宜昌市示范服务平台申报表\n", "附件1\n\n"))
    assert whole.draft.forms[0]["in_text"] is False
    assert any("空白申报表" in remark for remark in whole.draft.remarks)


def test_of_two_numbers_one_of_which_is_enough_neither_is_written(tmp_path):
    found = [one for one in made_up(tmp_path).draft.points if "或服务收入占" in one.quoted]
    assert [one.mark for one in found] == [DraftMark.ASKED, DraftMark.ASKED]


def test_what_is_likely_is_to_be_confirmed(tmp_path):
    change = ("（五）净资产不低于50万元", "（五）服务收入占营业收入的比例不低于30%，净资产不低于50万元")
    assert point(made_up(tmp_path, change), "不低于30%").mark is DraftMark.CONFIRM
