"""Single hanzi as wide apart as a whole word of another line are one word; signs in columns of their own are not."""

from __future__ import annotations

import pytest

from extractors.layout.borderless.set_apart import with_words_whole
from tests.builders.placed_text import SIZE, piece

FOUR = [piece("注册资本", 0), piece("五百万元", 100)]


def read(*row):
    return ["".join(one.text.split()) for one in with_words_whole([FOUR, list(row)])[1]]


@pytest.mark.parametrize(
    ("row", "texts"),
    [
        pytest.param((piece("名", 0), piece("称", 30), piece("甲公司", 100)), ["名称", "甲公司"], id="as-wide"),
        pytest.param(
            (piece("联", 0), piece("系", 15), piece("人", 30), piece("甲", 100)), ["联系人", "甲"], id="of-three"
        ),
        pytest.param((piece("优", 0), piece("良", 50), piece("中", 100)), ["优", "良", "中"], id="wider"),
        pytest.param((piece("是", 0), piece("否", 20), piece("无", 100)), ["是", "否", "无"], id="narrower"),
        pytest.param((piece("是", 8), piece("否", 30)), ["是", "否"], id="begins-elsewhere"),
        pytest.param((piece("1", 0), piece("2", 30)), ["1", "2"], id="numbers"),
        pytest.param((piece("名称", 0), piece("甲", 30)), ["名称", "甲"], id="no-single-sign"),
    ],
)
def test_a_line_beside_one_with_a_word_of_four(row, texts):
    assert read(*row) == texts


def test_a_label_in_the_midst_of_a_line_is_joined_too():
    rows = [[piece("单位", 0), piece("电子邮箱", 200)], [piece("甲", 0), piece("网", 200), piece("址", 230)]]
    assert ["".join(one.text.split()) for one in with_words_whole(rows)[1]] == ["甲", "网址"]


def test_columns_of_single_signs_alone_stay_apart():
    rows = [[piece("甲", 0), piece("乙", 30)], [piece("丙", 0), piece("丁", 30)]]
    assert with_words_whole(rows) == rows


@pytest.mark.parametrize(("off", "one"), [(0.3, True), (0.4, False)])
def test_how_nearly_they_must_end_together(off, one):
    row = (piece("名", 0), piece("称", 30 + off * SIZE), piece("甲", 100))
    assert (len(read(*row)) == 2) is one
