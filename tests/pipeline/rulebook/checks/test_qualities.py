"""A clause that nobody looks at is told; one that a judgement speaks of is not."""

import pytest

from tests.builders.clauses import said_of, said_of_example
from tests.builders.rulebooks import REGULATION

QUALITY = REGULATION.replace("用户满意度百分之八十五以上。", "用户满意度百分之八十五以上；有健全的管理制度和服务流程。")
JUDGEMENT = "  - {id: rules, article: 第二条（二）, asks: 管理制度健全, words: [管理制度]}\n"


def test_a_clause_without_a_number_wants_a_judgement(tmp_path):
    (message,) = said_of_example(tmp_path, text=QUALITY)
    assert "第二条（二）（办法文本第 11 行）的“有健全的管理制度和服务流程”没有对应的规则" in message


def test_a_judgement_in_other_words_is_enough(tmp_path):
    assert said_of_example(tmp_path, ("judgements:\n", f"judgements:\n{JUDGEMENT}"), text=QUALITY) == []


def test_legal_personality_wants_a_rule_of_its_own_beside_a_number(tmp_path):
    text = REGULATION.replace("独立法人，运营三年以上", "依法设立、运营三年以上的独立法人单位")
    rule = "  - {id: legal_person, article: 第二条（一）, asks: 是独立法人, words: [独立法人]}\n"
    assert said_of_example(tmp_path, text=text) == []
    assert any("独立法人" in message for message in said_of_example(tmp_path, (f"judgements:\n{rule}", ""), text=text))


def test_a_judgement_of_another_article_is_told(tmp_path):
    change = ("article: 第二条（一）, asks: 是独立法人", "article: 第二条（二）, asks: 是独立法人")
    assert any("第二条（二）里没有“是独立法人”" in message for message in said_of_example(tmp_path, change))


@pytest.mark.parametrize("name", ["resources", "micro_discount", "planning", "leadership", "startup"])
def test_a_judgement_of_ours_left_out_is_told(tmp_path, name):
    from schemas.data_files import data_folder

    lines = (data_folder() / "rulebooks" / "harbin.yaml").read_text(encoding="utf-8").splitlines(keepends=True)
    line = next(one for one in lines if f"id: {name}," in one)
    assert any("没有对应的规则" in message for message in said_of("harbin", tmp_path, (line, "")))


def test_a_place_of_registration_wants_its_condition(tmp_path):
    line = "  - {measure: registered_in,         equals: 郑州市, article: 第六条（一）, asks: 在郑州市注册}\n"
    assert any("（registered_in）" in message for message in said_of("zhengzhou", tmp_path, (line, "")))
