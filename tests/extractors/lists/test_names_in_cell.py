"""One cell may name several units: by line, by punctuation, or run together; one name is never cut."""

from __future__ import annotations

import pytest

from extractors.lists.names_in_cell import names_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("甲城示例学院、乙城示例协会", ["甲城示例学院", "乙城示例协会"]),
        ("1. 甲城示例学院\n2. 乙城示例协会", ["甲城示例学院", "乙城示例协会"]),
        ("①甲城示例学院；②乙城示例协会", ["甲城示例学院", "乙城示例协会"]),
        ("甲城示例科技有限公司乙城示例咨询有限公司", ["甲城示例科技有限公司", "乙城示例咨询有限公司"]),
        ("甲城示例科技有限公司（分部）", ["甲城示例科技有限公司（分部）"]),
        ("甲城示例服务中心有限公司", ["甲城示例服务中心有限公司"]),
        ("无", []),
        ("", []),
    ],
)
def test_names_in(text, names):
    assert names_in(text) == names
