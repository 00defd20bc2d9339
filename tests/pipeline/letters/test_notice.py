"""What the applicant is told, everything at once: one row a paper, nothing that nobody is accused of."""

from __future__ import annotations

from dataclasses import replace

from pipeline.letters.notice import points
from tests.builders.reports import BLANK, PHONE, screening


def test_the_faults_of_one_paper_are_one_row() -> None:
    (row,) = points(screening(findings=(BLANK, replace(BLANK, rule="form.application.fax", message="另一栏")))).requests
    assert row.problem.splitlines() == ["（1）申报表“手机”未填写", "（2）另一栏"]
    assert set(row.rules) == {"form.application.mobile", "form.application.fax"}


def test_cells_of_which_nothing_is_proved_are_not_told() -> None:
    besides = "；另有 2 处未能可靠读出，未作认定，需人工核对。"
    told = replace(PHONE, message=PHONE.message.removesuffix("。") + besides)
    rows = [points(screening(findings=(found,))).requests for found in (PHONE, told)]
    assert rows[0] == rows[1]
    assert rows[0][0].problem == "服务企业名单“联系电话”栏1 处格式不对（199000）"


def test_a_rule_that_a_clerk_has_settled_is_not_asked() -> None:
    of = screening(findings=(BLANK, PHONE))
    assert {rule for row in points(of, {BLANK.rule}).requests for rule in row.rules} == {PHONE.rule}
