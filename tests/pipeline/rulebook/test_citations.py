"""Citations in one spelling, and what is in what."""

from __future__ import annotations

import pytest

from pipeline.rulebook.citations import cited_item, normal, only_leads, unmarked, whole_of


@pytest.mark.parametrize(
    ("written", "one_spelling"),
    [
        ("第 四 条(二)", "第四条（二）"),
        ("第三条第2项", "第三条第2项"),
        ("第四条（一）3", "第四条（一）3"),
        ("第七条末款", "第七条末款"),
        ("二(一)2", "二（一）2"),
    ],
)
def test_one_spelling(written, one_spelling):
    assert normal(written) == one_spelling


@pytest.mark.parametrize(
    ("citation", "whole"),
    [
        ("第七条（五）", "第七条"),
        ("第三条第2项", "第三条"),
        ("第七条末款", "第七条"),
        ("二（一）2", "二"),
        ("二3", "二"),
    ],
)
def test_the_article_that_it_is_in(citation, whole):
    assert whole_of(citation) == whole


@pytest.mark.parametrize(("text", "bare"), [("(一)甲", "甲"), ("2.甲", "甲"), ("3、甲", "甲"), ("2.5万元", "2.5万元")])
def test_without_the_number_it_is_counted_by(text, bare):
    assert unmarked(text) == bare


def test_a_head_that_only_leads_asks_nothing():
    assert only_leads("二（一）·首", "(一)基本条件")
    assert only_leads("第四条·首", "应当具备下列条件:")
    assert not only_leads("第四条·首", "应当有固定场所。")
    assert not only_leads("第四条（一）", "(一)基本条件")


def test_an_item_of_a_checklist_by_its_number():
    assert cited_item("第十一条", "11.3a") == "第十一条（三）"
    assert cited_item("附件5", "3") == "附件5 3"
