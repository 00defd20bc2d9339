"""Which articles are conditions, functions, checklist and re-check, in regulations with and without chapters."""

from __future__ import annotations

import pytest

from pipeline.drafting.articles import (
    checklist_articles,
    condition_articles,
    function_articles,
    function_of,
    head_of,
    review_article,
)
from pipeline.rulebook.articles import read_regulation
from pipeline.rulebook.hold import read_text
from schemas.data_files import data_folder
from tests.builders.drafts import chapter
from tests.builders.regulations import MADE_UP


@pytest.mark.parametrize(
    ("name", "conditions", "functions", "checklist", "review"),
    [
        ("harbin", ("第七条",), ("第八条",), ("第十一条",), "第十四条"),
        ("qinhuangdao-2020", ("第五条",), (), ("第八条",), "第十三条"),
        ("zhengzhou", ("第六条", "第八条"), ("第七条",), ("第九条",), ""),
    ],
)
def test_the_articles_of_ours(name, conditions, functions, checklist, review):
    regulation = read_regulation(read_text(data_folder() / "regulations" / f"{name}.txt")[0])
    assert condition_articles(regulation) == conditions
    assert function_articles(regulation) == functions
    assert checklist_articles(regulation) == checklist
    assert review_article(regulation) == review


def test_without_chapters_the_head_of_an_article_tells():
    chapters = [line for line in MADE_UP.splitlines() if "章 " in line]
    text = MADE_UP
    for line in chapters:
        text = text.replace(line + "\n", "")
    regulation = read_regulation(text)
    assert condition_articles(regulation) == ("第二条",)
    assert checklist_articles(regulation) == ("第四条",)


def test_an_item_without_a_number_is_no_function():
    regulation = chapter("（一）信息服务。有信息系统。\n（二）培训服务。全年培训500人次以上。")
    assert function_of(regulation, "第二条（一）") == ""
    assert function_of(regulation, "第二条（二）") == "training"
    assert head_of(regulation, "第二条").endswith(":")
