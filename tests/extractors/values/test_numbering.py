"""The number of an outline at the beginning of a line is known in all its ways; a quantity or a date is none."""

from __future__ import annotations

import pytest

from extractors.values.numbering import Rank, numbering, unnumbered


@pytest.mark.parametrize(
    ("line", "rank", "rest"),
    [
        ("第一章 总则", Rank.CHAPTER, "总则"),
        ("第十二条 平台应当", Rank.CHAPTER, "平台应当"),
        ("一、基本情况", Rank.HANZI, "基本情况"),
        ("十二．其他", Rank.HANZI, "其他"),
        ("（三）服务情况", Rank.HANZI_IN_BRACKETS, "服务情况"),
        ("(三)、服务情况", Rank.HANZI_IN_BRACKETS, "服务情况"),
        ("三）服务情况", Rank.HANZI_IN_BRACKETS, "服务情况"),
        ("1. 名称", Rank.ARABIC, "名称"),
        ("12、名称", Rank.ARABIC, "名称"),
        ("（3）名称", Rank.ARABIC_IN_BRACKETS, "名称"),
        ("③名称", Rank.CIRCLED, "名称"),
    ],
)
def test_every_way_of_numbering(line, rank, rest):
    number = numbering(line)
    assert number is not None
    assert number.rank is rank
    assert unnumbered(line) == unnumbered(f"　{line}") == rest


@pytest.mark.parametrize(
    "line",
    [
        "1.5万元",
        "三.5万元",
        "2025年度",
        "2025.12.31",
        "一部分企业",
        "十家企业",
        "第一次活动",
        "（其他）",
        "",
        "基本情况",
    ],
)
def test_what_numbers_nothing(line):
    assert numbering(line) is None
    assert unnumbered(line) == line


def test_the_ranks_stand_in_the_order_of_an_outline():
    ranks = [numbering(line) for line in ("第一章", "一、", "（一）", "1．", "（1）", "①")]
    assert [number.rank for number in ranks] == sorted(Rank)
