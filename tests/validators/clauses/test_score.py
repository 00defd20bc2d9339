"""评价得分60分以上，其中创新能力不低于20分，或满足直通条件 (〔2022〕63号附件1 一)."""

from dataclasses import replace
from decimal import Decimal

import pytest

from schemas.regulation.conditions import Condition
from schemas.regulation.score import PartThreshold, PointClass, Score, ScoreItem
from tests.builders.contents import at_least, case, contents, figure, material, paper, rulebook
from validators.judge import judge


def item(name, part, measure, points):
    classes = (PointClass(Decimal(points), "甲", (at_least(measure, 10),)), PointClass(Decimal(0), "无"))
    return ScoreItem(name, name, "二", part, classes)


SCORE = Score(
    article="一",
    asks="评价得分达到60分以上",
    at_least=Decimal(60),
    items=(item("people", "创新能力", "staff_count", 40), item("assets", "成长性", "total_assets", 30)),
    thresholds=(PartThreshold("创新能力", Decimal(20)),),
)
DIRECT = replace(SCORE, direct=(Condition("award", "一（一）", "获得过科技奖励", material="5.1"),))
PROOF = paper("superior_recognition")


def judged(staff=None, assets=None, score=SCORE, papers=(), **more):
    stated = [figure("staff_count", staff)] if staff else []
    stated += [figure("total_assets", assets)] if assets else []
    rules = rulebook(materials=[material("5.1", "superior_recognition", optional=True)], score=score)
    read = case(contents(stated, papers=papers, **more), rules)
    _, findings, verdict = judge(read.contents, read.rulebook, "application", read.as_of)
    return {one.rule: one for one in findings}, verdict


@pytest.mark.parametrize(
    ("staff", "assets", "status", "points"),
    [
        pytest.param(10, 10, "pass", (70, 70), id="surely-enough"),
        pytest.param(10, 9, "fail", (40, 40), id="surely-too-few"),
        pytest.param(10, None, "review", (40, 70), id="possibly-enough"),
        pytest.param(None, 9, "fail", (0, 40), id="too-few-even-so"),
    ],
)
def test_the_sum_is_an_interval(staff, assets, status, points):
    findings, _ = judged(staff, assets)
    assert (findings["condition.score"].status, findings["condition.score"].points) == (status, points)


def test_a_part_has_a_threshold_of_its_own():
    enough = replace(SCORE, at_least=Decimal(30), thresholds=(PartThreshold("创新能力", Decimal(40)),))
    assert judged(10, 10, enough)[0]["condition.score"].status == "pass"
    assert judged(9, 10, enough)[0]["condition.score"].status == "fail"


def test_single_items_feed_the_sum_and_count_for_nothing():
    findings, verdict = judged(10, None)
    assert findings["condition.score.assets"].status == "review"
    assert findings["condition.score.assets"].points == (0, 30)
    assert "condition.score" in verdict.reasons
    assert "condition.score.assets" not in verdict.reasons


def test_a_way_around_needs_no_points():
    assert judged(9, 9, DIRECT, [PROOF])[0]["condition.score"].status == "pass"


def test_a_way_that_no_paper_proves_is_not_gone():
    assert judged(9, 9, DIRECT)[0]["condition.score"].status == "fail"


def test_a_way_that_the_applicant_claims_is_for_a_person():
    claims = replace(DIRECT, claimed_by=("platform_type",))
    rules = rulebook(materials=[material("5.1", "superior_recognition", optional=True)], score=claims)
    stated = [figure("staff_count", 9), figure("total_assets", 9), figure("platform_type", "是")]
    read = case(contents(stated), rules)
    found = {one.rule: one for one in judge(read.contents, read.rulebook, "application", read.as_of)[1]}
    assert found["condition.score"].status == "review"


def test_a_proof_that_may_lie_unread_keeps_a_way_open():
    unread = judged(9, 9, DIRECT, unidentified=(paper("lease").evidence,))
    assert unread[0]["condition.score"].status == "review"
