"""A label is found however it is spaced and punctuated; inside a longer word, or inside a longer label, it is none."""

from __future__ import annotations

import pytest

from extractors.vocabulary.labels import hits, labels_for, plain, vocabulary
from schemas.application import BLANKS

EVERY = labels_for(None)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        pytest.param("从业人数：20人", ["staff_count"], id="with-a-colon"),
        pytest.param("从 业 人 数 20人", ["staff_count"], id="spaced-out"),
        pytest.param("从业人数约20人", ["staff_count"], id="a-value-right-behind"),
        pytest.param("注册资本壹佰万元", ["registered_capital"], id="a-numeral-right-behind"),
        pytest.param("传真 手机", ["fax", "mobile"], id="two-in-a-row"),
        pytest.param("数量31台（套），购买价格37万元", ["equipment_cost"], id="behind-a-number-with-its-unit"),
        pytest.param("本平台从业人数众多", [], id="inside-a-sentence"),
        pytest.param(
            "大专及以上学历和中级及以上技术职称的专业人员18人", ["qualified_staff_count"], id="the-longest-one"
        ),
        pytest.param("", [], id="nothing"),
    ],
)
def test_hits(text, keys):
    assert [hit.key for hit in hits(text, EVERY)] == keys


def test_a_hit_ends_where_its_label_does():
    text = "从 业 人 数：20人"
    (hit,) = hits(text, EVERY)
    assert text[hit.start : hit.end] == "从 业 人 数"


def test_every_label_is_of_a_blank_and_no_label_has_two():
    labels = [label for label in vocabulary().labels if label.pattern is None]
    assert {label.key for label in labels} <= set(BLANKS)
    free = {label.text: label.key for label in labels if not label.within}
    assert all(free[label.text] == label.key for label in labels if not label.within)


@pytest.mark.parametrize(
    ("one", "other"), [("电子邮件", "电 子 邮 件："), ("网址及备案号", "网址及备案号（）"), ("E-mail", "Ｅ-mail")]
)
def test_what_makes_no_difference_to_a_label(one, other):
    assert plain(one) == plain(other)
