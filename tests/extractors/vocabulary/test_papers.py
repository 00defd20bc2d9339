"""A line that is a title shows its kinds; an entry of a contents page, a sentence or another paper's title does not."""

from __future__ import annotations

import pytest

from extractors.vocabulary.papers import named_kinds, title_kinds, vocabulary


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("营 业 执 照（副本）", "business_licence", id="spaced-and-a-copy"),
        pytest.param("附件3 审计报告", "audit_report", id="behind-its-number-of-annex"),
        pytest.param("“申报材料真实性声明”", "declaration", id="in-quotation-marks"),
        pytest.param("三、审计报告", None, id="an-entry-of-a-contents-page"),
        pytest.param("见审计报告。", None, id="a-sentence"),
        pytest.param("服务收支专项审计报告", "special_audit_report", id="the-special-one"),
    ],
)
def test_title_kinds(line, kind):
    kinds = title_kinds(line)
    assert kind in kinds if kind else kinds == []


def test_the_special_audit_is_not_the_yearly_one():
    assert "audit_report" not in title_kinds("服务收支专项审计报告")


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("03 营业执照.pdf", ["business_licence"]),
        ("２０２５年度审计报告.pdf", ["audit_report"]),
        ("扫描件001.pdf", []),
    ],
)
def test_named_kinds(name, kinds):
    assert named_kinds(name)[: len(kinds) or None] == kinds


def test_the_longest_word_of_a_name_counts_first():
    assert named_kinds("质量管理体系认证与荣誉.pdf")[0] == "quality_certificate"


def test_every_kind_has_a_way_to_be_known():
    for kind in vocabulary().kinds.values():
        assert kind.titles or kind.body or kind.names, kind.id
