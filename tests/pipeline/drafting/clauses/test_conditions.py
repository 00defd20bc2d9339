"""Every number of the conditions is a point: written where it is certain, left to people where it is not."""

from __future__ import annotations

from decimal import Decimal

import pytest

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
