"""How many points are there, how many settled: what follows from another is none of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pipeline.results.points import PointCount, counted, points, total
from schemas.decisions import AppliedDecision, Choice, Decision
from schemas.findings import Finding
from schemas.status import Disposition, Status
from tests.builders.reports import BLANK, DIFFER, FAULTS, LAPSED, MISSING, SHORT, screening


def laid(rule: str, choice: Choice = Choice.ACCEPT, *, stale: bool = False, second: str = "") -> AppliedDecision:
    return AppliedDecision(Decision("甲", rule, choice, "张三", date(2026, 3, 1), "已核实", "", second), stale)


def test_notes_passes_and_single_services_are_no_points() -> None:
    service = replace(SHORT, rule="condition.function.legal.activities")
    of = screening(findings=(LAPSED, replace(DIFFER, status=Status.PASS), service, SHORT))
    assert points(of) == [SHORT]


def test_what_follows_from_another_point_counts_with_it() -> None:
    follows = replace(SHORT, caused_by=DIFFER.rule)
    assert points(screening(findings=(DIFFER, follows))) == [DIFFER]
    passed = replace(DIFFER, status=Status.PASS)
    assert points(screening(findings=(passed, follows))) == [follows]


@pytest.mark.parametrize(
    ("applied", "decided"),
    [
        pytest.param(laid(SHORT.rule), 1, id="accepted"),
        pytest.param(laid(SHORT.rule, Choice.OVERRULE), 1, id="overruled"),
        pytest.param(laid(SHORT.rule, stale=True), 0, id="its-evidence-changed-since"),
        pytest.param(laid(SHORT.rule, Choice.WAIVE), 0, id="waived-by-one"),
        pytest.param(laid(SHORT.rule, Choice.WAIVE, second="李四"), 1, id="waived-by-two"),
        pytest.param(laid(MISSING.rule), 0, id="about-another"),
    ],
)
def test_what_a_decision_settles(applied: AppliedDecision, decided: int) -> None:
    count = counted(screening(findings=(SHORT, BLANK)), {applied.decision.rule: applied})
    assert (count.open, count.decided, count.left) == (2, decided, 2 - decided)


def test_what_a_clerk_found_is_settled() -> None:
    own = Finding("own.1", Status.FAIL, "", "合同已到期", disposition=Disposition.SUPPLEMENT)
    assert counted(screening(findings=(own, SHORT)), {}) == PointCount(2, 1, 1)


def test_all_dossiers_together() -> None:
    assert total([PointCount(3, 1, 1), PointCount(2, 2, 0)]) == PointCount(5, 3, 1)
    assert total([]) == PointCount(0, 0, 0)
    assert counted(screening(findings=FAULTS), {}).unreadable == 1
