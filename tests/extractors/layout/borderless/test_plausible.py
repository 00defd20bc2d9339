"""What stands in columns is a table where enough of it does, and it is neither a form nor an article nor contents."""

from __future__ import annotations

import pytest

from extractors.layout.borderless.columns import LayoutColumn, Placed
from extractors.layout.borderless.plausible import is_table
from tests.builders.placed_text import columns, piece, row

LIST = [row("甲示例", "赵一", "35"), row("乙示例", "钱二", "41"), row("丙示例", "孙三", "28")]


def test_a_list_of_three_rows():
    assert is_table(LIST, columns(3), 0)


@pytest.mark.parametrize(("alone", "table"), [(9, True), (10, False)])
def test_a_quarter_of_the_lines_has_several_pieces(alone: int, table: bool):
    assert is_table([*LIST, *(row("续一行") for _ in range(alone))], columns(3), 0) is table


@pytest.mark.parametrize(("labels", "table"), [(2, True), (3, False)])
def test_labels_with_what_was_filled_in_are_a_form(labels: int, table: bool):
    firsts = ["名称：" if number < labels else "名称示例" for number in range(3)]
    rows = [row(first, "示例", "35") for first in firsts]
    assert is_table(rows, columns(3), 0) is table


@pytest.mark.parametrize(("figures", "table"), [(2, True), (1, False)])
def test_two_columns_are_a_table_of_labels_and_figures(figures: int, table: bool):
    rows = [
        row(name, "35" if number < figures else "若干项") for number, name in enumerate(("甲示例", "乙示例", "丙示例"))
    ]
    assert is_table(rows, columns(2), 0) is table


@pytest.mark.parametrize(("rules", "table"), [(2, False), (3, True)])
def test_three_rules_across_make_a_table_of_words_in_two_columns(rules: int, table: bool):
    assert is_table([row(name, "若干项") for name in ("甲示例", "乙示例", "丙示例")], columns(2), rules) is table


def test_numbered_clauses_are_no_table():
    assert not is_table([row(f"{number}.", "35") for number in range(1, 5)], columns(2), 3)


def article(end: float) -> list[list[Placed]]:
    """Two columns of prose, their lines ending so far before the edge."""
    letters = 20 - round(end / 10)
    return [
        [Placed(piece("文" * letters, 0.0), 0, 0), Placed(piece("文" * letters, 300.0), 1, 1), *more]
        for more in ([Placed(piece("注", 600.0), 2, 2)] for _ in range(4))
    ]


@pytest.mark.parametrize(("end", "table"), [(30.0, False), (40.0, True)])
def test_columns_filled_to_their_edge_are_an_article(end: float, table: bool):
    wide = [LayoutColumn(0.0, 200.0), LayoutColumn(300.0, 500.0), LayoutColumn(600.0, 620.0)]
    assert is_table(article(end), wide, 0) is table


def test_pieces_that_stand_anywhere_are_no_table():
    rows = [
        [
            Placed(piece("甲", 7.0 * number), 0, 0),
            Placed(piece("乙", 100 + 6.0 * number), 1, 1),
            Placed(piece("5", 200 + 9.0 * number), 2, 2),
        ]
        for number in range(6)
    ]
    assert not is_table(rows, columns(3), 0)
