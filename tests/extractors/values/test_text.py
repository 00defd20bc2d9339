"""Text as it is compared: the same words in another width, spacing or with unseen characters are the same text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.values.text import any_of, cleaned, comparable, one_width, unspaced, visible

TEXTS = st.text(alphabet="申报单位名称（）()ＡＢ1２ 　\t\n\u200b\ufeff_x000D_", max_size=20)


@given(TEXTS)
def test_what_was_made_comparable_stays_as_it_is(text):
    assert comparable(comparable(text)) == comparable(text)


@given(TEXTS, st.integers(0, 20), st.sampled_from([" ", "\u3000", "\n", "\u200b", "\ufeff", "\x07"]))
def test_white_space_and_unseen_characters_make_no_difference(text, at, more):
    assert comparable(text[:at]) + comparable(text[at:]) == comparable(text[:at] + " " + more + text[at:])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("申 报 单 位", "申报单位", True, id="spaced-out"),
        pytest.param("ＩＳＯ９００１", "ISO9001", True, id="full-width"),
        pytest.param("名称\u200b（盖章）", "名称(盖章)", True, id="unseen-and-brackets"),
        pytest.param("名称", "名称：", False, id="punctuation-counts"),
    ],
)
def test_comparable(one, other, same):
    assert (comparable(one) == comparable(other)) is same


def test_each_leaves_away_no_more_than_it_says():
    assert visible("甲\u200b 乙_x000D_") == "甲 乙"
    assert one_width("Ａ （甲）") == "A (甲)"
    assert unspaced("Ａ\u3000（甲）\n") == "Ａ（甲）"
    assert cleaned("甲\r\n乙\x07\xa0丙") == "甲\n乙 丙"


def test_the_longest_word_is_found_first():
    assert re.match(any_of(["元", "万元", "a.b"]), "万元")[0] == "万元"
    assert re.fullmatch(any_of(["a.b"]), "axb") is None
