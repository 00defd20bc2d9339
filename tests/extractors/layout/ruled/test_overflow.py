"""A line printed over the edge of its cell belongs to the text it is the rest of; one that only stands high stays."""

from __future__ import annotations

import pytest

from tests.builders.pdf_pages import grid, page, rows, stroked, tables, together, written

HEAD, BODY = ("序号", "是否处于领先水"), (("1", "否"), ("2", "是"), ("3", "否"), ("4", "是"))


def read(*lines: tuple[float, float, str]) -> list[list[str]]:
    """A table of five rows, 18 points each, with these lines beside its own words."""
    drawn = [(64, 103, HEAD[0]), (154, 103, HEAD[1])]
    for at, row in enumerate(BODY, 1):
        drawn += [(64, 103 + 18 * at, row[0]), (154, 104 + 18 * at, row[1])]
    drawn = [one for one in drawn if one[:2] not in {each[:2] for each in lines}]
    made = together(grid((60, 150, 250), [100 + 18 * at for at in range(6)], stroked), written(*drawn, *lines))
    (table,) = tables(page(made))
    return rows(table)


def test_the_rest_of_a_head_that_is_printed_over_the_first_row():
    assert read((154, 113.5, "平"))[:2] == [["序号", "是否处于领先水平"], ["1", "否"]]


def test_the_rest_of_a_head_over_an_empty_cell():
    found = read((154, 113.5, "平"), (154, 122, ""))
    assert found[:2] == [["序号", "是否处于领先水平"], ["1", ""]]


def test_the_beginning_of_a_text_that_is_printed_over_the_row_above():
    found = read((154, 170, "否（"), (154, 158, "是"), (154, 176, "尚未"))
    assert found[2][1] == "是"


@pytest.mark.parametrize("top", [119, 121, 124])
def test_an_answer_that_stands_a_little_high_or_low_is_one(top):
    assert read((154, 122, ""), (154, top, "否"))[:2] == [["序号", "是否处于领先水"], ["1", "否"]]


def test_where_every_cell_stands_over_its_edge_each_keeps_its_own():
    """The rules of some programs run through the words: then a line over the edge says nothing."""
    high = [(154, 96 + 18 * at, row[1]) for at, row in enumerate((HEAD, *BODY))]
    high += [(64, 96 + 18 * at, row[0]) for at, row in enumerate((HEAD, *BODY))]
    made = together(grid((60, 150, 250), [100 + 18 * at for at in range(6)], stroked), written(*high))
    (table,) = tables(page(made))
    assert rows(table) == [list(HEAD), *map(list, BODY)]
