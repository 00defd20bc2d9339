"""A page's rules choose elements by where they stand too, and add words; what is no selector chooses nothing."""

from __future__ import annotations

import pytest

from extractors.read import read
from schemas.document import Paragraph, Table

ROWS = "<table><tr><td>甲</td></tr><tr class=gone><td>乙</td></tr></table>"


def cells(style: str, rows: str) -> list[str]:
    page = f"<html><head><style>{style}</style></head><body><table>{rows}</table></body></html>"
    (table,) = (one for one in read(page.encode(), "表.html").pages[0].blocks if isinstance(one, Table))
    return [cell.text for cell in table.cells]


def text(style: str, body: str) -> str:
    page = f"<html><head><style>{style}</style></head><body>{body}</body></html>"
    blocks = read(page.encode(), "表.html").pages[0].blocks
    return "".join(one.text for one in blocks if isinstance(one, Paragraph))


@pytest.mark.parametrize(
    ("selector", "struck"),
    [
        (".gone td", True),
        ("tr.gone > td", True),
        ("#left td", True),
        ("tr:nth-child(2) td", True),
        ("table tr.gone", True),
        (".kept td", False),
        (".gone td:hover", False),
        ("tr.gone >> td", False),
        ("td::before", False),
    ],
)
def test_a_row_that_a_rule_strikes_out_by_where_it_stands(selector, struck):
    rows = "<tr><td>甲</td></tr><tr class=gone id=left><td>乙</td></tr><tr><td>丙</td></tr>"
    found = cells(f"{selector} {{text-decoration: line-through}}", rows)
    assert ("乙" not in found) is struck
    assert {"甲", "丙"} <= set(found)


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ('"甲公司"', "甲公司（注）"),
        ("'甲' \"公司\"", "甲公司（注）"),
        ("attr(data-name)", "乙公司（注）"),
        (r'"\7532 公司"', "甲公司（注）"),
        ("none", "（注）"),
        ('"甲"; display: none', "（注）"),
        ("counter(row)", "（注）"),
    ],
)
def test_words_that_a_rule_sets_before_those_of_an_element(content, shown):
    assert text(f".n::before {{content: {content}}}", "<p class=n data-name=乙公司>（注）</p>") == shown


def test_words_behind_an_element_stand_behind_it():
    assert text('p.n:after {content: "人"}', "<p class=n>12</p>") == "12人"


def test_numbers_that_a_rule_counts_are_not_read_and_told():
    page = "<html><head><style>p:before {content: counter(row)}</style></head><body><p>甲</p></body></html>"
    read_so = read(page.encode(), "表.html")
    assert read_so.unread == ("网页样式添加的编号未读取",)
    assert "编号未读取" in read_so.note


def test_a_rule_that_chooses_by_more_weighs_more():
    rows = "<tr><td>甲</td></tr><tr class=gone><td class=c>乙</td></tr>"
    style = ".gone td {display: none} td {display: table-cell} .c {display: table-cell}"
    assert cells(style, rows) == ["甲"]


def test_rules_for_what_is_not_on_the_page_take_no_room():
    style = "".join(f".a{number} td {{display: none}}" for number in range(4_000)) + ".gone td {display: none}"
    page = f"<html><head><style>{style}</style></head><body>{ROWS}</body></html>"
    found = read(page.encode(), "表.html")
    assert "乙" not in "".join(cell.text for cell in found.pages[0].blocks[0].cells)
    assert not found.unread


def test_rules_that_ask_too_much_of_a_page_are_left_out_and_told():
    style = "* * * * * * .gone {display: none} " * 400
    found = read(f"<html><head><style>{style}</style></head><body>{ROWS * 300}</body></html>".encode(), "表.html")
    assert found.unread == ("网页样式中的一部分规则未采用",)
