"""Lines and sentences state the last year's amounts where their words and their years leave no doubt."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.statements.text_amounts import in_prose, in_text, text_heads
from extractors.vocabulary.statements import words
from schemas.locator import Locator

PLACE = Locator("审计.pdf", page=1)
BALANCE = words().statements["balance"]


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        pytest.param("资产 行次 期末余额 期初余额", ["ignored", "current", "previous"], id="line-numbers-too"),
        pytest.param("项目 2025年度 2024年度", ["current", "previous"], id="years"),
        pytest.param("期末余额", [], id="one-head-tells-nothing"),
    ],
)
def test_text_heads(line, kinds):
    assert [kind for _, kind in text_heads(line, 2025)] == kinds


@pytest.mark.parametrize(
    ("line", "heads", "values"),
    [
        pytest.param("资产总计 7,000.00 6,000.00", "期末余额 期初余额", ["7000"], id="under-their-heads"),
        pytest.param("资产总计 38 7,000.00 6,000.00", "期末余额 期初余额", ["7000"], id="a-line-number-first"),
        pytest.param("资产总计 7,000.00 6,000.00", "", ["7000", "6000"], id="without-heads-both"),
        pytest.param("资产总计 7,000.00 7,000.00", "", ["7000"], id="without-heads-the-same"),
        pytest.param("资产总计 7,000.00 6,000.00 5,000.00", "", [], id="too-many-without-heads"),
        pytest.param("流动资产总计 7,000.00", "", [], id="the-end-of-another-word"),
    ],
)
def test_in_text(line, heads, values):
    amounts = in_text(line, PLACE, BALANCE, text_heads(heads, 2025))
    assert [amount.value for amount in amounts] == [Decimal(value) for value in values]


@pytest.mark.parametrize(
    ("sentence", "yuan"),
    [
        pytest.param("2025年度实现服务收入300万元。", "3000000", id="the-last-year"),
        pytest.param("2024年度实现服务收入300万元。", None, id="another-year"),
        pytest.param("较上年服务收入300万元增加。", None, id="a-comparison"),
        pytest.param("2025年度培训服务收入300万元。", None, id="a-part-of-it"),
        pytest.param("2025年度实现服务收入300。", None, id="no-unit"),
    ],
)
def test_in_prose(sentence, yuan):
    found = [amount.value * (amount.unit or 0) for amount in in_prose(sentence, PLACE, 2025)]
    assert found == ([] if yuan is None else [Decimal(yuan)])
