"""One number is taken apart from what stands around it; two numbers, a range, another money are none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.values.written_numbers import written_number


@pytest.mark.parametrize(
    ("text", "value", "unit", "approximate"),
    [
        pytest.param("约３００余家", "300", "家", True, id="about-and-over"),
        pytest.param("共计1,234.5万元整", "12345000", "元", False, id="ten-thousands"),
        pytest.param("1.2亿", "120000000", "", False, id="a-step-alone"),
        pytest.param("（30）人", "30", "人", False, id="in-brackets"),
        pytest.param("壹佰元伍角", "100.5", "元", False, id="coins"),
        pytest.param("10人（含兼职）", "10", "人", False, id="a-note"),
    ],
)
def test_one_number(text, value, unit, approximate):
    read = written_number(text)
    assert read is not None
    assert (read.value, read.unit, read.approximate) == (Decimal(value), unit, approximate)


@pytest.mark.parametrize("text", ["8至10家", "不足10家", "300美元", "10人20家的", "三四家", ""])
def test_no_number(text):
    assert written_number(text) is None


@pytest.mark.parametrize("text", ["7e87", "1E60元", "9e99元"])
def test_a_number_of_many_noughts_stops_nothing(text):
    read = written_number(text)
    assert read is not None
    assert read.value > 10**60 - 1
    assert "E" not in str(read.digits)
