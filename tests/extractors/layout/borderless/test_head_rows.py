"""Headings of tables without lines: over which columns they stand, and in which row of the head."""

from __future__ import annotations

import pytest

from extractors.layout.borderless.columns import Placed
from extractors.layout.borderless.head_rows import head_rows
from extractors.layout.geometry import Edge
from tests.builders.placed_text import columns, piece, row


def heads(*lines: list[Placed], count: int, rules: tuple[Edge, ...] = ()) -> list[list[tuple[str, int, int, int]]]:
    """The rows of the head: text, first and last column, rows covered."""
    made = head_rows(lines, columns(count), rules)
    return [[(item.text, item.first, item.last, item.levels) for item in line] for line in made]


def test_one_line_is_one_row():
    assert heads(row("序号", "名称"), count=2) == [[("序号", 0, 0, 1), ("名称", 1, 1, 1)]]


def test_a_wrapped_heading_is_one():
    assert heads(row("序号", "是否小微企"), row("", "业", top=12.0), count=2) == [
        [("序号", 0, 0, 1), ("是否小微企业", 1, 1, 1)]
    ]


@pytest.mark.parametrize(("off", "spans"), [(0.0, True), (11.0, True), (13.0, False)])
def test_a_heading_in_the_middle_of_two_columns_spans_them(off: float, spans: bool):
    # The columns 1 and 2 have their common middle at 180.
    over = [Placed(piece("序号", 0.0), 0, 0), Placed(piece("满意度", 165.0 + off), 1, 1)]
    (first, *_) = heads(over, row("", "满意", "不满意", top=20.0), count=3)
    assert next(head[1:3] for head in first if head[0].startswith("满意度")) == ((1, 2) if spans else (1, 1))


@pytest.mark.parametrize(("below", "spans"), [(8.0, True), (8.5, False)])
def test_a_heading_underlined_across_two_columns_spans_them(below: float, spans: bool):
    over = [Placed(piece("序号", 0.0), 0, 0), Placed(piece("满意度", 100.0), 1, 1)]
    rule = Edge(10.0 + below, 100.0, 260.0)
    lower = [Placed(piece("满意", 110.0, 30.0), 1, 1), Placed(piece("不满意", 210.0, 30.0), 2, 2)]
    (first, *_) = heads(over, lower, count=3, rules=(rule,))
    assert next(head[1:3] for head in first if head[0].startswith("满意度")) == ((1, 2) if spans else (1, 1))


def test_a_heading_of_one_column_reaches_down_beside_one_that_spans():
    rule = (Edge(12.0, 100.0, 260.0),)
    made = heads(
        row("序号", "满意度"),
        [Placed(piece("满意", 110.0, 30.0), 1, 1), Placed(piece("不满意", 210.0, 30.0), 2, 2)],
        count=3,
        rules=rule,
    )
    assert made == [[("序号", 0, 0, 2), ("满意度", 1, 2, 1)], [("满意", 1, 1, 1), ("不满意", 2, 2, 1)]]


def test_no_lines_are_no_head():
    assert heads(count=2) == []
