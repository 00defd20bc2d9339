"""Nothing written, or a word, a stroke or a printed unit that says so, is a blank; what was written is none."""

from __future__ import annotations

import pytest

from extractors import values


@pytest.mark.parametrize(
    ("text", "blank"),
    [
        pytest.param("", True, id="nothing"),
        pytest.param("无", True, id="a-word"),
        pytest.param("N／A", True, id="full-width"),
        pytest.param("____万元", True, id="a-printed-unit"),
        pytest.param("    年  月  日", True, id="a-printed-date"),
        pytest.param("户（次）", True, id="a-unit-in-brackets"),
        pytest.param("——", True, id="strokes"),
        pytest.param("自有□ 租用□", True, id="nothing-ticked"),
        pytest.param("自有☑ 租用□", False, id="something-ticked"),
        pytest.param("0", False, id="nought"),
        pytest.param("3万元", False, id="a-number"),
        pytest.param("无锡市", False, id="a-word-that-begins-so"),
    ],
)
def test_is_blank(text, blank):
    assert values.is_blank(text) is blank


@pytest.mark.parametrize(
    ("text", "with_dates", "without"),
    [
        pytest.param("万元", True, True, id="unit"),
        pytest.param("台（套）", True, True, id="unit-in-brackets"),
        pytest.param("___ 年 ___ 月", True, False, id="printed-date"),
        pytest.param("", True, True, id="nothing"),
        pytest.param("3万元", False, False, id="a-number"),
    ],
)
def test_only_unit(text, with_dates, without):
    assert values.only_unit(text) is with_dates
    assert values.only_unit(text, dates=False) is without


@pytest.mark.parametrize(
    ("text", "ditto"), [("〃", True), ("（同上）", True), ("同左", False), ("同上海分公司", False)]
)
def test_is_ditto(text, ditto):
    assert values.is_ditto(text) is ditto
