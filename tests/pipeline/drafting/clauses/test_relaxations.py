"""Clauses that relax: to a number for the measure they name, or of whole items, and for whom."""

from __future__ import annotations

from decimal import Decimal

from pipeline.drafting.clauses.conditions import conditions
from pipeline.drafting.clauses.relaxations import laid_over, relaxations
from pipeline.drafting.points import DraftMark
from pipeline.rulebook.articles import read_regulation
from tests.builders.drafts import chapter

ITEMS = "（一）资产总额不低于200万元。\n（二）从业人员不少于10人。\n"


def of(clause: str):
    regulation = chapter(ITEMS + clause)
    return list(relaxations(regulation, "第二条", list(conditions(regulation, "第二条"))))


def test_a_number_relaxes_the_measure_it_names_for_those_it_names():
    (found,) = of("由事业单位主办的，资产总额可放宽至不低于100万元。")
    rule = found.choice.writes[0].rule
    assert rule["measure"] == "total_assets"
    assert rule["may_relax"]["to"] == Decimal(100)
    assert rule["may_relax"]["when"]["organisation_type"][0] == "事业单位"
    assert found.mark is DraftMark.CONFIRM


def test_a_number_whose_measure_no_condition_has_is_asked():
    (found,) = of("利润总额可放宽至不低于100万元。")
    assert found.mark is DraftMark.ASKED
    assert found.choice.writes[0].section == "manual"


def test_a_clause_without_a_number_covers_the_items_that_it_names():
    (found,) = of("（三）业绩突出的平台，上述（一）的条件可适度放宽。")
    assert found.choice.writes[0].rule["covers"] == ["第二条（一）"]


def test_a_clause_for_places_that_no_table_knows_is_asked():
    (found,) = of("（三）欠发达地区的平台，上述（一）的条件可适度放宽。")
    assert found.mark is DraftMark.ASKED


def test_the_relaxed_bound_is_laid_over_its_own_condition_alone():
    one = {"measure": "total_assets", "article": "第二条（一）"}
    clause = {"measure": "total_assets", "article": "第二条（一）", "may_relax": {"to": 100}}
    assert laid_over([one, {**one, "article": "第三条"}], [clause]) == [
        {**one, "may_relax": {"to": 100}},
        {**one, "article": "第三条"},
    ]


def test_who_need_not_meet_some_items_is_relaxed_and_no_judgement():
    notice = read_regulation(
        "一、申报条件\n1. 申报主体\n1.1 具有独立法人资格。\n2. 服务能力\n2.1 资产总额不低于200万元。\n"
        "2.2 从业人员不少于10人。\n被认定为省级示范基地的，可不受2.1和2.2限制。\n"
    )
    (found,) = relaxations(notice, "一", list(conditions(notice, "一")))
    assert found.choice.writes[0].rule["covers"] == ["一2.1", "一2.2"]
