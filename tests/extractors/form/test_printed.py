"""What the blank forms print is nobody's answer; the same words may be one where a blank is answered with them."""

from __future__ import annotations

import pytest

from extractors.form.printed import is_printed
from extractors.vocabulary.labels import labels_for
from schemas.application import BLANKS

EVERY = labels_for(None)


@pytest.mark.parametrize(
    ("key", "text", "printed"),
    [
        pytest.param("contact_name", "联系电话：", True, id="a-label"),
        pytest.param("contact_name", "联系电话 传真", True, id="two-labels"),
        pytest.param("contact_name", "二、平台运营管理(单位：万元)", True, id="the-title-of-a-section"),
        pytest.param("contact_name", "主要投资方名称", True, id="the-head-of-a-list"),
        pytest.param("contact_name", "甲一", False, id="a-name"),
        pytest.param("contact_name", "是", False, id="too-short-to-be-print"),
        pytest.param("organisation_type", "小微企业", False, id="a-word-that-also-heads-a-column"),
        pytest.param("premises_tenure", "租用", False, id="an-option-that-is-also-a-label"),
        pytest.param("honours", "一、获得县级荣誉", False, id="sentences-may-be-numbered"),
        pytest.param("staff_count", "一、获得县级荣誉", True, id="a-number-is-not"),
    ],
)
def test_is_printed(key, text, printed):
    assert is_printed(BLANKS[key], text, EVERY) is printed
