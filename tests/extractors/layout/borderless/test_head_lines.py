"""How many lines of a table without lines are its head: told by figures, by rules, by bold type."""

from __future__ import annotations

import pytest

from extractors.layout.borderless.columns import Placed
from extractors.layout.borderless.head_lines import head_lines
from tests.builders.placed_text import row as line

HEAD, NEXT = line("序号", "名称", "金额"), line("1", "甲示例", "3.5")


@pytest.mark.parametrize(
    ("lines", "ruled", "count"),
    [
        pytest.param([HEAD, NEXT, NEXT], [0, 0, 0], 1, id="above-the-first-figures"),
        pytest.param([HEAD, line("一组"), NEXT], [0, 0, 0], 1, id="the-label-of-a-group-is-no-head"),
        pytest.param([HEAD, line("", "（全称）"), NEXT], [0, 0, 1], 2, id="above-the-last-rule-before-figures"),
        pytest.param([HEAD, line("甲", "乙", "丙")], [0, 1], 1, id="above-the-first-rule-without-figures"),
        pytest.param([line("姓名", "学历", bold=True), line("甲", "本科")], [0, 0], 1, id="in-bold"),
        pytest.param([line("姓名", "学历", bold=True), line("甲", "本科", bold=True)], [0, 0], 0, id="all-in-bold"),
        pytest.param([line("甲", "本科"), line("乙", "专科")], [0, 0], 0, id="nothing-tells"),
    ],
)
def test_the_head_ends_where_the_rows_begin(lines: list[list[Placed]], ruled: list[int], count: int):
    assert head_lines(lines, ruled, [[number] for number in range(len(lines))]) == count


@pytest.mark.parametrize(("rows", "count"), [(2, 2), (3, 0)])
def test_three_filled_lines_above_the_first_figure_are_rows(rows: int, count: int):
    lines = [line("甲", "乙", "丙") for _ in range(rows)] + [NEXT]
    assert head_lines(lines, [0] * len(lines), [[number] for number in range(len(lines))]) == count
