"""What the past asks about an application: only ever a question, on both sides of each day."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from pipeline.rulebook.find import load
from schemas.regulation.standing import PastTitle
from schemas.status import Reason, Status
from schemas.tables import list_frame
from tests.builders.contents import APPLICANT, contents, rows, year
from validators.case import case_of
from validators.remarks.history import RULES, history

ZHENGZHOU = load("zhengzhou")
HARBIN = load("harbin")


def past(**more):
    told = {
        "rulebook": "zhengzhou",
        "rulebook_title": ZHENGZHOU.title,
        "name": APPLICANT,
        "number": "样工信〔2023〕1号",
        "holds": True,
        "ends": date(2026, 6, 30),
        "valid_article": "第十四条",
    }
    return PastTitle(**{**told, **more})


def found(*titles, as_of="2026-03-15", rulebook=ZHENGZHOU, procedure="application", read=None):
    case = case_of(read or contents(), rulebook, procedure, date.fromisoformat(as_of))
    return {one.rule: one for one in history(case, titles)}


def test_a_unit_without_a_past_asks_nothing():
    assert [one.status for one in found().values()] == [Status.PASS, Status.PASS, Status.NOT_APPLICABLE, Status.PASS]
    assert tuple(found()) == RULES


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        pytest.param("2025-12-31", Status.REVIEW, id="the-year-before"),
        pytest.param("2026-01-01", Status.PASS, id="the-year-in-which-it-ends"),
    ],
)
def test_one_may_apply_again_in_the_year_in_which_the_title_ends(as_of, status):
    title = found(past(), as_of=as_of)["history.title"]
    assert title.status is status
    assert title.article == "第十四条"
    assert "2026-06-30" in title.message


def test_a_title_without_a_term_is_a_question():
    assert found(past(rulebook="harbin", ends=None), rulebook=HARBIN)["history.title"].status is Status.REVIEW


def test_a_title_under_another_regulation_is_no_repeated_application():
    assert found(past(rulebook="national-2017", ends=date(2027, 6, 30)))["history.title"].status is Status.PASS


def test_a_name_that_nearly_agrees_is_a_weak_match():
    title = found(past(near="甲城示例服务有限责任公司"))["history.title"]
    assert (title.status, title.reason) == (Status.REVIEW, Reason.WEAK_MATCH)


def test_a_recheck_of_a_holder_is_as_it_should_be():
    held = past(rulebook="harbin", ends=None)
    assert found(held, rulebook=HARBIN, procedure="review")["history.title"].status is Status.PASS
    assert found(rulebook=HARBIN, procedure="review")["history.title"].status is Status.REVIEW


LOST = {"holds": False, "lost_on": date(2024, 3, 5), "lost_asks": "违法违规", "lost_article": "第十四条"}


@pytest.mark.parametrize(("as_of", "status"), [("2027-03-05", Status.REVIEW), ("2027-03-06", Status.PASS)])
def test_a_bar_ends_with_its_last_day(as_of, status):
    bar = found(past(**LOST, barred_until=date(2027, 3, 5)), as_of=as_of)["history.bar"]
    assert bar.status is status
    assert bar.article == "第十四条"


def test_a_loss_without_a_bar_in_the_text_bars_nothing():
    bar = found(past(**LOST))["history.bar"]
    assert bar.status is Status.PASS
    assert "没有规定" in bar.message


def declared(**columns):
    frame = list_frame("operations", rows("operations", year(2024, **columns)))
    return replace(contents(), tables={"operations": frame})


@pytest.mark.parametrize(
    ("then", "status"),
    [
        pytest.param("100", Status.PASS, id="the-same"),
        pytest.param("101", Status.PASS, id="within-one-percent"),
        pytest.param("102", Status.REVIEW, id="beyond"),
    ],
)
def test_figures_of_one_year_are_held_against_those_of_last_time(then, status):
    told = past(figures={"2024": {"revenue": Decimal(then)}})
    figures = found(told, read=declared(revenue=100))["history.figures"]
    assert figures.status is status


def test_enterprises_are_counted_exactly():
    told = past(figures={"2024": {"enterprises_served": Decimal(81)}})
    figures = found(told, read=declared(served=80))["history.figures"]
    assert figures.status is Status.REVIEW
    assert "上次 81，本次 80" in figures.message


def test_figures_of_other_years_are_not_held_against_each_other():
    told = past(figures={"2023": {"revenue": Decimal(1)}})
    assert found(told, read=declared(revenue=100))["history.figures"].status is Status.NOT_APPLICABLE


@pytest.mark.parametrize(("as_of", "status"), [("2025-06-30", Status.PASS), ("2025-07-01", Status.REVIEW)])
def test_an_overdue_recheck_elsewhere_is_a_question(as_of, status):
    held = past(rulebook="harbin", rulebook_title="某办法", ends=None, recheck_due=date(2025, 6, 30))
    assert found(held, as_of=as_of)["history.recheck"].status is status


def test_nothing_of_the_past_ever_fails():
    worst = past(**{**LOST, "holds": True}, barred_until=date(2030, 1, 1), recheck_due=date(2020, 1, 1))
    assert Status.FAIL not in {one.status for one in found(worst, as_of="2025-03-15").values()}
