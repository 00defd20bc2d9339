"""Nanjing 一（二）: 近两年服务企业数量增长10%以上. Each step, the whole time and the yearly mean are readings."""

from decimal import Decimal

import pytest

from schemas.rulebook import Condition
from tests.builders.contents import case, contents, year
from validators.conditions import condition

ASKED = Condition("enterprise_growth", "一（二）", "近两年增长10%以上", at_least=Decimal(10), steps=2)


def judged(*served, asked=ASKED):
    rows = [year(2026 - len(served) + at, one) for at, one in enumerate(served) if one is not None]
    return condition(case(contents(tables={"operations": rows})), asked)


@pytest.mark.parametrize(
    ("served", "status"),
    [
        pytest.param((100, 110, 121), "pass", id="just-so-much-each-year"),
        pytest.param((100, 105, 115), "review", id="only-over-both-years"),
        pytest.param((100, 130, 131), "review", id="on-average-but-not-each-year"),
        pytest.param((100, 104, 109), "fail", id="by-no-reading"),
        pytest.param((100, 90, 80), "fail", id="a-fall"),
        pytest.param((None, 110, 121), "review", id="a-year-is-lacking"),
    ],
)
def test_every_reading_of_the_two_years(served, status):
    assert judged(*served).status == status


def test_the_message_shows_each_reading():
    found = judged(100, 105, 115)
    assert "按逐年计 5%、9.52%，不符合" in found.message
    assert "按两端相比计 15%，符合" in found.message


@pytest.mark.parametrize(("served", "status"), [((100, 110), "pass"), ((100, 109), "fail")])
def test_one_year_has_one_reading(served, status):
    one = Condition("enterprise_growth", "一", "上年度增长10%", at_least=Decimal(10), steps=1)
    assert judged(*served, asked=one).status == status


def test_two_numbers_of_one_year_are_for_a_person():
    rows = [year(2023, 100), year(2024, 110), year(2025, 121), year(2025, 90)]
    found = condition(case(contents(tables={"operations": rows})), ASKED)
    assert (found.status, found.reason) == ("review", "conflict")
