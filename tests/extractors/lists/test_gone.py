"""A cell that says nothing but that somebody left, or that an enterprise was struck off, says it of its row."""

import pytest

from extractors.content.tables import GridCell
from extractors.lists.gone import says_gone
from schemas.locator import Locator


@pytest.mark.parametrize(
    ("texts", "gone"),
    [
        (("甲一", "已离职"), True),
        (("甲一", "（离职）"), True),
        (("甲一", "2025年8月退休"), True),
        (("甲公司", "已注销"), True),
        (("甲一", "办理退休手续"), False),
        (("甲一", ""), False),
    ],
)
def test_says_gone(texts, gone):
    row = tuple(GridCell(text, None, Locator("名单.xlsx"), 0, at) for at, text in enumerate(texts))
    assert says_gone((*row, None)) is gone
