"""Ⅰ类知识产权1项以上: rows of a list that are of a kind."""

from decimal import Decimal

import pytest

from extractors.lists.own_counts import UNTOLD, own_counts
from schemas.measures import Measure
from schemas.regulation.catalogue import while_speaking
from schemas.regulation.own_words import OwnList, OwnWords
from schemas.regulation.recipes import CountedRows
from schemas.tables import Column, ListSpec
from tests.builders.contents import LOWER_BOUND, rows

SPEC = ListSpec(
    "patents",
    "专利清单",
    "name",
    (Column("name", "名称"), Column("class", "类别"), Column("fee", "费用", "number", "万元")),
)


def counted(*classes, words=("Ⅰ类",), column="", fees=()):
    asked = CountedRows("patents", (("class", words),) if words else (), column)
    own = OwnWords(measures=(Measure("n", "数", "项", rows=(asked,)),), lists=(OwnList(SPEC, ()),))
    listed = [{"name": f"甲{at}", "class": one} for at, one in enumerate(classes)]
    listed = [row | ({"fee": fee}) for row, fee in zip(listed, fees, strict=True)] if fees else listed
    with while_speaking(own):
        return [(one.value, one.reading, one.doubts) for one in own_counts({"patents": rows("patents", *listed)})]


@pytest.mark.parametrize(
    ("classes", "count"),
    [
        pytest.param(["Ⅰ类", "Ⅱ类", "Ⅰ类"], 2, id="one-of-two-classes"),
        pytest.param(["Ⅱ类"], 0, id="two-is-not-one"),
        pytest.param(["I 类（发明）"], 1, id="another-spelling"),
        pytest.param([], 0, id="an-empty-list"),
    ],
)
def test_the_rows_of_the_class(classes, count):
    assert counted(*classes) == [(Decimal(count), "", frozenset())]


@pytest.mark.parametrize("unclear", [None, "非Ⅰ类"])
def test_a_row_that_does_not_say_is_a_reading(unclear):
    assert [(value, reading) for value, reading, _ in counted("Ⅰ类", unclear)] == [(1, ""), (2, UNTOLD)]


def test_every_row_where_no_word_is_asked():
    assert counted("Ⅰ类", None, words=())[0][0] == 2


def test_a_sum_with_a_blank_cell_is_at_least_so_much():
    assert counted("Ⅰ类", "Ⅰ类", column="fee", fees=(Decimal(3), Decimal(4)))[0] == (7, "", frozenset())
    assert counted("Ⅰ类", "Ⅰ类", column="fee", fees=(Decimal(3), None))[0] == (3, "", LOWER_BOUND)


def test_a_list_that_is_not_there_states_nothing():
    with while_speaking(OwnWords(measures=(Measure("n", "数", "项", rows=(CountedRows("patents"),)),))):
        assert list(own_counts({})) == []
