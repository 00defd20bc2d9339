"""A page's rules choose elements by where they stand too, and add words; what is no selector chooses nothing."""

from __future__ import annotations

import pytest

from extractors.read import read
from schemas.document import Paragraph, Table


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
        ("counter(row)", "（注）"),
    ],
)
def test_words_that_a_rule_sets_before_those_of_an_element(content, shown):
    assert text(f".n::before {{content: {content}}}", "<p class=n data-name=乙公司>（注）</p>") == shown


def test_words_behind_an_element_stand_behind_it():
    assert text('p.n:after {content: "人"}', "<p class=n>12</p>") == "12人"


def test_thousands_of_rules_are_not_all_looked_at():
    style = "".join(f".a{number} td {{display: none}}" for number in range(2_000))
    assert cells(style, "<tr class=a1999><td>甲</td></tr><tr><td>乙</td></tr>") == ["甲", "乙"]
