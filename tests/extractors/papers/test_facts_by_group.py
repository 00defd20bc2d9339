"""Without a label in front, a paper says what its kind of paper says: its last day, whom it is addressed to."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.papers.facts_by_group import addressee, facts_beside_labels
from schemas.locator import Locator

AS_OF = date(2026, 3, 15)


def runs(*lines):
    return [[(text, Locator("材料.docx", cell=f"段{at}"))] for at, text in enumerate(lines, 1)]


def first(group, *lines):
    facts = {}
    for key, fact in facts_beside_labels(group, runs(*lines), AS_OF):
        facts.setdefault(key, fact.value)
    return facts


@pytest.mark.parametrize(
    ("lines", "made_on"),
    [
        pytest.param(["2025年1月2日", "2025年3月4日"], "2025-03-04", id="the-last-one"),
        pytest.param(["2025年1月2日", "2030年3月4日"], "2025-01-02", id="not-one-to-come"),
        pytest.param(["于2025年1月2日签订"], None, id="not-inside-a-sentence"),
    ],
)
def test_a_paper_is_signed_where_a_day_stands_alone(lines, made_on):
    assert first("other", *lines).get("made_on") == made_on


def test_the_oldest_page_of_a_credit_report_decides():
    assert first("credit", "查询于2026年3月2日", "查询于2026年2月1日")["made_on"] == "2026-02-01"
    assert "subject" not in first("credit", "国家企业信用信息公示系统", "甲城市工业和信息化局")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        pytest.param("甲城示例服务有限公司全体股东：", "甲城示例服务有限公司", id="the-audited"),
        pytest.param("乙城示例会计师事务所（特殊普通合伙）：", None, id="the-auditor-itself"),
        pytest.param("甲城示例服务有限公司全体股东同意", None, id="no-address"),
    ],
)
def test_addressee(line, name):
    found = addressee(runs(line))
    assert (found.value if found else None) == name


def test_a_lease_tells_room_area_and_term():
    facts = first("lease", "甲方将位于某市某路1号三层的房屋（300平方米）出租，2025年1月1日起至2027年12月31日止。")
    assert facts["address"] == "某市某路1号三层"
    assert (facts["area"], facts["term_from"], facts["term_until"]) == ("300", "2025-01-01", "2027-12-31")


@pytest.mark.parametrize(
    ("line", "year"),
    [
        pytest.param(
            "单位名称：甲城示例有限公司 缴费所属期：2025 年 12 月 参保人数：20人", "2025", id="a-month-in-words"
        ),
        pytest.param("费款所属期：202512", "2025", id="a-month-in-digits"),
        pytest.param("所属期 2024-12", "2024", id="a-dash"),
        pytest.param("费款所属期：2024年1月至2025年12月", "2025", id="a-span-ends-in-the-last-year"),
        pytest.param("统计年度：2025", "2025", id="a-year-alone"),
        pytest.param("打印日期：2026年1月5日", None, id="the-day-of-printing-is-no-period"),
        pytest.param("所属期：20251234567", None, id="a-long-number-is-no-month"),
    ],
)
def test_the_period_that_a_list_says_it_is_of(line, year):
    assert first("other", line).get("year") == year
