"""Quantities of a regulation's own."""

from __future__ import annotations

import pytest

from pipeline.drafting.blank_forms.loose_blanks import LooseBlank
from pipeline.drafting.clauses.own_measures import each_so_many, noun_of, own_bound, own_id
from pipeline.rulebook.quantities import quantities

BLANKS = [LooseBlank("创业辅导师", "名", "own_1"), LooseBlank("入驻小微企业", "家", "own_2")]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("资产负债率不超过70%", "资产负债率"),
        ("其中非常满意的比例不低于30%", "非常满意的比例"),
        ("2.基地建筑面积不少于8000平方米", "基地建筑面积"),
        ("有300平方米以上的会议室", "会议室"),
    ],
)
def test_what_a_number_counts(text, noun):
    assert noun_of(text, next(quantities(text))) == noun


def test_the_measure_is_called_as_on_the_form():
    text = "基地入驻小微企业40家以上"
    choice = own_bound(text, next(quantities(text)), "二（一）3", BLANKS)
    written = {one.section: one.rule for one in choice.writes}
    assert written["measures"]["own_2"] == {"title": "入驻小微企业", "unit": "家", "words": ["基地入驻小微企业"]}
    assert written["conditions"]["at_least"] == 40


def test_without_a_blank_there_is_none():
    text = "净资产不低于50万元"
    assert own_bound(text, next(quantities(text)), "第四条", BLANKS) is None


def test_so_many_for_each_so_many():
    ((choice, span),) = each_so_many("每15家入驻企业至少配备1名创业辅导师", "二（一）4", BLANKS)
    ratio = next(one.rule[choice.id] for one in choice.writes if choice.id in one.rule)
    assert (ratio["of"], ratio["per"], ratio["in"]) == ("own_1", 15, "own_2")
    assert span == (0, len("每15家入驻企业至少配备1名创业辅导师"))


def test_what_is_joined_to_it_is_for_each_so_many_as_well():
    both = [*BLANKS, LooseBlank("专业孵化服务人员", "人", "own_9")]
    text = "每15家入驻企业至少配备1名专业孵化服务人员和2名创业辅导师"
    rules = [one.rule for choice, _ in each_so_many(text, "二（一）4", both) for one in choice.writes]
    assert [one["at_least"] for one in rules if "at_least" in one] == [1, 2]
    assert [value["of"] for one in rules for value in one.values() if isinstance(value, dict) and "of" in value] == [
        "own_9",
        "own_1",
    ]


def test_a_name_is_made_of_the_clause_and_the_place_in_it():
    assert own_id("第四条（二）", 17) == "own_4_2_17"
