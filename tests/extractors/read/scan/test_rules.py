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
