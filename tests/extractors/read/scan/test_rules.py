"""Strokes of lines set tight above each other make no rule; a rule between cells does, though text touches it."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.read.scan.rules import rules

DPI = 150.0
NO_LINES = np.zeros((0, 4, 2), np.float32)


def table(*strokes: tuple[int, int, int]) -> np.ndarray:
    """A row between two level rules, closed on both sides, with an upright run in its midst and level strokes."""
    ink = np.zeros((200, 400), np.uint8)
    for at in (60, 110):
        ink[at : at + 2, 20:380] = 1
    for at in (20, 200, 378):
        ink[60:112, at : at + 2] = 1
    for row, start, end in strokes:
        ink[row : row + 2, start:end] = 1
    return ink


BOTH = [(row, 190, 212) for row in (66, 72, 78, 92, 98, 104)]
ONE_SIDE = [(row, 203, 212) for row in (66, 72, 78, 92, 98, 104)]


@pytest.mark.parametrize(
    ("strokes", "is_rule"),
    [
        pytest.param([], True, id="a-bare-rule"),
        pytest.param(ONE_SIDE, True, id="text-close-on-one-side"),
        pytest.param(BOTH, False, id="letters-on-both-sides"),
        pytest.param(BOTH[:1], True, id="one-stroke-crosses"),
    ],
)
def test_an_upright_run_in_the_midst_of_a_row(strokes, is_rule):
    _, upright = rules(table(*strokes), NO_LINES, DPI)
    assert any(abs(edge.at - 200) < 3 for edge in upright) is is_rule
    assert sum(abs(edge.at - side) < 3 for edge in upright for side in (20, 378)) == 2


def box(x0: float, top: float, x1: float, bottom: float) -> np.ndarray:
    return np.array([[x0, top], [x1, top], [x1, bottom], [x0, bottom]], np.float32)


@pytest.mark.parametrize(
    ("lines", "is_rule"),
    [
        pytest.param([box(60, 64, 340, 106)], False, id="in-the-midst-of-a-line"),
        pytest.param([box(60, 64, 196, 106), box(206, 64, 340, 106)], True, id="between-two-lines"),
    ],
)
def test_strokes_of_lines_above_each_other_that_stand_in_line_are_short_once_cut_at_the_rules(lines, is_rule):
    ink = table()
    # The stroke of a letter above sticks out of the row, but not by so much that it were a rule.
    ink[35:62, 200:202] = 1
    _, upright = rules(ink, np.array(lines), DPI)
    assert any(abs(edge.at - 200) < 3 for edge in upright) is is_rule


@pytest.mark.parametrize(
    ("thick", "is_rule"),
    [pytest.param(2, True, id="as-thick-as-the-others"), pytest.param(7, False, id="the-rim-of-a-copied-seal")],
)
def test_a_short_upright_run_beside_long_rules(thick, is_rule):
    ink = np.zeros((400, 400), np.uint8)
    for at in (60, 110, 160, 210, 260):
        ink[at : at + 2, 20:380] = 1
    for at in (20, 150, 378):
        ink[60:262, at : at + 2] = 1
    ink[110:162, 250 : 250 + thick] = 1
    _, upright = rules(ink, NO_LINES, DPI)
    assert any(246 < edge.at < 260 for edge in upright) is is_rule
    assert sum(edge.end - edge.start > 190 for edge in upright) == 3
