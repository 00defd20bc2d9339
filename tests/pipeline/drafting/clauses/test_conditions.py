"""Every number of the conditions is a point: written where it is certain, left to people where it is not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.drafting.blank_forms.loose_blanks import LooseBlank
from pipeline.drafting.clauses.bounds import MANUAL
from pipeline.drafting.clauses.conditions import conditions
from pipeline.drafting.points import DraftMark
from pipeline.drafting.setting import DraftSetting
from tests.builders.drafts import chapter


def points(item: str):
    return list(conditions(chapter(item), "第二条"))


def test_a_certain_bound_is_written_with_its_clause():
    (found,) = points("（一）资产总额不低于200万元。")
    assert found.mark is DraftMark.CERTAIN
    assert dict(found.choice.writes[0].rule) == {
        "measure": "total_assets",
        "at_least": Decimal(200),
        "article": "第二条（一）",
        "asks": "资产总额不低于200万元",
    }


@pytest.mark.parametrize("item", ["（一）净资产不低于50万元。", "（一）资产负债率不高于70%。"])
def test_what_is_not_certain_is_left_to_people_until_somebody_chooses(item):
    (found,) = points(item)
    assert found.mark is DraftMark.ASKED
    assert found.chosen == MANUAL
    assert [one.section for one in found.choice.writes] == ["manual"]
    assert found.why


def test_an_answer_is_written_in_place_of_it():
    (found,) = points("（一）净资产不低于50万元。")
    chosen = found.answer("total_assets")
    assert chosen.answered
    assert chosen.choice.writes[0].section == "conditions"


def test_growth_over_two_years_is_one_condition_and_its_years_no_bound():
    (found,) = points("（一）近两年服务企业数量稳步增长。")
    assert found.choice.writes[0].rule["rising"] is True


def test_growth_over_other_years_is_to_be_confirmed():
    (found,) = points("（一）近三年服务企业数量保持稳定增长。")
    assert found.mark is DraftMark.CONFIRM
    assert found.quoted == "近三年服务企业数量保持稳定增长"


def test_growth_by_a_percentage_is_to_be_confirmed():
    (found,) = points("（一）近两年服务企业数量增长10%以上。")
    assert found.mark is DraftMark.CONFIRM
    assert found.choice.writes[0].rule["measure"] == "enterprise_growth"


def test_a_place_is_a_condition_only_where_the_table_has_it():
    measures = [point.chosen for point in points("（一）在宜昌市注册，具有独立法人资格。")]
    assert sorted(measures) == ["legal_person", "registered_in"]
    assert [point.chosen for point in points("（一）在不存在市注册，具有独立法人资格。")] == ["legal_person"]


def test_an_upper_bound_is_one():
    (found,) = points("（一）从业人员总数不超过300人。")
    assert found.mark is DraftMark.CERTAIN
    assert found.choice.writes[0].rule["at_most"] == 300


def test_a_number_that_names_nothing_bounds_the_one_before_from_the_other_side():
    found = [dict(one.choice.writes[0].rule) for one in points("（一）从业人员不少于20人，不多于1000人。")]
    assert [(one["measure"], one.get("at_least"), one.get("at_most")) for one in found] == [
        ("staff_count", Decimal(20), None),
        ("staff_count", None, Decimal(1000)),
    ]


def test_its_own_place_is_the_one_that_the_regulation_is_for():
    setting = DraftSetting(region="德阳市")
    (found,) = conditions(chapter("（一）在本市行政区域内登记注册。"), "第二条", setting)
    assert found.choice.writes[0].rule["equals"] == "德阳市"
    assert list(conditions(chapter("（一）在本市行政区域内登记注册。"), "第二条")) == []


def test_what_is_asked_of_some_alone_is_asked_of_nobody_until_a_person_says():
    found = [one for one in points("（一）依托单位为企业的，资产总额不低于200万元。") if "200" in one.quoted]
    assert [one.mark for one in found] == [DraftMark.ASKED]


@pytest.mark.parametrize(
    "lower",
    ["；粤北地区的申报单位不低于100万元。", "（县域平台不低于100万元）。", "，技术类平台不低于100万元。"],
)
def test_a_lower_number_for_some_whom_nobody_knows_leaves_both_to_people(lower):
    both = points(f"（一）资产总额不低于200万元{lower}")
    assert [(one.mark, one.chosen) for one in both] == [(DraftMark.ASKED, MANUAL)] * 2


@pytest.mark.parametrize(
    "more", ["，净资产不低于100万元。", "；注册资本不低于100万元。", "；粤北地区的申报单位不低于300万元。"]
)
def test_another_number_that_is_not_lower_for_some_leaves_the_first_as_it_is(more):
    first = points(f"（一）资产总额不低于200万元{more}")[0]
    assert (first.mark, first.chosen) == (DraftMark.CERTAIN, "total_assets")


WHOSE = "（一）入驻小微企业50家以上，从业人员800人以上。"


@pytest.mark.parametrize(
    ("item", "chosen"),
    [
        (WHOSE, MANUAL),
        ("（一）入驻小微企业50家以上，专职服务的从业人员8人以上。", None),
        ("（一）从业人员8人以上，入驻小微企业50家以上。", "staff_count"),
    ],
)
def test_whose_people_a_number_counts_is_asked_where_others_were_counted_before(item, chosen):
    (people,) = [one for one in points(item) if "从业人员" in one.quoted]
    assert people.chosen == chosen or chosen is None
    assert (people.chosen == "staff_count") is (chosen == "staff_count")


def test_their_own_blank_of_the_form_is_to_be_confirmed():
    setting = DraftSetting((LooseBlank("入驻企业从业人员", "人", "own_6"),))
    found = list(conditions(chapter(WHOSE), "第二条", setting))
    (people,) = [one for one in found if "从业人员" in one.quoted]
    assert (people.mark, people.chosen) == (DraftMark.CONFIRM, "own_6")


def test_the_region_of_administration_is_no_division():
    (found,) = [one for one in points("（一）在洛阳市行政区域内注册。") if one.choice.writes[0].rule.get("equals")]
    assert found.choice.writes[0].rule["equals"] == "洛阳市"


GROWN = LooseBlank("营业收入", "万元", "yearly_1", table=(("营业收入", "yearly_1 万元"),))


@pytest.mark.parametrize(
    ("said", "chosen"),
    [("营业收入较上年增长5%以上", "yearly_1_growth"), ("近两年营业收入年均增长5%以上", MANUAL)],
)
def test_the_growth_of_what_has_an_answer_for_each_year_is_worked_out_but_no_average(said, chosen):
    (found,) = conditions(chapter(f"（一）{said}。"), "第二条", DraftSetting((GROWN,)))
    assert found.chosen == chosen


def test_a_ratio_that_has_a_name_is_of_two_blanks():
    setting = DraftSetting((LooseBlank("负债总额", "万元", "own_1"), LooseBlank("资产总额", "万元", "own_2")))
    (found,) = conditions(chapter("（一）资产负债率不高于70%。"), "第二条", setting)
    (ratio,) = [one.rule["own_1_to_own_2"] for one in found.choice.writes if "own_1_to_own_2" in one.rule]
    assert (ratio["share_of"], ratio["in"], ratio["over_100"]) == ("own_1", "own_2", True)


def test_a_blank_that_prints_no_unit_counts_in_that_of_the_clause():
    setting = DraftSetting((LooseBlank("有效发明专利数", "", "own_1"), LooseBlank("平台简介", "", "own_2")))
    (found,) = conditions(chapter("（一）拥有有效发明专利2项以上。"), "第二条", setting)
    (measure,) = [one.rule["own_1"] for one in found.choice.writes if one.section == "measures"]
    assert (found.chosen, measure["unit"]) == ("own_1", "项")
