"""The recommender's own papers: a note for the clerk, never asked of the applicant."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.rulebook.find import load
from schemas.status import Disposition, Status
from schemas.tables import list_frame
from tests.builders.contents import AS_OF, contents, enterprise, paper, place, rows
from validators.case import case_of
from validators.judge import judge
from validators.remarks.recommender import recommendation, survey
from validators.verdict import verdict

ZHENGZHOU = load("zhengzhou")
NATIONAL = load("national-2017")


def drawn(count, strange=()):
    asked = [{"enterprise": f"示例{at}有限公司"} for at in range(count)] + [{"enterprise": name} for name in strange]
    listed = [enterprise(at, f"示例{at}有限公司") for at in range(60)]
    tables = {
        "survey": list_frame("survey", rows("survey", *asked)),
        "enterprises": list_frame("enterprises", rows("enterprises", *listed)),
    }
    return replace(contents(), papers=(paper("recommendation_form"),), tables=tables)


def of(read, rulebook=ZHENGZHOU):
    case = case_of(read, rulebook, "application", AS_OF)
    return {one.rule: one for one in survey(case, rulebook.standing.survey)}


@pytest.mark.parametrize(("count", "status"), [(10, Status.PASS), (9, Status.REVIEW), (0, Status.REVIEW)])
def test_ten_enterprises_are_drawn(count, status):
    assert of(drawn(count))["survey.size"].status is status


def test_one_asked_twice_is_one():
    assert of(drawn(9, strange=["示例0有限公司"]))["survey.size"].status is Status.REVIEW


def test_those_asked_stand_on_the_list():
    assert of(drawn(10))["survey.members"].status is Status.PASS
    strange = of(drawn(10, strange=["别处有限公司"]))["survey.members"]
    assert strange.status is Status.REVIEW
    assert "别处有限公司" in strange.message


def test_a_name_nearly_on_the_list_is_said_to_be_so():
    assert "相近" in of(drawn(10, strange=["示例0有限责任公司"]))["survey.members"].message


def test_a_method_is_ticked():
    ticked = replace(drawn(10), papers=(paper("recommendation_form", parts={"method": place()}),))
    assert of(ticked)["survey.method"].status is Status.PASS
    assert of(drawn(10))["survey.method"].status is Status.REVIEW


def test_without_a_form_nothing_is_checked():
    assert {one.status for one in of(contents()).values()} == {Status.REVIEW}


def test_the_form_lies_with_the_dossier():
    case = case_of(replace(contents(), papers=(paper("recommendation_form"),)), NATIONAL, "application", AS_OF)
    assert recommendation(case, NATIONAL.standing.recommendation).status is Status.PASS


def test_zhengzhou_asks_for_the_document_too():
    read = replace(contents(), papers=(paper("recommendation_form"),))
    case = case_of(read, ZHENGZHOU, "application", AS_OF)
    lacking = recommendation(case, ZHENGZHOU.standing.recommendation)
    assert "推荐文件" in lacking.message
    assert "推荐表" not in lacking.message.replace("推荐文件", "")


def test_nothing_of_it_is_asked_of_the_applicant_or_counts():
    read = contents()
    _, findings, _ = judge(read, ZHENGZHOU, "application", date(2026, 3, 15))
    own = [one for one in findings if one.rule.startswith(("survey.", "material.recommendation"))]
    assert len(own) == 5
    assert {one.disposition for one in own} == {Disposition.NOTE}
    assert not {one.status for one in own} - {Status.PASS, Status.REVIEW}
    case = case_of(read, ZHENGZHOU, "application", AS_OF)
    assert not any(reason.startswith(("survey.", "material.recommendation")) for reason in verdict(case, own).reasons)


@pytest.mark.parametrize(
    ("rated", "status", "says"),
    [("satisfied", Status.PASS, "10 行各栏均已填写"), (None, Status.REVIEW, "“总体评价”10 处")],
)
def test_every_column_that_the_survey_has_is_filled(rated, status, says):
    asked = [{"enterprise": f"示例{at}有限公司", "rating": rated} for at in range(10)]
    read = drawn(10)
    found = of(replace(read, tables=read.tables | {"survey": list_frame("survey", rows("survey", *asked))}))
    assert found["survey.filled"].status is status
    assert says in found["survey.filled"].message
    assert found["survey.filled"].disposition is Disposition.NOTE


def test_without_rows_nothing_is_said_to_be_filled():
    assert of(drawn(0))["survey.filled"].status is Status.REVIEW
