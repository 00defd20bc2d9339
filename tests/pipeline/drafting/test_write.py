"""What is written is YAML that is read as what was drafted."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pipeline.drafting.answers import PageAnswer, answered
from pipeline.drafting.write import flow, form_yaml, quoted, rulebook_yaml, scalar
from tests.builders.drafts import made_up, point

PRINTABLE = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\u2028\u2029\ufeff\ufffe\uffff")
)


@given(PRINTABLE)
def test_every_text_comes_back(text):
    assert yaml.safe_load(f"key: {quoted(text)}") == {"key": text}
    assert yaml.safe_load(f"[{scalar(text)}]") == [text] or not text.strip()


@pytest.mark.parametrize("text", ["no", "true", "11.3", "9.10", "-", "1亿元", "2020-01-01"])
def test_what_yaml_takes_for_something_else_is_quoted(text):
    assert yaml.safe_load(scalar(text)) == text


def test_values_on_one_line():
    rule = {"at_least": Decimal("80.0"), "from": date(2025, 3, 1), "rising": True, "in": ["甲", {"no": "乙"}]}
    assert yaml.safe_load(flow(rule)) == {
        "at_least": 80,
        "from": date(2025, 3, 1),
        "rising": True,
        "in": ["甲", {"no": "乙"}],
    }


def test_every_line_bears_its_mark(tmp_path):
    text = rulebook_yaml(made_up(tmp_path).draft)
    assert "total_assets, at_least: 120, article: 第二条（一）, asks: 总资产达到120万元以上}  # 照抄" in text
    assert "text: 净资产不低于50万元" in text
    assert "# 待定" in text


def test_an_answer_is_written_as_answered(tmp_path):
    whole = made_up(tmp_path)
    answers = [PageAnswer(point(whole, "净资产").id, "total_assets"), PageAnswer("head·issuer", "other", "某局")]
    text = rulebook_yaml(answered(whole.draft, answers)[0])
    assert "issuer: 某局  # 已答复" in text
    assert "asks: 净资产不低于50万元}  # 已答复" in text


def test_the_ways_of_a_function_are_groups(tmp_path):
    whole = made_up(tmp_path, ("举办信息发布活动6次以上。", "举办信息发布活动6次以上；或线下服务企业50家以上。"))
    functions = yaml.safe_load(rulebook_yaml(whole.draft))["functions"]["each"]
    assert [[one["measure"] for one in way] for way in functions[0]["any_of"]] == [
        ["activities"],
        ["offline_enterprises"],
    ]


def test_the_form(tmp_path):
    form = yaml.safe_load(form_yaml(made_up(tmp_path).draft.forms[0]))
    assert form["id"] == "yichang-application"
    assert form["lines"][0] == "申报单位名称：{applicant_name}（盖章）"


def test_two_conditions_on_one_measure_have_names(tmp_path):
    change = ("总资产达到120万元以上", "总资产达到120万元以上，总资产不超过9000万元")
    conditions = yaml.safe_load(rulebook_yaml(made_up(tmp_path, change).draft))["conditions"]
    assert [one.get("id") for one in conditions if one["measure"] == "total_assets"] == [None, "total_assets_2"]


def test_what_a_draft_brings_along_stands_in_sections_of_its_own(tmp_path):
    text = yaml.safe_load(rulebook_yaml(made_up(tmp_path).draft))
    assert text["papers"] == {"own_4_6": {"title": "平台数字地图"}}
    assert text["qualified"] == {"education": "大专", "title": "中级", "join": "or"}
