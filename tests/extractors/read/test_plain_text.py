"""Separated text is read as a program for sheets shows it, whatever parts its cells and wherever it came from."""

import pytest

from extractors.read import read
from schemas.document import Table


def rows(text: str, name: str = "名单.csv", encoding: str = "utf-8") -> list[list[str]]:
    (page,) = read(text.encode(encoding), name).pages
    (table,) = [block for block in page.blocks if isinstance(block, Table)]
    return [[cell.text for cell in table.cells if cell.row == row] for row in range(table.rows)]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        pytest.param('="0138"', "0138", id="a-number-kept-as-text"),
        pytest.param('"=""0138"""', "0138", id="the-same-in-quotes"),
        pytest.param("=1+1", "=1+1", id="a-formula-stays-what-it-is"),
        pytest.param("0138", "0138", id="digits"),
    ],
)
def test_what_a_cell_shows(cell: str, shown: str):
    assert rows(f"序号,电话,人数\n1,{cell},3\n2,139,4\n")[1] == ["1", shown, "3"]


@pytest.mark.parametrize("sign", [";", "|", "\t", ","])
def test_titles_above_a_list_part_nothing(sign: str):
    listed = [["序号", "企业名称", "人数"], ["1", "甲公司", "12"], ["2", "乙公司", "8"]]
    text = "企业名单\n单位：人\n" + "\n".join(map(sign.join, listed))
    assert rows(text)[2:] == listed


LISTED = [["姓名", "年龄", "学历"], ["甲", "30", "本科"], ["乙", "", "大专"]]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n".join(map("|".join, LISTED)), id="bars-between"),
        pytest.param("\n".join(f"| {' | '.join(row)} |" for row in LISTED), id="bars-around"),
        pytest.param("| 姓名 | 年龄 | 学历 |\n|---|:---:|---|\n| 甲 | 30 | 本科 |\n| 乙 | | 大专 |", id="markdown"),
        pytest.param(
            "┌───┬───┬───┐\n│姓名│年龄│学历│\n├───┼───┼───┤\n│甲│30│本科│\n├───┼───┼───┤\n│乙││大专│\n└───┴───┴───┘",
            id="a-drawn-frame",
        ),
    ],
)
def test_a_list_whose_columns_drawn_bars_part(text):
    assert [row[:3] for row in rows(text, "人员名单.txt")] == LISTED


def test_the_place_of_a_row_is_its_line_though_lines_that_draw_are_none():
    (page,) = read("| 姓名 | 年龄 |龄|\n|---|---|---|\n| 甲 | 30 |3|\n".encode(), "人员名单.txt").pages
    assert [cell.address for cell in page.blocks[0].cells if cell.text == "甲"] == ["A3"]


def test_a_bar_in_a_sentence_parts_nothing():
    (page,) = read("甲|乙|丙 三家\n服务情况说明\n共服务三次\n".encode(), "说明.txt").pages
    assert not any(isinstance(block, Table) for block in page.blocks)
