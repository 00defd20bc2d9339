"""A demanded part stands in a paper where its heading has something below, or its column stands in a table's head."""

from __future__ import annotations

import pytest

from extractors.content.lines import Text
from extractors.papers.parts import parts_in
from extractors.vocabulary.papers import vocabulary
from schemas.locator import Locator

REPORT = vocabulary().kinds["application_report"]
AUDIT = vocabulary().kinds["special_audit_report"]
PROSE = "本平台自成立以来，持续为中小企业提供服务。"


def lines(*texts):
    return [Text(text, Locator("报告.docx", cell=f"段{at}"), 1) for at, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        pytest.param(["一、基本情况", PROSE], True, id="prose-below"),
        pytest.param(["一、基本情况", "二、管理运营情况", PROSE], False, id="the-next-heading-below"),
        pytest.param(["一、基本情况", "（一）单位简介", PROSE], True, id="a-heading-of-lower-rank-below"),
        pytest.param(["一、基本情况", "1、单位简介", PROSE], True, id="an-arabic-heading-below"),
        pytest.param(["基本情况", PROSE], True, id="unnumbered"),
        pytest.param(["本平台基本情况良好，" + PROSE], False, id="inside-a-sentence"),
        pytest.param(["一、基本情况"], False, id="nothing-below"),
    ],
)
def test_a_section_of_the_report(texts, found):
    assert ("basics" in parts_in(REPORT, lines(*texts))) is found


def row(number, *texts):
    return [
        Text(text, Locator("审计.pdf", page=1, cell=f"{number}{text}"), 1, (1, number), alone=False) for text in texts
    ]


def test_a_column_counts_only_beside_its_neighbours():
    vouchers = row(0, "序号", "凭证号码", "凭证日期", "金额")
    assert {"voucher_number", "voucher_date", "voucher_amount"} <= set(parts_in(AUDIT, vouchers))
    assert not {"voucher_number", "voucher_amount"} & set(parts_in(AUDIT, row(0, "序号", "金额", "备注")))


def test_the_first_place_is_kept():
    twice = lines("一、基本情况", PROSE, "五、基本情况", PROSE)
    assert parts_in(REPORT, twice)["basics"] == twice[0].place
