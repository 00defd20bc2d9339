"""The heads of every list name its own columns; no two columns of a list have the same whole head."""

from __future__ import annotations

from collections import Counter

import pytest

from extractors.vocabulary.headings import known, plain
from schemas.tables import LISTS

OTHER = {"no", "signed", "other"}
"""Columns that lists are headed with, though their rows do not hold them."""


@pytest.mark.parametrize("name", LISTS)
def test_the_heads_of_a_list_are_of_its_columns(name):
    stems = {head.column.split(".")[0] for head in known()[0][name].heads}
    assert stems <= {column.key for column in LISTS[name].columns} | OTHER


@pytest.mark.parametrize("name", LISTS)
def test_no_head_is_of_two_columns(name):
    heads = Counter(word for head in known()[0][name].heads if not head.under for word in head.heads)
    assert [word for word, count in heads.items() if count > 1] == []


@pytest.mark.parametrize(
    ("head", "bare"), [("购买价格（万元）", "购买价格"), ("满 意\n√", "满意√"), ("（注）", "注"), ("No.", "No")]
)
def test_plain(head, bare):
    assert plain(head) == bare
