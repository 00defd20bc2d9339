"""Checklists in one sentence."""

from __future__ import annotations

import pytest

from pipeline.drafting.prose_items import prose_items
from pipeline.rulebook.articles import read_regulation


def told(sentence: str) -> list[str]:
    regulation = read_regulation(
        f"第一条 为规范认定，制定本办法。\n第二条 {sentence}\n第三条 本办法自发布之日起施行。\n"
    )
    return [one.text for one in prose_items(regulation, "第二条")]


@pytest.mark.parametrize(
    ("sentence", "members"),
    [
        pytest.param(
            "申报单位应提交以下材料：申请表；营业执照；审计报告（含附注；附表）。",
            ["申请表", "营业执照", "审计报告(含附注;附表)"],
            id="semicolons",
        ),
        pytest.param(
            "申报单位应提交以下材料：申请表、营业执照、《某市、某县声明》。",
            ["申请表", "营业执照", "《某市、某县声明》"],
            id="enumeration-commas-outside-quotes",
        ),
        pytest.param("申报单位应提交以下材料：申请表、营业执照。", [], id="too-few-to-be-a-list"),
        pytest.param("市局对材料齐全的予以受理。", [], id="no-list"),
    ],
)
def test_the_members_of_the_sentence_are_items(sentence, members):
    assert told(sentence) == members


def test_an_article_with_items_is_read_by_its_items():
    text = "第一条 应当提交下列材料：\n（一）申请表；\n（二）营业执照；\n（三）声明。\n"
    assert prose_items(read_regulation(text), "第一条") == []
