"""In a cell a box is freed of its neighbours' ink and of the rule at its end; elsewhere it stays as it was found."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.layout.geometry import Edge
from extractors.read.scan.text_boxes import single_lines, uncovered

CELL = [(0.0, 0.0, 300.0, 200.0)]


def box(x0: float, y0: float, x1: float, y1: float) -> np.ndarray:
    return np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], np.float32)


def ink(*rows: tuple[int, int]) -> np.ndarray:
    page = np.zeros((200, 300), np.uint8)
    for first, last in rows:
        page[first:last, 60:160] = 1
    return page


@pytest.mark.parametrize(
    ("rows", "top", "bottom"),
    [
        pytest.param([(30, 54), (60, 84)], 57.0, 96.0, id="the-foot-of-the-line-above"),
        pytest.param([(60, 84), (90, 114)], 48.0, 87.0, id="the-head-of-the-line-below"),
        pytest.param([(30, 54), (60, 84), (90, 114)], 57.0, 87.0, id="both"),
        pytest.param([(60, 64), (68, 84)], 48.0, 96.0, id="its-own-upper-stroke"),
        pytest.param([(60, 84)], 48.0, 96.0, id="nothing"),
    ],
)
def test_what_reaches_into_a_box_of_a_cell(rows, top, bottom):
    quad = box(56, 48, 164, 96)
    [found] = single_lines(quad, [], ink(*rows), 48, CELL)
    assert (found[:, 1].min(), found[:, 1].max()) == pytest.approx((top, bottom), abs=1)
    assert single_lines(quad, [], ink(*rows), 48)[0] is quad


@pytest.mark.parametrize(
    ("at", "end"),
    [
        pytest.param(162.0, 159.5, id="a-rule-at-its-end"),
        pytest.param(190.0, 164.0, id="a-rule-beyond"),
    ],
)
def test_a_rule_at_the_end_of_a_box_is_not_read_as_a_stroke(at, end):
    [found] = single_lines(box(56, 48, 164, 96), [Edge(at, 0, 200)], ink((60, 84)), 48)
    assert found[:, 0].max() == pytest.approx(end)


@pytest.mark.parametrize(
    ("rules", "pieces"),
    [
        pytest.param((80.0,), 2, id="one-that-parts-it"),
        pytest.param((66.0, 74.0, 82.0, 90.0, 98.0), 1, id="so-close-that-no-piece-is-left"),
    ],
)
def test_rules_through_a_box(rules, pieces):
    down = [Edge(at, 0, 200) for at in rules]
    assert len(single_lines(box(58, 60, 106, 84), down, ink((60, 84)), 24)) == pieces


DPI = 150.0


@pytest.mark.parametrize(
    ("line", "digit", "found"),
    [
        pytest.param(28.0, (9, 15), True, id="usual-type"),
        pytest.param(28.0, (9, 11), False, id="in-usual-type-a-speck"),
        pytest.param(21.0, (9, 11), True, id="in-small-type-a-digit"),
        pytest.param(21.0, (4, 11), True, id="in-small-type-a-1"),
        pytest.param(21.0, (3, 11), False, id="what-is-left-of-a-rule"),
        pytest.param(21.0, (7, 8), False, id="in-small-type-a-speck"),
    ],
)
def test_ink_that_the_detector_passed_over_is_measured_by_the_type_of_the_page(line, digit, found):
    wide, high = digit
    page = np.zeros((200, 300), np.uint8)
    page[20 : 20 + high, 30 : 30 + wide] = 1
    cells = [(10.0, 10.0, 60.0, 50.0), (60.0, 10.0, 290.0, 50.0)]
    boxes, strokes = uncovered(page, cells, [box(80, 15, 280, 15 + line)], DPI)
    assert (len(boxes), len(strokes)) == (int(found), 0)
