"""Glyphs to lines, lines to text: order by place, blanks by gaps, fake bold once, wrapped lines joined."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from extractors.layout.characters import cleaned
from extractors.layout.geometry import Glyph
from extractors.layout.lines import joined, lines
from tests.builders.pdf_pages import page, texts, written


def _glyphs(text: str, *, x: float = 72.0, top: float = 100.0, gap: float = 0.0) -> list[Glyph]:
    return [
        Glyph(c, x + i * (12 + gap), top, x + i * (12 + gap) + 12, top + 12, 12.0, 0, bold=False)
        for i, c in enumerate(text)
    ]


@given(st.permutations(_glyphs("甲乙丙丁") + _glyphs("戊己庚辛", top=118)))
def test_the_order_of_the_file_does_not_matter(glyphs: list[Glyph]):
    assert [line.text for line in lines(glyphs)] == ["甲乙丙丁", "戊己庚辛"]


def test_glyphs_drawn_twice_to_look_bold_count_once():
    twice = [*_glyphs("示例示例"), *_glyphs("示例示例", x=72.6), *_glyphs("示例示例", x=72.3, top=100.3)]
    assert [line.text for line in lines(twice)] == ["示例示例"]


def test_the_same_letter_twice_is_not_fake_bold():
    assert [line.text for line in lines(_glyphs("人人谈谈"))] == ["人人谈谈"]


@pytest.mark.parametrize(
    ("gap", "text"),
    [
        pytest.param(12.0, "审计报告", id="spread-evenly"),
        pytest.param(60.0, "审  计  报  告", id="too-far-apart"),
    ],
)
def test_a_title_spread_out_is_one_word(gap: float, text: str):
    assert [line.text for line in lines(_glyphs("审计报告", gap=gap))] == [text]


@pytest.mark.parametrize(
    ("gap", "text"),
    [pytest.param(3.0, "年3", id="set-apart-by-the-program"), pytest.param(8.0, "年 3", id="a-real-blank")],
)
def test_a_small_gap_between_hanzi_and_digits_is_no_blank(gap: float, text: str):
    (line,) = lines([*_glyphs("年"), *_glyphs("3", x=84 + gap)])
    assert line.text == text


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (["示例企业管理", "咨询有限公司"], "示例企业管理咨询有限公司"),
        (["annual", "survey"], "annual survey"),
        (["exam-", "ple"], "example"),
        (["2020-", "2025"], "2020-2025"),
        (["营业收入", "2025 年"], "营业收入2025 年"),
    ],
)
def test_wrapped_lines_are_joined_as_their_script_asks(parts: list[str], whole: str):
    assert joined(parts) == whole


@pytest.mark.parametrize(
    ("code", "font", "text"),
    [
        (0xF0A8, "Wingdings", "□"),
        (0xF0FE, "Wingdings", "☑"),
        (0xF0FC, "", "√"),
        (0xFE, "ABCDEF+Wingdings-Regular", "☑"),
        (0x52, "Wingdings2", "☑"),
        (0xA8, "ABCDEF+Wingdings3", "•"),
        (0x68, "Wingdings3", "•"),
        (0xD8, "Wingdings", "➢"),
        (0x2714, "", "√"),
        (0x2612, "", "☑"),
        (0x25A0, "", "■"),
        (0x2F00, "", "一"),
        (0x2ED3, "", "长"),
        (0xFB01, "", "fi"),
        (0xAD, "", ""),
        (0x07, "", ""),
        (0x3000, "", ""),
    ],
)
def test_marks_radicals_ligatures_and_controls(code: int, font: str, text: str):
    assert cleaned(code, font) == text


def test_a_wrapped_paragraph_is_one_and_label_lines_are_their_own():
    prose = "平台近年来持续开展各类服务活动"
    seen = page(
        written(
            (96, 72, prose + prose + "，服务"),
            (72, 90, "了众多企业，并取得了良好的成效。"),
            (72, 130, "申请单位名称：示例有限公司"),
            (72, 150, "填报日期：2026年3月9日"),
        ),
    )
    assert texts(seen) == [
        prose + prose + "，服务了众多企业，并取得了良好的成效。",
        "申请单位名称：示例有限公司",
        "填报日期：2026年3月9日",
    ]


def test_a_mark_drawn_last_stands_where_it_is_seen():
    def late(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "租用")
        canvas.drawString(110, 700, "自有")
        canvas.drawString(98, 700, "√")

    assert texts(page(late)) == ["租用√自有"]
