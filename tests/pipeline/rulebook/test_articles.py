"""Cutting messy regulation texts into articles and items."""

import pytest

from pipeline.rulebook.articles import article_of_item, normal, read_regulation
from tests.builders.rulebooks import REGULATION

EXAMPLE = read_regulation(REGULATION)


@pytest.mark.parametrize(
    ("citation", "holds"),
    [
        pytest.param("第一条", "的要求,制定本办法", id="no-space-after-the-heading"),
        pytest.param("第二条（一）", "不少于1.2亿元", id="item-as-a-markdown-bullet-wrapped-inside-a-number"),
        pytest.param("第二条(二)", "百分之八十五", id="cited-with-half-width-brackets"),
        pytest.param("第二条末款", "可放宽至8人", id="the-paragraph-after-the-last-item"),
        pytest.param("第 四 条（二）", "营业执照", id="cited-with-spaces"),
    ],
)
def test_what_an_article_says(citation, holds):
    assert holds in EXAMPLE.piece(citation).text


@pytest.mark.parametrize("citation", ["第六条", "第二条（四）", "第一条末款", "第三条末款", "附件9"])
def test_what_is_not_there_is_not_found(citation):
    assert EXAMPLE.piece(citation) is None


def test_the_last_paragraph_is_not_part_of_the_item_before_it():
    assert "8人" not in EXAMPLE.piece("第二条（三）").text


def test_a_paragraph_inside_an_item_belongs_to_it():
    text = "第一条 条件：\n（一）培训服务。\n主要培训员工的，不少于50课时。\n（二）其他。\n"
    cut = read_regulation(text)
    assert "50课时" in cut.piece("第一条（一）").text
    assert cut.piece("第一条末款") is None


def test_a_reference_moved_to_the_front_of_a_line_starts_no_article():
    text = "第一条 按照\n第二条、第三条的规定办理。\n第二条 另有规定的从其规定。\n"
    assert "另有规定" in read_regulation(text).piece("第二条").text
    assert "另有规定" not in read_regulation(text).piece("第一条").text


def test_one_unreadable_heading_does_not_lose_the_rest():
    text = "第一条 甲。\n第＝条 乙。\n第三条 丙。\n"
    assert "丙" in read_regulation(text).piece("第三条").text


def test_only_chapters_on_conditions_are_held_for_conditions():
    assert EXAMPLE.conditions == ("第二条", "第三条")


def test_each_character_knows_its_line():
    piece = EXAMPLE.piece("第二条（三）")
    line = REGULATION.splitlines()[piece.line_at(piece.text.index("15人")) - 1]
    assert "15 人" in line


@pytest.mark.parametrize(
    ("item", "article"), [("11.3a", "第十一条（三）"), ("9.14", "第九条（十四）"), ("17.8b", "第十七条（八）")]
)
def test_an_item_is_its_citation(item, article):
    assert article_of_item(item) == article
    assert normal(article.replace("（", "(").replace("）", ")")) == article


COUNTED = """第一条 为规范认定，制定本办法。
第二条 应具备以下条件：
1.运营2年以上；
2.人员10人以上。
另有规定的除外。
第三条 还应：
（一）基本条件
1.面积300平方米以上。
2.收入100万元以上。
（二）其他。
"""


@pytest.mark.parametrize(
    ("citation", "holds"),
    [
        ("第二条第1项", "2年"),
        ("第二条第2项", "10人"),
        ("第二条末款", "另有规定"),
        ("第三条（一）2", "100万元"),
        ("第三条（一）", "300平方米"),
    ],
)
def test_what_is_counted_in_figures_has_its_citation(citation, holds):
    assert holds in read_regulation(COUNTED).piece(citation).text


def test_an_article_falls_into_its_smallest_pieces():
    cut = read_regulation(COUNTED)
    assert list(cut.leaves("第二条")) == ["第二条·首", "第二条第1项", "第二条第2项", "第二条末款"]
    assert list(cut.leaves("第三条")) == [
        "第三条·首",
        "第三条（一）·首",
        "第三条（一）1",
        "第三条（一）2",
        "第三条（二）",
    ]
