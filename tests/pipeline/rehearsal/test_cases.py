"""A complete dossier first, then one for each rule."""

from __future__ import annotations

import pytest

from pipeline.rehearsal.cases import COMPLETE, cases, unrehearsed
from pipeline.rulebook.find import available, load
from tests.builders.drafts import made_up_rulebook


@pytest.mark.parametrize("name", available())
def test_every_bound_and_every_required_item_has_its_dossier(name):
    rulebook = load(name)
    found = list(cases(rulebook))
    rules = {case.rule for case in found if case.procedure == "application"}
    bounds = {f"condition.{one.measure}" for one in rulebook.conditions if one.at_least is not None or one.rising}
    items = {
        f"material.{one.item}"
        for one in rulebook.procedures["application"].materials
        if not one.optional and {demand.kind for way in one.alternatives for demand in way} != {"application_form"}
    }
    assert bounds <= rules
    assert items - {"material.9.1", "material.12.2", "material.8.1"} <= rules
    assert len({case.id for case in found}) == len(found)


def test_each_is_held_against_a_complete_one_that_comes_before_it():
    seen = set()
    for case in cases(load("harbin")):
        seen |= {case.id} if not case.rule else set()
        assert case.base in seen
    assert {f"{COMPLETE}.employees", f"{COMPLETE}.managers", f"{COMPLETE}.review"} == seen


def test_what_a_clause_may_relax_is_for_people():
    found = {case.rule: case for case in cases(load("qinhuangdao-2020"))}
    assert found["condition.total_assets"].for_people
    assert not next(case for case in cases(load("harbin")) if case.rule == "condition.total_assets").for_people


def test_the_dossier_says_by_how_much_it_misses():
    titles = {case.rule: case.title for case in cases(load("harbin"))}
    assert titles["condition.total_assets"] == "资产总额：29.99 万元（要求不少于 30）"
    assert titles["condition.operating_years"] == "运营年限：差一天满 1 年"


def test_an_upper_bound_is_missed_from_above(tmp_path):
    path = made_up_rulebook(tmp_path)
    text = path.read_text(encoding="utf-8").replace(
        "measure: staff_count, at_least: 8", "measure: staff_count, at_most: 300", 1
    )
    path.write_text(text, encoding="utf-8")
    case = next(one for one in cases(load(path)) if one.rule == "condition.staff_count")
    assert case.title == "从业人数：301 人（要求不超过 300）"
    assert case.amounts.whole("staff_count") == 301


def test_what_no_dossier_is_made_for_is_told():
    assert "具有独立法人资格" in unrehearsed(load("harbin"))
    assert "资产总额不少于30万元" not in unrehearsed(load("harbin"))
