"""What a place in a sentence speaks of: the last year, another one, one event, a plan."""

from __future__ import annotations

import pytest

from extractors.narrative.periods import INHERITED, Clock, Period, heading_span, years_before

LAST = 2025


def at_end(sentence):
    return Clock(sentence, INHERITED, LAST).at(len(sentence)).period


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        pytest.param("2025年开展活动", Period.LAST, id="the-last-year"),
        pytest.param("2024年开展活动", Period.OTHER, id="another-year"),
        pytest.param("二〇二五年开展活动", Period.LAST, id="in-hanzi"),
        pytest.param("2025年3月开展活动", Period.EVENT, id="one-month"),
        pytest.param("2025年1-12月开展活动", Period.LAST, id="the-whole-year"),
        pytest.param("近三年开展活动", Period.MANY, id="several-years"),
        pytest.param("2023年至2025年开展活动", Period.MANY, id="from-year-to-year"),
        pytest.param("2026年计划开展活动", Period.PLAN, id="a-plan"),
        pytest.param("下一步力争开展活动", Period.PLAN, id="a-hope"),
        pytest.param("开展活动", Period.LAST, id="inherited"),
    ],
)
def test_periods(sentence, period):
    assert at_end(sentence) is period


def test_what_is_compared_is_another_year_up_to_where_the_sentence_goes_on():
    sentence = "2025年较2024年增长，共开展活动"
    clock = Clock(sentence, INHERITED, LAST)
    assert clock.at(sentence.index("4")).period is Period.OTHER
    assert clock.at(len(sentence)).period is Period.LAST


@pytest.mark.parametrize(
    ("heading", "period"),
    [("下一步规划", Period.PLAN), ("工作业绩与规划情况", None), ("2024年服务情况", Period.OTHER), ("服务情况", None)],
)
def test_headings(heading, period):
    span = heading_span(heading, LAST)
    assert (span.period if span else None) is period


def test_a_list_of_years():
    assert years_before("2024年、2025年") == [2024, 2025]
    assert years_before("服务企业") == []
