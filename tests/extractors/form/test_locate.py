"""Where heads stand, labels of the same words are none."""

from __future__ import annotations

import pytest

from extractors.content.tables import grids
from extractors.form.locate import heads_a_list
from tests.builders.documents import document, table

HEADS = ("年度", "营业收入", "其中：服务收入", "资产总额", "利润总额", "上缴税金", "服务中小企业户数")
YEAR = ("2025", "131.20", "98.40", "118.50", "12.80", "4.10", "46")


def heads(*rows: tuple[str, ...]) -> bool:
    (one,) = grids(document([table(rows)]))
    return heads_a_list(one, 0)


@pytest.mark.parametrize(
    ("row", "are_heads"),
    [
        pytest.param(HEADS, True, id="printed"),
        pytest.param(("年度71", "☑仙收入", "☑务收", *HEADS[3:]), True, id="under-a-seal"),
        pytest.param(("", "", "", *HEADS[3:5], "", ""), False, id="two-are-no-head"),
        pytest.param((*HEADS[3:5], "", HEADS[5], "", "", ""), False, id="an-answer-between"),
        pytest.param(("资产总额", "118.50", "利润总额", "12.80", "上缴税金", "4.10", ""), False, id="labels"),
    ],
)
def test_heads_of_the_yearly_table(row: tuple[str, ...], are_heads: bool) -> None:
    assert heads(row, YEAR) is are_heads
