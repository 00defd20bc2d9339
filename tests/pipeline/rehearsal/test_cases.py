"""A complete dossier first, then one for each rule."""

from __future__ import annotations

import pytest

from pipeline.rehearsal.cases import COMPLETE, cases
from pipeline.rulebook.find import available, load


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
