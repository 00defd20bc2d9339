"""What the applicant is told, everything at once: one row a paper, nothing that nobody is accused of."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from pipeline.letters.notice import Request, points
from schemas.findings import Finding
from tests.builders.contents import APPLICANT, contents, entry, figure, paper
from tests.builders.judged import judged
from tests.builders.reports import BLANK, PHONE, screening


def of_forms(*findings: Finding, settled: Collection[str] = ()) -> list[Request]:
    """The rows that answer blanks and columns of forms and lists."""
    rows = points(screening(findings=findings), settled).requests
    return [row for row in rows if any(rule.startswith("form.") for rule in row.rules)]


def test_the_faults_of_one_paper_are_one_row() -> None:
    faults = (BLANK, replace(BLANK, rule="form.application.fax", message="另一栏"))
    (row,) = of_forms(*faults)
    assert row.problem.splitlines() == ["（1）申报表“手机”未填写", "（2）另一栏"]
    assert set(row.rules) == {"form.application.mobile", "form.application.fax"}


def test_cells_of_which_nothing_is_proved_are_not_told() -> None:
    besides = "；另有 2 处未能可靠读出，未作认定，需人工核对。"
    told = replace(PHONE, message=PHONE.message.removesuffix("。") + besides)
    rows = [of_forms(found) for found in (PHONE, told)]
    assert rows[0] == rows[1]
    assert rows[0][0].problem == "服务企业名单“联系电话”栏1 处格式不对（199000）"


def test_a_rule_that_a_clerk_has_settled_is_not_asked() -> None:
    assert {rule for row in of_forms(BLANK, PHONE, settled={BLANK.rule}) for rule in row.rules} == {PHONE.rule}


def test_the_rows_stand_as_the_checklist_has_its_items() -> None:
    form = paper("application_form", "申报表.docx")
    blank = entry("legal_representative", None, "")
    of = judged("harbin", contents(entries=[entry("applicant_name", APPLICANT), blank], papers=[form]))
    papers = [row.paper for row in points(of.screening).requests]
    titles = [item.title for item in of.screening.materials]
    assert papers[0] == "申报表（附件1）"
    assert papers == sorted(papers, key=titles.index)


def test_the_form_of_a_recheck_is_called_by_its_name_and_cited_by_its_item() -> None:
    form = paper("review_form", "测评表.docx")
    blanks = [entry("applicant_name", APPLICANT), entry("staff_count", None, "")]
    of = judged("harbin", contents(entries=blanks, papers=[form]), "review")
    (row,) = [one for one in points(of.screening).requests if "form.application.staff_count" in one.rules]
    assert (row.paper, row.basis) == ("年度运营情况测评表（附件5）", "第十四条")
    assert "测评表“从业人数”未填写" in row.problem


def test_where_no_declaration_is_asked_for_none_is_asked_for_anew() -> None:
    names = [figure("applicant_name", APPLICANT), figure("applicant_name", "乙城另一有限公司", "declaration")]
    read = contents(names, papers=[paper("declaration")])
    asked = {procedure: points(judged("harbin", read, procedure).screening) for procedure in ("application", "review")}
    rows = {name: [row for row in one.requests if "真实性" in row.paper] for name, one in asked.items()}
    assert [len(rows["application"]), len(rows["review"])] == [1, 0]
    assert any("乙城另一有限公司" in row.stated for row in asked["review"].questions)


def test_who_looks_like_the_applicant_is_told_apart_from_who_is_it() -> None:
    from decimal import Decimal

    from tests.builders.contents import enterprise

    listed = {
        "enterprises": [enterprise(1, "丙城投资有限公司")],
        "investors": [{"name": "丙城投资有限公司", "share": Decimal(30)}],
    }
    of = judged("harbin", contents([figure("applicant_name", APPLICANT)], tables=listed))
    (row,) = [one for one in points(of.screening).questions if one.rule == "crosscheck.self_served"]
    assert "投资方或名称相近：丙城投资有限公司" in row.stated
    assert "自身" not in row.item
