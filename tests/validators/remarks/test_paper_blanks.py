"""A blank on which nothing rests is told when nothing was read in it, and asked of nobody."""

from __future__ import annotations

import pytest

from pipeline.letters.notice import points
from schemas.status import Disposition
from tests.builders.contents import APPLICANT, contents, figure, paper
from tests.builders.judged import judged


@pytest.mark.parametrize(
    ("rulebook", "kind", "fact", "value", "rule"),
    [
        ("harbin", "enterprise_list", "list_holder", APPLICANT, "note.list_holder"),
        ("liaocheng-2021", "recommendation_form", "county", "东昌府区", "note.recommending_county"),
        ("zhengzhou", "recommendation_form", "county", "金水区", "note.recommending_county"),
        ("zhengzhou", "recommendation_form", "filed_on", "2026-03-01", "note.recommended_on"),
        ("zhengzhou", "declaration", "legal_representative", "甲一", "note.declaration_signed"),
        ("zhengzhou", "declaration", "made_on", "2026-03-01", "note.declaration_dated"),
        ("qinhuangdao-2020", "recommendation_form", "county", "海港区", "note.recommending_county"),
        ("qinhuangdao-2020", "review_form", "effect", "带动明显", "note.effect"),
        ("qinhuangdao-2020", "review_form", "survey_scope", "电话询问", "note.survey_scope"),
        ("qinhuangdao-2020", "review_form", "survey_quality", "良好", "note.survey_quality"),
        ("qinhuangdao-2020", "review_form", "survey_opinion", "同意", "note.survey_opinion"),
    ],
)
def test_filled_blank_and_without_its_paper(rulebook, kind, fact, value, rule):
    procedure = "review" if kind == "review_form" else "application"
    read = [[paper(kind, facts={fact: value})], [paper(kind)], []]
    found = [judged(rulebook, contents(papers=papers), procedure).findings[rule] for papers in read]
    assert [one.status for one in found] == ["pass", "review", "not_applicable"]
    assert {one.disposition for one in found} == {Disposition.NOTE}


def test_the_list_of_another_is_for_a_person():
    of = judged("harbin", contents(papers=[paper("enterprise_list", facts={"list_holder": "乙城另一有限公司"})]))
    assert of.status("note.list_holder") == "review"
    assert "与申请单位名称不同" in of.says("note.list_holder")


@pytest.mark.parametrize("stated", [[figure("enterprises_served", 80, "roster.total")], []])
def test_the_total_under_the_list(stated):
    of = judged("liaocheng-2021", contents(stated, papers=[paper("enterprise_list")]))
    assert of.status("note.list_total") == ("pass" if stated else "review")


def test_nobody_is_asked_to_fill_it():
    of = judged("zhengzhou", contents(papers=[paper("recommendation_form"), paper("declaration")]))
    asked = {rule for row in points(of.screening).requests for rule in row.rules}
    assert not any(rule.startswith("note.") for rule in asked)
    assert not any(reason.startswith("note.") for reason in of.verdict.reasons)
