"""Rows, titles and heads of statements are known however they are spaced, numbered and dated."""

from __future__ import annotations

import pytest

from extractors.vocabulary.statements import column_kind, label, title_of, words


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("资 产 总 计", "资产总计"),
        ("一、营业收入", "营业收入"),
        ("减：营业成本", "营业成本"),
        ("（一）其中：△利息收入", "利息收入"),
        ("三、利润总额（亏损总额以“－”号填列）", "利润总额"),
    ],
)
def test_label(text, bare):
    assert label(text) == bare


@pytest.mark.parametrize(
    ("line", "statement", "scope"),
    [
        pytest.param("合并资产负债表", "balance", "consolidated", id="consolidated"),
        pytest.param("母公司利润表", "income", "parent", id="the-parent"),
        pytest.param("甲城示例服务有限公司2025年度利润表", "income", "", id="whose-and-when"),
        pytest.param("资产负债表 编制单位：甲城示例服务有限公司", "balance", "", id="with-who-made-it"),
        pytest.param("一、利润表", "income", "", id="numbered"),
    ],
)
def test_title_of(line, statement, scope):
    title = title_of(line)
    assert title is not None
    assert (title[0].name, title[1]) == (statement, scope)


def test_another_statement_and_no_statement():
    assert title_of("现金流量表") == (None, "")
    assert title_of("我们审计了资产负债表、利润表。") is None
    assert title_of("资产总计") is None


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("期末余额", "current"),
        ("年 初 数", "previous"),
        ("2025年度", "current"),
        ("2024年12月31日", "previous"),
        ("行次", "ignored"),
        ("年初预算数", "ignored"),
        ("项目", ""),
        ("", ""),
    ],
)
def test_column_kind(head, kind):
    assert column_kind(head, 2025) == kind


def test_every_row_of_a_statement_has_labels_and_no_label_has_two_rows():
    labels = [name for listed in words().rows.values() for name in listed]
    assert len(labels) == len(set(labels))
    assert all(words().rows[row] for statement in words().statements.values() for row in statement.rows)
