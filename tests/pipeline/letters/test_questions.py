"""A row for each matter: what contradicts itself, what looks like a slip; not what follows from another row."""

from __future__ import annotations

from dataclasses import replace

from pipeline.letters.questions import is_asked, misnamed, outward, questions
from schemas.figures import figures_frame
from schemas.status import Disposition, Reason, Status
from tests.builders.contents import APPLICANT, figure
from tests.builders.reports import DIFFER, contents, screening

NAMES = replace(DIFFER, rule="crosscheck.applicant_name", actual="两处不同")


def named(*figures):  # type: ignore[no-untyped-def]
    return screening(findings=(NAMES,), seen=replace(contents(), figures=figures_frame(figures)))


def test_a_declaration_in_anothers_name_is_no_question() -> None:
    of = named(figure("applicant_name", APPLICANT), figure("applicant_name", "乙城另一有限公司", "declaration"))
    assert [paper.name for paper in misnamed(of)] == ["乙城另一有限公司"]
    assert list(questions(of)) == []


def test_a_licence_in_another_name_is_a_question_and_its_declaration_is_not_part_of_it() -> None:
    licence, other = figure("applicant_name", "丙公司", "licence"), figure("applicant_name", "乙公司", "declaration")
    of = named(figure("applicant_name", APPLICANT), licence, other)
    (row,) = questions(of)
    assert APPLICANT in row.stated
    assert "丙公司" in row.stated
    assert "乙公司" not in row.stated


def test_where_nobody_found_names_apart_no_paper_is_misnamed() -> None:
    of = named(figure("applicant_name", APPLICANT), figure("applicant_name", "乙公司", "declaration"))
    held = replace(of, findings=(replace(NAMES, status=Status.PASS),))
    assert list(misnamed(held)) == []


def test_the_difference_of_two_shares_is_told_in_points() -> None:
    shares = [figure("qualified_staff_share", 80), figure("qualified_staff_share", 75, "roster")]
    differs = replace(DIFFER, rule="crosscheck.qualified_staff_share")
    of = screening(findings=(differs,), seen=replace(contents(), figures=figures_frame(shares)))
    (row,) = questions(of)
    assert row.please.startswith("相差 5 个百分点。")


def test_what_the_recommender_was_told_is_not_the_applicants_to_explain() -> None:
    asked = replace(DIFFER, rule="condition.satisfaction", status=Status.REVIEW, reason=Reason.CONFLICT)
    told = [figure("satisfaction", 85, "roster"), figure("satisfaction", 70, "survey")]
    for count, rows in ((1, 1), (2, 0)):
        of = screening(findings=(asked,), seen=replace(contents(), figures=figures_frame(told[:count])))
        assert len(list(questions(of))) == rows


def test_a_question_that_only_the_clerk_can_answer_is_not_asked() -> None:
    assert is_asked(DIFFER)
    assert is_asked(replace(DIFFER, status=Status.REVIEW, reason=Reason.CONFLICT))
    assert not is_asked(replace(DIFFER, status=Status.REVIEW, reason=Reason.UNREADABLE))
    assert not is_asked(replace(DIFFER, disposition=Disposition.NOTE))


def test_what_is_told_within_the_bureau_stays_there() -> None:
    assert (
        outward("申报表 12 人（经办人更正）；名单 11 人（至少此数，经办人更正）")
        == "申报表 12 人；名单 11 人（至少此数）"
    )


def test_what_nobody_is_accused_of_is_not_told_to_the_applicant() -> None:
    assert outward("“联系人”栏1 处未填写，请补正；另有 2 处未能可靠读出，未作认定，需人工核对。") == (
        "“联系人”栏1 处未填写，请补正。"
    )
