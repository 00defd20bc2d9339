"""Lists and papers of a rulebook's own, and more columns of ours."""

import pytest

from pipeline.rulebook.parse import parse
from schemas.errors import RulebookError
from tests.builders.language import RULEBOOK, write_language

LISTS = "lists:\n"


def own(folder, old=LISTS, new=LISTS):
    return parse(write_language(folder, RULEBOOK.replace(old, new))).rulebook.own


def test_a_list_has_its_columns_its_heads_and_a_paper(tmp_path):
    words = own(tmp_path)
    (rights,) = words.lists
    assert [(column.key, column.kind) for column in rights.spec.columns] == [
        ("name", "text"),
        ("class", "text"),
        ("granted_on", "date"),
    ]
    assert (rights.spec.key, rights.spec.paper) == ("name", "rights_list")
    assert rights.needs == (("name", "class", "granted_on"),)
    assert {one.kind.id: one.kind.title for one in words.papers}["rights_list"] == "知识产权清单"


def test_one_of_ours_gets_a_further_column(tmp_path):
    words = own(tmp_path, new=f"{LISTS}  operations: {{columns: {{研发费用: rd_yearly 万元}}}}\n")
    operations = next(one for one in words.lists if one.extends)
    assert operations.spec.columns[-1].key == "rd_yearly"
    assert operations.spec.columns[-1].unit == "万元"
    assert operations.heads == (("rd_yearly", ("研发费用",)),)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Rights: {title: 甲, columns: {名称: name}}", "小写英文字母"),
        ("own: {title: 甲, columns: {名称: 名}}", "列写作"),
        ("own: {title: 甲, key: no_such, columns: {名称: name}}", "key 是每行必填的那一列"),
        ("operations: {columns: {年度: year}}", "已有“year”这一列"),
    ],
)
def test_what_is_amiss_of_a_list(tmp_path, written, said):
    with pytest.raises(RulebookError, match=said):
        own(tmp_path, new=f"{LISTS}  {written}\n")


@pytest.mark.parametrize(
    ("written", "said"), [("lease: {title: 甲}", "程序已有的材料种类"), ("Own: {title: 甲}", "小写英文字母")]
)
def test_what_is_amiss_of_a_paper(tmp_path, written, said):
    with pytest.raises(RulebookError, match=said):
        own(tmp_path, "papers:\n", f"papers:\n  {written}\n")
