"""Rows of lists that a rulebook brings along."""

from __future__ import annotations

from decimal import Decimal

from pipeline.rehearsal.amounts import StatedAmounts
from pipeline.rehearsal.own_lists import own_rows
from pipeline.rulebook.find import load


def test_so_many_rows_of_each_kind_as_are_counted():
    amounts = StatedAmounts({"class_one_high": Decimal(2), "class_one": Decimal(3), "class_two": Decimal(1)})
    rows = own_rows(load("innovative-sme-2022"), amounts)["intellectual_property"]
    assert sum("Ⅰ类高价值" in row["class"] for row in rows) == 2
    assert sum("Ⅰ类" in row["class"] for row in rows) == 3
    assert sum("Ⅱ类" in row["class"] for row in rows) == 1


def test_of_nothing_a_list_has_one_row_that_counts_for_nothing():
    (row,) = own_rows(load("innovative-sme-2022"), StatedAmounts({}))["intellectual_property"]
    assert "类" not in row["class"]


def test_a_rulebook_without_lists_has_none():
    assert own_rows(load("zhengzhou"), StatedAmounts({})) == {}
