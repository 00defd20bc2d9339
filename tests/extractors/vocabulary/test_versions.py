"""A name says that its paper was replaced, or that it is the one that counts; words that only look so say nothing."""

import pytest

from extractors.vocabulary.versions import edition, obsolete_word


@pytest.mark.parametrize(
    "name",
    [
        "申报表（旧版作废）",
        "申报表-旧",
        "申报表_old",
        "申报表(旧)",
        "旧版/申报表",
        "申报表 初稿",
        "作废",
        "2024名单备份",
        "申报表_bak",
    ],
)
def test_names_of_replaced_papers(name):
    assert obsolete_word(name)


@pytest.mark.parametrize(
    "name",
    [
        "申报表",
        "哈尔滨旧城改造服务有限公司",
        "营业执照副本",
        "申报表新版",
        "golden名单",
        "原始记录",
        "新旧动能转换名单",
    ],
)
def test_names_that_say_nothing_of_it(name):
    assert not obsolete_word(name)


def test_editions_rank():
    names = ["申报表（旧版）", "申报表", "申报表v2", "申报表v10", "申报表（最终）"]
    assert sorted(names, key=edition) == names
