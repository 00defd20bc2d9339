"""A unit of money is named by the head of a column, by a line above it, or by a note in brackets."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.values.money_units import in_yuan, unit_of_head, unit_of_line
from extractors.values.units import units


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        pytest.param("购买价格（万元）", "万元", id="in-brackets"),
        pytest.param("服务收费(元)", "元", id="half-width-brackets"),
        pytest.param("单位：千元", "千元", id="unit-line"),
        pytest.param("金额/元", "元", id="behind-a-stroke"),
        pytest.param("服务规模（家、人/次）", "", id="no-money"),
        pytest.param("单位元素", "", id="a-word-that-begins-so"),
    ],
)
def test_unit_of_a_head(head: str, unit: str) -> None:
    assert unit_of_head(head) == unit


@pytest.mark.parametrize(
    ("line", "noted", "unit"),
    [
        pytest.param("编制单位：示例有限公司 2025年12月31日 单位：元", False, "元", id="at-the-end-of-a-line"),
        pytest.param("金额单位：人民币万元", False, "万元", id="with-the-currency"),
        pytest.param("资产总额（万元）", False, "", id="a-note-is-no-line"),
        pytest.param("资产总额（万元）", True, "万元", id="a-note"),
        pytest.param("币种：人民币元", True, "元", id="a-currency"),
        pytest.param("编制单位：示例有限公司", True, "", id="another-unit"),
    ],
)
def test_unit_of_a_line(line: str, noted: bool, unit: str) -> None:
    assert unit_of_line(line, noted=noted) == unit


@pytest.mark.parametrize("unit", [unit for unit in units().money if unit.endswith("元")])
def test_every_unit_is_found_in_a_line_and_reckoned(unit: str) -> None:
    assert unit_of_line(f"单位：{unit}") == unit
    assert in_yuan(unit) == Decimal(10) ** units().money[unit]
