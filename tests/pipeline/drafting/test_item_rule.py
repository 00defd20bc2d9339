"""The rule of one item, and the sentence in which a clerk reads it."""

from __future__ import annotations

from pipeline.drafting.item_papers import drafted_materials
from pipeline.drafting.item_rule import item_rule, said_rules
from pipeline.rulebook.checks.named_papers import item_text
from tests.builders.drafts import chapter


def of(item):
    told = item_text(chapter("（一）资产总额不低于200万元。", f"（一）{item}"), "第三条（一）")
    assert told is not None
    return [item_rule("3.1", one, told, frozenset(), "题名") for one in drafted_materials(told)]


def test_parts_year_and_seal():
    (rule,) = of("当月在“信用中国”网站下载的信用信息报告（加盖公章）；")
    assert rule["same_month"] is True
    assert rule["seal_decides"] is True
    (rule,) = of("服务“五公开”（服务内容、服务收费）；")
    assert rule["parts"] == ["service_content", "service_fee"]


def test_the_sentence_names_papers_flags_and_ways():
    assert said_rules(of("上一年度审计报告；")) == "3.1 年度审计报告（须为上一年度）"
    assert said_rules(of("租赁合同或房产证；")) == "3.1 场所租赁合同或房产证、不动产权证书"


def test_how_many_and_valid_when():
    (rule,) = of("最近三份服务合同，须在有效期内；")
    assert (rule["count"], rule["valid_on"]) == (3, "reckoning")
    assert "count" not in of("服务合同；")[0]
