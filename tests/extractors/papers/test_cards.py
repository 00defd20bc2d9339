"""Labels and values of a card by where they stand: halves on their own lines, labels set wide, values of two lines."""

from __future__ import annotations

import pytest

from extractors.papers.cards import beside
from schemas.locator import Locator

HIGH = 16.0


def pieces(*placed: tuple[float, float, str]):
    """Pieces of text of one em's height: where they begin, how far down, and what they say."""
    return [
        (text, Locator("执照.jpg", page=1, bbox=(x, top, x + HIGH * len(text), top + HIGH), text=text))
        for x, top, text in placed
    ]


def told(label: str, *placed: tuple[float, float, str]) -> list[str]:
    return ["".join(lines) for lines, _ in beside(pieces(*placed), [label])]


@pytest.mark.parametrize("off", [-9.0, 0.0, 9.0])
def test_a_value_stands_beside_its_label_a_little_higher_or_lower(off):
    assert told("名称", (50, 100, "名称"), (140, 100 + off, "示例服务有限公司")) == ["示例服务有限公司"]


@pytest.mark.parametrize("off", [-12.0, 12.0])
def test_what_stands_on_another_line_is_no_value(off):
    assert told("名称", (50, 100, "名称"), (140, 100 + off, "示例服务有限公司")) == []


def test_the_right_half_runs_on_its_own_lines():
    card = (
        (50, 100, "名称"),
        (140, 98, "示例甲乙丙丁戊己庚辛壬癸服务有限责任"),
        (140, 118, "公司"),
        (50, 146, "类型"),
        (140, 146, "有限责任公司"),
        (480, 106, "注册资本"),
        (580, 106, "120万元整"),
        (480, 134, "成立日期"),
        (580, 134, "2013年10月18日"),
    )
    assert told("名称", *card) == ["示例甲乙丙丁戊己庚辛壬癸服务有限责任公司"]
    assert told("成立日期", *card) == ["2013年10月18日"]


def test_a_label_set_wide_is_one_label():
    assert told("名称", (50, 100, "名"), (100, 101, "称"), (140, 100, "示例中心")) == ["示例中心"]


@pytest.mark.parametrize(("text", "value"), [("法定代表人、赵一", "赵一"), ("法定代表人：赵一", "赵一")])
def test_label_and_value_in_one_piece(text, value):
    assert told("法定代表人", (50, 100, text)) == [value]


def test_another_label_is_no_value():
    assert told("名称", (50, 100, "名称"), (140, 100, "注册资本"), (240, 100, "120万元")) == []


def test_the_line_below_that_has_a_label_of_its_own_is_another_value():
    card = ((50, 100, "住所"), (140, 100, "示例路1号"), (50, 118, "营业期限"), (140, 118, "长期"))
    assert told("住所", *card) == ["示例路1号"]


def test_a_label_of_the_other_half_does_not_end_a_value():
    card = ((50, 118, "经营范围"), (480, 100, "住所"), (580, 100, "示例路1号"), (580, 118, "示例大厦"))
    assert told("住所", *card) == ["示例路1号示例大厦"]
