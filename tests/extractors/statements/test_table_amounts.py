"""The amount of a labelled row is the one under the last year's head; without heads, every one that may be meant."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.content.tables import grids
from extractors.statements.table_amounts import in_table
from extractors.vocabulary.statements import words
from tests.builders.documents import document, table

BALANCE = words().statements["balance"]


def amounts(*rows, statement=BALANCE):
    (grid,) = grids(document([table(list(rows))]))
    return [(amount.value, amount.rank) for amount in in_table(grid.rows, statement, 2025)]


@pytest.mark.parametrize(
    ("head", "row", "values"),
    [
        pytest.param(["资产", "期末", "期初"], ["资产总计", "7,000.00", "6,000.00"], [7000], id="the-current-column"),
        pytest.param(["资产", "期初", "期末"], ["资产总计", "6,000.00", "7,000.00"], [7000], id="wherever-it-is"),
        pytest.param(["资产", "行次", "期末"], ["资产总计", "38", "7,000.00"], [7000], id="a-line-number-is-none"),
        pytest.param(["资产", "甲", "乙"], ["资产总计", "7,000.00", "6,000.00"], [7000, 6000], id="no-heads-both"),
        pytest.param(["资产", "甲", "乙"], ["资产总计", "7,000.00", "7,000.00"], [7000], id="no-heads-the-same"),
        pytest.param(["资产", "期末", "期初"], ["流动资产", "7,000.00", "6,000.00"], [], id="another-row"),
    ],
)
def test_the_amount_of_a_row(head, row, values):
    assert [value for value, _ in amounts(head, row)] == [Decimal(value) for value in values]


def test_of_two_labels_each_keeps_its_rank():
    head = ["资产", "期末", "期初"]
    assert amounts(head, ["资产总额", "5.50", "1.00"], ["资产总计", "7,000.00", "1.00"]) == [
        (Decimal("5.50"), 1),
        (Decimal(7000), 0),
    ]


def test_without_a_title_companions_tell_the_statement():
    rows = [["项目", "期末", "期初"], ["流动资产", "1,000.50", "1.00"], ["资产总计", "7,000.00", "1.00"]]
    assert amounts(*rows, statement=None) == []
    assert amounts(*rows, ["负债合计", "1.00", "1.00"], statement=None) == [(Decimal(7000), 0)]
