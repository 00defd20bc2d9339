"""A notice that counts 一、（一）1., and the clauses of annexes."""

import pytest

from pipeline.rulebook.articles import cited_item, normal, read_regulation, whole_of
from pipeline.rulebook.sections import cut_sections, normal_section

NOTICE = """某市示范平台申报条件及申报材料

一、申报条件
应同时具备：
（一）运营两年以上。
（二）服务不少于50家。
二、申报材料
（一）营业执照。
（二）有关材料：
1.合同；
2.发票。
（三）其他：
3.照片。
"""


def test_a_notice_is_cut_by_its_own_numbers():
    notice = read_regulation(NOTICE)
    assert notice.conditions == ("一",)
    assert notice.items("一") == ("一（一）", "一（二）")
    assert notice.piece("一（二）").text == "(二)服务不少于50家。"
    assert notice.piece("二（二）1").text == "1.合同;"
    assert notice.piece("二（三）3").text == "3.照片。"
    assert notice.piece("三") is None


def test_what_stands_before_the_first_item_is_its_head_without_the_heading():
    assert read_regulation(NOTICE).pieces["一·首"].text == "应同时具备:"


def test_a_number_out_of_turn_begins_nothing():
    cut = cut_sections([(1, "一、甲"), (2, "(一)乙"), (3, "(三)丙"), (4, "三、丁")])
    assert list(cut.pieces) == ["一", "一·首", "一（一）"]
    assert cut.pieces["一（一）"].text == "(一)乙(三)丙三、丁"


@pytest.mark.parametrize(
    ("citation", "spelt"),
    [
        ("一(二)", "一（二）"),
        ("附件1 二（一）2", "附件1 二（一）2"),
        ("附件 1  3", "附件1 3"),
        ("附件5", "附件5"),
        ("第七条", ""),
        ("随便", ""),
    ],
)
def test_one_spelling_for_a_citation(citation, spelt):
    assert normal_section(citation) == spelt


def test_an_article_stays_an_article():
    assert normal("第七条(五)") == "第七条（五）"


@pytest.mark.parametrize(
    ("of", "item", "cited"),
    [
        ("第十一条", "11.3a", "第十一条（三）"),
        ("二", "2.3", "二（三）"),
        ("附件5", "3", "附件5 3"),
        ("三", "1b", "三1"),
        ("二", "3.1", ""),
        ("第十一条", "3", ""),
    ],
)
def test_the_number_of_an_item_says_its_clause(of, item, cited):
    assert cited_item(of, item) == cited


def test_a_text_that_is_an_annex_counts_under_its_number():
    text = read_regulation("某办法附件1\n评价标准\n一、公告条件\n得分60分以上。\n附件5\n申报材料\n1.自评表\n2.执照\n")
    assert text.conditions == ("附件1 一",)
    assert text.piece("附件1 一").text == "得分60分以上。"
    assert text.items("附件5") == ("附件5 1", "附件5 2")


def test_the_annexes_of_a_text_with_articles_are_cut_too():
    text = read_regulation("第一条 甲。\n附件1\n一、指标\n（一）创新\n1.研发费用\n")
    assert text.piece("附件1 一（一）1").text == "1.研发费用"
    assert text.piece("第一条").text == "第一条甲。"


def test_an_item_may_begin_with_a_year_but_not_be_a_decimal():
    told = cut_sections(enumerate(["一、材料", "1.申报书;", "2.2025年度审计报告;", "2.5万元以上的合同"], 1)).pieces
    assert told["一2"].text.startswith("2.2025年度审计报告;")
    assert "一3" not in told


def test_a_paragraph_behind_the_last_number_is_the_sections_own():
    lines = ["一、条件", "1.资产5000万元以上。", "2.近三年无事故。", "山区县的资产可放宽至3000万元。"]
    lines += ["二、材料", "1.申报书;"]
    told = cut_sections(enumerate(lines, 1)).pieces
    assert told["一末款"].text == "山区县的资产可放宽至3000万元。"
    assert told["一2"].text == "2.近三年无事故。"


WITHIN = """一、申报条件
1. 申报主体
1.1 具有独立法人资格；
1.2 成立满2年。
2. 服务能力
2.1 面积3.5万平方米以上；
2.2 入驻企业50家以上。
3. 年提供公益性服务不少于2.5次。
"""


def test_what_a_number_counts_by_its_own_number_and_a_point():
    pieces = read_regulation(WITHIN).pieces
    assert pieces["一1.2"].text == "成立满2年。"
    assert pieces["一2.1"].text == "面积3.5万平方米以上;"
    assert pieces["一2·首"].text == "2.服务能力"
    assert pieces["一3"].text == "3.年提供公益性服务不少于2.5次。"
    assert [*read_regulation(WITHIN).leaves("一")][-6:] == ["一1.1", "一1.2", "一2·首", "一2.1", "一2.2", "一3"]


def test_how_such_a_clause_is_cited():
    assert normal("一 2.1") == "一2.1"
    assert whole_of("一2.1") == "一"
