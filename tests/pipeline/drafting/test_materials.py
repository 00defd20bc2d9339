"""What the items of a checklist ask: which papers, all or one of them, of which year, sealed or not."""

from __future__ import annotations

import pytest

from pipeline.drafting.materials import materials, review_materials
from pipeline.drafting.points import DraftMark
from pipeline.rulebook.articles import read_regulation
from pipeline.rulebook.hold import read_text
from schemas.data_files import data_folder
from tests.builders.drafts import chapter


def of(item: str, sealed: frozenset[str] = frozenset()):
    (found,) = materials(chapter("（一）资产总额不低于200万元。", f"（一）{item}"), "第三条", sealed)
    return found


def rules(item: str, sealed: frozenset[str] = frozenset()):
    return [dict(one.rule) for one in of(item, sealed).choice.writes]


@pytest.mark.parametrize(
    ("item", "papers"),
    [
        ("法人证书或营业执照；", [{"any_of": ["legal_person_certificate", "business_licence"]}]),
        ("从业资格（资质）、网站备案等证明；", [{"any_of": ["qualification", "website_filing"]}]),
        ("从业人员名单及学历证书；", [{"paper": "staff_list"}, {"paper": "staff_certificates"}]),
        ("上一年度审计报告；", [{"paper": "audit_report", "last_year": True}]),
        ("真实性声明（加盖公章）；", [{"paper": "declaration", "sealed": True, "seal_decides": True}]),
    ],
)
def test_and_or_year_and_seal(item, papers):
    found = [{key: value for key, value in rule.items() if key not in ("item", "title")} for rule in rules(item)]
    assert found == papers


def test_several_papers_of_an_item_have_letters_and_one_has_none():
    assert [one["item"] for one in rules("从业人员名单及学历证书；")] == ["3.1a", "3.1b"]
    assert [one["item"] for one in rules("营业执照；")] == ["3.1"]


def test_a_form_on_which_a_seal_is_printed_is_sealed():
    assert rules("示范平台申报表；", frozenset({"application_form"}))[0]["sealed"] is True
    assert "sealed" not in rules("示范平台申报表；")[0]


@pytest.mark.parametrize(
    ("item", "chosen"),
    [
        pytest.param("平台数字地图；", "own", id="a-paper-nobody-knows"),
        pytest.param("服务收入证明，如发票、服务协议等；", "own", id="papers-nobody-knows-beside-one-that-is-known"),
        pytest.param("上一年度专项审计报告及服务收支情况的专项审计报告；", "other", id="the-same-paper-twice"),
    ],
)
def test_what_cannot_be_told_is_asked(item, chosen):
    found = of(item)
    assert found.mark is DraftMark.ASKED
    assert found.chosen == chosen


def test_papers_that_only_commas_part_are_to_be_confirmed():
    assert of("管理制度、服务“五公开”；").mark is DraftMark.CONFIRM


def test_each_paper_of_a_re_check_is_an_item_of_its_own():
    regulation = read_regulation(read_text(data_folder() / "regulations" / "harbin.txt")[0])
    found = list(review_materials(regulation, "第十四条", frozenset({"review_form"})))
    assert [point.choice.writes[0].rule["item"] for point in found] == ["14.1", "14.2", "14.3", "14.4"]
    assert found[3].choice.writes[0].rule["sealed"] is True


def test_a_paper_of_its_own_is_known_by_the_items_words():
    written = of("平台数字地图复印件；").choice.writes
    assert dict(written[0].rule) == {"item": "3.1", "title": "平台数字地图", "paper": "own_3_1"}
    assert dict(written[1].rule) == {"own_3_1": {"title": "平台数字地图"}}


def test_the_years_of_one_paper_are_not_those_of_the_next():
    first, second = rules("上两个年度的审计报告，上年度服务收入专项审计报告；")
    assert (first.get("years"), first.get("last_year")) == (2, None)
    assert (second.get("years"), second.get("last_year")) == (None, True)


def test_a_paper_that_is_named_twice_belongs_together():
    titles = [one["title"] for one in rules("人员名单及其学历证书、职称证书复印件，上年度社会保险缴费清单；")]
    assert titles[1:] == ["其学历证书、职称证书", "上年度社会保险缴费清单"]


def test_other_material_beside_examples_of_it_may_be_left_out():
    (rule,) = rules("其他证明材料（如获得国家级、省级荣誉等）。")
    assert rule["optional"] is True


def test_proof_of_a_right_to_land_or_house():
    assert rules("土地、房屋权属证明或租赁合同；")[0]["any_of"] == ["property_certificate", "lease"]
