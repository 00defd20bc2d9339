"""A label is found however it is spaced and punctuated; inside a longer word, or inside a longer label, it is none."""

from __future__ import annotations

import pytest

from extractors.vocabulary.labels import UNWANTED, hits, labels_for, plain, vocabulary
from schemas.application import BLANKS
from schemas.forms import FormSpec

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


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        pytest.param("通讯地址：示例路1号", [UNWANTED], id="a-longer-label"),
        pytest.param("示例公司 通讯地址：示例路1号", [UNWANTED], id="a-longer-label-behind-a-value"),
        pytest.param("注册地址：示例路1号 通讯地址：示例路2号", ["registered_address", UNWANTED], id="behind-its-like"),
        pytest.param("注册地址： 通讯地址：示例路2号", ["registered_address", UNWANTED], id="its-like-left-blank"),
        pytest.param("单位联系人：甲", ["contact_name"], id="who-it-is-about"),
        pytest.param("联系人 张示例手机：138", ["contact_name", "mobile"], id="a-value-runs-into-it"),
        pytest.param("单位性质：有限责任公司法定代表人：甲", ["organisation_type", "legal_representative"], id="glued"),
    ],
)
def test_a_label_that_ends_a_longer_one_is_the_longer_one(text: str, keys: list[str]) -> None:
    assert [hit.key for hit in hits(text, EVERY)] == keys


def of_lines(*lines: str) -> FormSpec:
    return FormSpec("sample", "样例表", "附件1", ("样例表",), lines, (), "application_form")


def test_a_form_may_name_labels_that_nobody_asks_for() -> None:
    form = of_lines("从业人数{staff_count}人 残疾职工{_}人")
    assert form.blanks() == ("staff_count",)
    found = hits("从业人数20人残疾职工5人", labels_for(form))
    assert [(hit.key, hit.start) for hit in found] == [("staff_count", 0), (UNWANTED, 7)]


@pytest.mark.parametrize("text", ["其中专业人员15人，占75%", "其中专业人员15人 占 75%", "其中专业人员15人占75%"])
def test_a_label_of_one_hanzi_loses_no_line(text: str) -> None:
    form = of_lines("从业人数{staff_count}人", "其中专业人员{qualified_staff_count}人，占{qualified_staff_share}%")
    found = {hit.key: hit for hit in hits(text, labels_for(form))}
    assert set(found) == {"qualified_staff_count", "qualified_staff_share"}
    assert found["qualified_staff_share"].within == ("qualified_staff_count", "staff_count")
