"""What stands in a blank is read as what the blank asks for; what is of another kind stays as written."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.form.blank_values import read_blank
from schemas.application import BLANKS


@pytest.mark.parametrize(
    ("key", "text", "stated", "value"),
    [
        pytest.param("staff_count", "20人", "", Decimal(20), id="a-number"),
        pytest.param("staff_count", "若干", "", "若干", id="no-number"),
        pytest.param("staff_count", "____人", "", None, id="left-blank"),
        pytest.param("total_assets", "3 000 000", "元", Decimal(300), id="the-unit-of-the-label"),
        pytest.param("total_assets", "300万元", "元", Decimal(300), id="its-own-unit-wins"),
        pytest.param("equipment_asset_share", "23.84％", "", Decimal("23.84"), id="a-share"),
        pytest.param("registered_on", "2018年3月5日", "", "2018-03-05", id="a-day"),
        pytest.param("postcode", "邮编：150000", "", "150000", id="a-postcode"),
        pytest.param(
            "applicant_name", "甲城 示例\n服务有限公司", "", "甲城示例服务有限公司", id="a-name-has-no-spaces"
        ),
        pytest.param("qualifications", "ISO 9001 认证", "", "ISO 9001 认证", id="sentences-keep-theirs"),
        pytest.param("premises_tenure", "自有☑ 租用□", "", "自有", id="a-choice"),
        pytest.param("premises_tenure", "自有□ 租用□", "", None, id="nothing-chosen"),
        pytest.param("premises_tenure", "租用", "", "租用", id="the-option-written-out"),
        pytest.param("premises_tenure", "租用□自有□ 租用", "", "租用", id="written-again-behind-them"),
        pytest.param("premises_tenure", "租用/", "", "租用", id="the-other-option-gone"),
        pytest.param("premises_tenure", "租用　自有", "", None, id="two-options-without-boxes"),
        pytest.param("premises_tenure", "租用/自有", "", None, id="parted-by-a-stroke"),
        pytest.param("premises_tenure", "租用□自有×", "", None, id="a-cross-may-mean-either"),
        pytest.param("staff_count", "12①人", "", Decimal(12), id="a-mark-of-a-footnote"),
        pytest.param("total_assets", "326.40*万元", "", Decimal("326.40"), id="a-star-of-one"),
    ],
)
def test_read_blank(key, text, stated, value):
    assert read_blank(BLANKS[key], text, stated, None) == value
