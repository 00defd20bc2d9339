"""评分时提供, 满足直通条件时提供, 自有的提供: an item that is asked of some applicants only."""

from dataclasses import replace
from decimal import Decimal

import pytest

from schemas.regulation.bounds import Whom
from schemas.regulation.conditions import Condition
from schemas.regulation.demands import Needed
from schemas.regulation.score import Score
from tests.builders.contents import at_least, case, contents, entry, figure, material, paper, rulebook
from validators.judge import judge

POINTS = Score("一", "得分", Decimal(0), (), direct=(Condition("award", "一", "科技奖励", material="5.1"),))
REGION = Needed("珠三角", whom=Whom("珠三角", regions=("广东省广州市",)))


def judged(needed, figures=(), entries=(), papers=(), **rules_):
    asked = material("4.1", "audit_report", needed=needed)
    rules = rulebook(materials=[asked, material("5.1", "superior_recognition", optional=True)], **rules_)
    read = case(contents(figures, entries, papers=papers), rules)
    held, findings, verdict = judge(read.contents, read.rulebook, "application", read.as_of)
    return held[0].status, {one.rule: one.status for one in findings}["material.4.1"], verdict.reasons


@pytest.mark.parametrize(
    ("place", "status"),
    [("广东省广州市", "fail"), ("广东省韶关市", "not_applicable"), (None, "review")],
)
def test_of_the_applicants_of_a_region(place, status):
    assert judged(REGION, [figure("registered_in", place)] if place else [])[1] == status


@pytest.mark.parametrize(
    ("filled", "value", "status"),
    [(True, "郑州", "fail"), (True, None, "not_applicable"), (False, "郑州", "not_applicable"), (False, None, "fail")],
)
def test_where_a_blank_is_filled_or_left_blank(filled, value, status):
    needed = Needed("filled", blank="website", filled=filled)
    assert judged(needed, entries=[entry("website", value)])[1] == status


@pytest.mark.parametrize(
    ("staff", "met", "status"),
    [(10, True, "fail"), (9, True, "not_applicable"), (9, False, "fail"), (None, True, "review")],
)
def test_where_a_condition_is_met_or_is_not(staff, met, status):
    needed = Needed("met", condition="staff_count", met=met)
    stated = [figure("staff_count", staff)] if staff else []
    assert judged(needed, stated, conditions=[at_least("staff_count", 10)])[1] == status


@pytest.mark.parametrize(
    ("way", "proof", "status"),
    [
        ("direct", True, "fail"),
        ("direct", False, "not_applicable"),
        ("points", True, "not_applicable"),
        ("points", False, "fail"),
    ],
)
def test_by_the_way_that_the_applicant_goes(way, proof, status):
    papers = [paper("superior_recognition")] if proof else []
    assert judged(Needed(way, way=way), papers=papers, score=POINTS)[1] == status


def test_what_is_not_asked_counts_for_nothing_and_what_is_there_is_there():
    elsewhere = [figure("registered_in", "广东省韶关市")]
    assert "material.4.1" not in judged(REGION, elsewhere)[2]
    assert judged(REGION, elsewhere, papers=[paper("audit_report")])[0] == "present"


def test_without_a_way_around_everybody_goes_by_points():
    assert judged(Needed("points", way="points"), score=replace(POINTS, direct=()))[1] == "fail"
