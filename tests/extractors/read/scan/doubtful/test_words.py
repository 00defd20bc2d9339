"""Numbers whose point may be a comma, and cells in which nothing was seen."""

from __future__ import annotations

import pytest

from extractors.read.scan.doubtful.words import doubted as doubted_block
from schemas.document import Cell, Paragraph, Table
from schemas.trust import NONE, Doubt


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        pytest.param("1.000万元", True, id="three-digits-behind-the-point"),
        pytest.param("12.345", True, id="may-be-12-thousand"),
        pytest.param("1.00万元", False, id="two"),
        pytest.param("1.0000", False, id="four"),
        pytest.param("1,000.00", False, id="a-comma-that-was-read"),
        pytest.param("1,234.567", False, id="behind-a-comma"),
        pytest.param("0.125", False, id="no-thousands"),
        pytest.param("1234.567", False, id="four-before"),
    ],
)
def test_a_point_in_a_picture_that_may_be_a_comma(text, doubted):
    expected = {Doubt.POINT_OR_COMMA} if doubted else NONE
    assert doubted_block(Paragraph(text)).doubts == expected
    table = doubted_block(Table((Cell(0, 0, text),), 1, 1))
    assert isinstance(table, Table)
    assert table.cells[0].doubts == expected


@pytest.mark.parametrize(("text", "doubts"), [("", {Doubt.RECOGNISED}), (" ", {Doubt.RECOGNISED}), ("甲", NONE)])
def test_a_faint_word_may_stand_in_a_cell_that_seems_empty(text, doubts):
    table = doubted_block(Table((Cell(0, 0, text),), 1, 1))
    assert isinstance(table, Table)
    assert table.cells[0].doubts == doubts


@pytest.mark.parametrize(
    ("text", "kept", "doubted"),
    [
        pytest.param(".\n13826161213", "13826161213", True, id="a-speck-above-a-number"),
        pytest.param("甲公司\n· .", "甲公司", True, id="specks-below-a-name"),
        pytest.param("甲公司\n乙", "甲公司\n乙", False, id="two-lines"),
        pytest.param("甲\n\n乙", "甲\n\n乙", False, id="an-empty-line"),
        pytest.param(".", ".", False, id="nothing-but-a-speck"),
        pytest.param("1.5", "1.5", False, id="a-point-within"),
    ],
)
def test_lines_that_are_nothing_but_specks(text, kept, doubted):
    table = doubted_block(Table((Cell(0, 0, text),), 1, 1))
    assert isinstance(table, Table)
    assert (table.cells[0].text, table.cells[0].doubts) == (kept, {Doubt.RECOGNISED} if doubted else NONE)
