"""Ticks, answers and ratings are read; what is left open stays open."""

from __future__ import annotations

import pytest

from extractors import values


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("是", True),
        ("否", False),
        ("√", True),
        ("☒", True),
        ("□", False),
        ("×", False),
        ("Y", True),
        ("n", False),
        ("1", True),
        ("0", False),
        ("☑是 □否", True),
        ("□是 ■否", False),
        ("是√ 否", True),
        ("已签订", True),
        ("未签", False),
        ("R", True),
        ("\uf0fe", True),
        ("\uf0a8", False),
        ("有", True),
        ("无", None),
        ("", None),
        ("是□ 否□", None),
        ("是 否", None),
        ("部分", None),
        ("☑是 ☑否", None),
    ],
)
def test_truth(text, said):
    assert values.truth(text) is said


def test_wu_is_no_where_the_list_answers_in_pairs():
    assert values.truth("无", pair=True) is False
    assert values.truth("有□ 无☑") is False


@pytest.mark.parametrize(
    ("text", "said"), [("√", True), ("✔", True), ("□", False), ("", None), ("满意", None), ("张三", None)]
)
def test_mark(text, said):
    assert values.mark(text) is said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("满意", True),
        ("基本满意", True),
        ("很满意", True),
        ("不满意", False),
        ("一般", None),
        ("", None),
        ("80%", True),
        ("79.9%", False),
        ("百分之九十", True),
        ("95分", True),
        ("100", True),
        ("5", None),
        ("★★★★★", True),
        ("★★★☆☆", None),
        ("★☆☆☆☆", False),
        ("√", True),
        ("满意☑ 不满意□", True),
        ("□满意 √不满意", False),
        ("满意√", True),
        ("120%", None),
    ],
)
def test_satisfied(text, said):
    assert values.satisfied(text) is said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("非常满意", "very_satisfied"),
        ("比较满意", "satisfied"),
        ("不太满意", "dissatisfied"),
        ("一般", None),
        ("□很满意 ☑基本满意 □不满意", "satisfied"),
    ],
)
def test_rating(text, said):
    assert values.rating(text) == said


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("租用□ 自有☑", ["自有"]),
        ("□租用 ■自有", ["自有"]),
        ("租用√ 自有", ["租用"]),
        ("租用 √自有", ["自有"]),
        ("场地：租用☑自有□", ["租用"]),
        ("☑租用 ☑自有", ["租用", "自有"]),
        ("租用□√自有□", ["租用"]),
        ("（√）租用 （ ）自有", ["租用"]),
        ("R租用 £自有", ["租用"]),
        ("●租用 ○自有", ["租用"]),
        ("租用√自有", []),
        ("租用□ 自有□", []),
        ("租用", []),
        ("", []),
    ],
)
def test_choice(text, chosen):
    assert values.choice(text) == chosen
