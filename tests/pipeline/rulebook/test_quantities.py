"""Quantities of regulation sentences in the spellings that regulations use."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.values.numerals import numeral
from pipeline.rulebook.articles import plain
from pipeline.rulebook.quantities import quantities, spelled


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param("资产总额不少于 30 万元", [("30", "万元")], id="wan"),
        pytest.param("融资总额１．５亿元以上", [("15000", "万元")], id="hundred-million-full-width"),
        pytest.param("注册资本不低于500000元", [("50", "万元")], id="plain-yuan"),
        pytest.param("满意度在80％以上", [("80", "%")], id="full-width-percent"),
        pytest.param("满意度百分之八十五以上", [("85", "%")], id="percent-in-words"),
        pytest.param("运营两年以上，人员二十人", [("2", "年"), ("20", "人")], id="chinese-numerals"),
        pytest.param("年培训2万人次以上", [("20000", "人次")], id="ten-thousand-attendances"),
        pytest.param("活动 3次以上，服务60户", [("3", "次"), ("60", "家")], id="households-count-as-enterprises"),
        pytest.param("上一年度审计报告，每一年一次", [("1", "次")], id="last-year-is-no-quantity"),
        pytest.param("自2022年1月1日起", [], id="a-date-is-no-quantity"),
        pytest.param("第三年，具有一定的声誉", [], id="ordinals-and-idioms"),
        pytest.param("年培训两万三百人次", [("20300", "人次")], id="ten-thousand-and-hundreds"),
        pytest.param("年培训两万三人次", [], id="short-for-23000-or-20003"),
        pytest.param("服务企业一百五十家", [("150", "家")], id="hundred-and-fifty"),
        pytest.param("服务企业一百五家", [], id="short-for-150-or-105"),
        pytest.param("每季度三四次", [], id="three-or-four"),
        pytest.param("满意度百分之百", [("100", "%")], id="all-of-a-hundred"),
        pytest.param("至少满足3项", [("3", "项")], id="number-of-functions"),
    ],
)
def test_quantities(sentence, found):
    assert [(one.value, one.unit) for one in quantities(plain(sentence))] == [
        (Decimal(value), unit) for value, unit in found
    ]


@given(st.integers(min_value=1, max_value=99))
def test_an_article_number_reads_back(number):
    assert numeral(spelled(number)) == number


@given(st.integers(min_value=1, max_value=10**6), st.sampled_from(["家", "人", "%", "人次", "课时", "万元"]))
def test_a_number_in_digits_reads_back_wherever_it_stands(number, unit):
    (found,) = quantities(plain(f"其中不少于 {number} {unit}以上"))
    assert (found.value, found.unit) == (number, unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        pytest.param("运营时间满18个月", Decimal("1.5"), "年", id="months-that-are-half-years"),
        pytest.param("运营时间满7个月", Decimal(7), "个月", id="months-that-are-none"),
        pytest.param("活动5场(次)以上", Decimal(5), "次", id="events-in-a-bracket"),
    ],
)
def test_months_and_events_are_told_in_the_units_of_measures(text, value, unit):
    (one,) = quantities(text)
    assert (one.value, one.unit) == (value, unit)
