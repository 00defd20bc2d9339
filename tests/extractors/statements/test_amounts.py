"""A cell's amount and the unit beside it; a short whole number may be the number of the line."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.content.tables import grids
from extractors.statements.amounts import is_line_number, own_unit, worth
from tests.builders.documents import document, table


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [("300万元", 3000000, 1), ("1,234", 1234, None), ("营业收入", None, None), ("12%", None, None)],
)
def test_worth(text, value, unit):
    (grid,) = grids(document([table([[text]])]))
    expected = tuple(None if number is None else Decimal(number) for number in (value, unit))
    assert worth(grid.rows[0][0]) == expected
    assert own_unit(text) == expected[1]


@pytest.mark.parametrize(("text", "is_one"), [("38", True), ("999", True), ("1000", False), ("3.5", False)])
def test_line_numbers(text, is_one):
    assert is_line_number(text) is is_one
