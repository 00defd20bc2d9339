"""Clauses without a number are left to people, with the words by which a dossier speaks of them."""

from __future__ import annotations

from pipeline.drafting.clauses.conditions import conditions
from pipeline.drafting.clauses.judgements import judgements, words_of
from tests.builders.drafts import chapter


def of(items: str):
    regulation = chapter(items)
    return list(judgements(regulation, "第二条", list(conditions(regulation, "第二条"))))


def test_what_no_rule_speaks_of_is_judged_and_the_rest_is_not():
    (found,) = of("（一）资产总额不低于200万元，财务收支状况良好，经营规范。")
    assert found.quoted == "财务收支状况良好,经营规范"
    assert found.choice.writes[0].rule["id"] == "a2_1_1"


def test_a_clause_of_numbers_alone_leaves_nothing_to_judge():
    assert of("（一）资产总额不低于200万元。") == []


def test_words_to_look_for_are_the_nouns_of_the_clause():
    assert words_of("有健全的管理制度,规范的服务流程和合理的收费标准") == ("管理制度", "服务流程", "收费标准")
    assert "在线服务" in words_of("具有在线服务、线上线下联动功能")
