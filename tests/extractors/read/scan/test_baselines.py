"""Lines of a scan that stand side by side are level, however high their boxes are; neighbouring lines stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.read.scan.baselines import TextRun, levelled


@pytest.mark.parametrize(("off", "level"), [(3.0, True), (5.5, True), (6.5, False), (12.0, False)])
def test_side_by_side_within_a_third_of_the_height(off: float, level: bool):
    left, right = levelled([TextRun(100.0, 20.0, 50.0, 90.0), TextRun(100.0 + off, 20.0, 140.0, 300.0)])
    assert (left == right) is level


def test_what_stands_upon_each_other_is_never_level():
    assert levelled([TextRun(100.0, 20.0, 50.0, 90.0), TextRun(104.0, 20.0, 55.0, 95.0)]) == [100.0, 104.0]


@given(st.lists(st.tuples(st.floats(0, 800), st.floats(8, 40), st.floats(0, 500), st.floats(1, 300)), max_size=30))
def test_nothing_moves_further_than_its_line_is_near(boxes: list[tuple[float, float, float, float]]):
    stretches = [TextRun(middle, high, x0, x0 + wide) for middle, high, x0, wide in boxes]
    moved = levelled(stretches)
    assert all(abs(new - old.middle) <= 0.3 * old.high + 1e-6 for new, old in zip(moved, stretches, strict=True))


def test_what_a_rule_parts_is_not_on_one_line():
    """The upper of two lines in a cell, and the one line of the cell beside it, which stands between them."""
    upper, beside = TextRun(100.0, 30.0, 10.0, 90.0, (0.0, 95.0)), TextRun(108.0, 30.0, 110.0, 150.0, (95.0, 160.0))
    assert levelled([upper, beside]) == [100.0, 108.0]
    assert len(set(levelled([upper, beside._replace(column=upper.column)]))) == 1
