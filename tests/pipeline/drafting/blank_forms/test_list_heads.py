"""Heads of lists on blank forms."""

from __future__ import annotations

from pipeline.drafting.blank_forms.list_heads import column_of, head_words, list_headed
from pipeline.drafting.source import FormRow


def test_heads_broken_over_lines_are_joined():
    tokens, counts = head_words([FormRow(("姓名 年龄",)), FormRow(("毕业",)), FormRow(("学校 职称",))])
    assert tokens == ["姓名", "年龄", "毕业学校", "职称"]
    assert counts == [2, 3, 4]


def test_a_real_table_ends_the_words_of_the_text_above_it():
    tokens, _ = head_words([FormRow(("附：入驻企业名单",)), FormRow(("姓名", "年龄"), of_table=True)])
    assert tokens == ["附：入驻企业名单"]


def test_the_list_whose_heads_fit_best_begins():
    found = list_headed(["姓名", "年龄", "学历", "职称"], at_once=True)
    assert found is not None
    assert found.table == "staff"
    assert list_headed(["基地名称", "建筑面积"], at_once=False) is None


def test_partners_signed_and_others_are_both_names():
    assert column_of("partners", "name.other") == "name"
