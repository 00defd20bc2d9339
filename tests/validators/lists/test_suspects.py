"""What a look through a list turned up is said in words, with its places; what is settled is left out."""

from __future__ import annotations

import pytest

from schemas.status import Status
from tests.builders.contents import case, contents, enterprise, rows
from validators.lists import suspects
from validators.outcome import FAIL, PASS


@pytest.fixture
def listed():
    return rows("enterprises", enterprise(1, "甲有限公司"), enterprise(2, "乙有限公司"), enterprise(3, "丙有限公司"))


def test_nothing_turned_up_is_false(listed):
    assert not suspects.those([])
    assert suspects.those(listed[:1])


def test_both_together(listed):
    both = suspects.those(listed[:1]) + suspects.those(listed[1:2])
    assert both.words == ("甲有限公司，序号 1", "乙有限公司，序号 2")
    assert [place.cell for place in both.evidence] == ["name1", "name2"]


def test_a_word_before_each_says_of_what_it_is_suspected(listed):
    assert suspects.those(listed[:2]).called("名称相近：").words == (
        "名称相近：甲有限公司，序号 1",
        "名称相近：乙有限公司，序号 2",
    )


def test_names_that_come_again_and_pairs(listed):
    assert suspects.repeated([listed[:2]]).words == ("甲有限公司（2 次，序号 1、2）",)
    assert suspects.pairs([(listed[0], listed[1])]).words == ("甲有限公司／乙有限公司",)


def test_what_is_settled_is_left_out(listed):
    assert suspects.unsettled(listed, listed[1:2]) == [listed[0], listed[2]]


def test_a_list_that_is_not_there_has_no_rows():
    read = case(contents(tables={"enterprises": [enterprise(1)]}))
    assert [len(suspects.rows_in(read, name)) for name in ("enterprises", "staff")] == [1, 0]


def test_a_blank_column_is_blank(listed):
    assert suspects.text_of(listed[0], "name") == "甲有限公司"
    assert suspects.text_of(listed[0], "fee") == ""


def test_without_rows_there_was_nothing_to_look_through(listed):
    nothing = suspects.those([]).said(PASS, "无")
    assert suspects.finding("self_served", [], nothing, "").status is Status.NOT_APPLICABLE
    found = suspects.finding("self_served", listed, suspects.those(listed[:1]).said(FAIL, "有"), "")
    assert (found.status, found.rule, found.message) == (Status.FAIL, "crosscheck.self_served", "有")
