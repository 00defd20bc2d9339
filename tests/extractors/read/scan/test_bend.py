"""How a page is bent is told by the rules of its tables; a straight page, or one with too few rules, is left alone."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.read.scan.bend import Bend, bend_of

DPI = 150.0
SHAPE = (900, 700)
AT = (100, 200, 300, 400, 500, 600)


def ruled(down, right) -> np.ndarray:
    """A grid of six by six rules; ``down`` and ``right`` say by how much they run off at each place."""
    ink = np.zeros(SHAPE, np.uint8)
    for at in AT:
        for step in range(100, 601):
            y, x = round(at + down(step, at)), round(at + right(step, at))
            ink[y : y + 2, step] = 1
            ink[step, x : x + 2] = 1
    return ink


def flat(_along: float, _across: float) -> float:
    return 0.0


@pytest.mark.parametrize(
    ("down", "right"),
    [
        pytest.param(lambda x, _: 10 * np.sin((x - 100) / 500 * np.pi), flat, id="curved-across"),
        pytest.param(flat, lambda y, x: (y - 350) * (x - 350) / 4000, id="seen-from-aside"),
        pytest.param(lambda x, y: (x - 350) * y / 9000, lambda y, _: 8 * np.sin(y / 200), id="both"),
    ],
)
def test_rules_that_run_off_are_straight_on_the_flat_page(down, right):
    bend = bend_of(ruled(down, right), DPI)
    assert bend is not None
    along = np.linspace(110, 590, 25)
    for at in AT:
        level = np.stack([along, at + np.array([down(x, at) for x in along])], axis=1)
        upright = np.stack([at + np.array([right(y, at) for y in along]), along], axis=1)
        assert np.ptp(bend.flattened(level)[:, 1]) < 1.5
        assert np.ptp(bend.flattened(upright)[:, 0]) < 1.5


def test_the_way_back_leads_where_a_point_came_from():
    bend = bend_of(ruled(lambda x, _: 9 * np.sin(x / 150), lambda y, x: (y - 350) * (x - 350) / 5000), DPI)
    assert isinstance(bend, Bend)
    points = np.array([[120.0, 130.0], [350.0, 600.0], [660.0, 860.0], [10.0, 20.0]])
    assert np.allclose(bend.bent(bend.flattened(points)), points, atol=0.2)


@pytest.mark.parametrize(
    "ink",
    [
        pytest.param(ruled(flat, flat), id="straight"),
        pytest.param(ruled(lambda x, _: 0.8 * np.sin(x / 150), flat), id="by-less-than-a-pixel"),
        pytest.param(np.zeros(SHAPE, np.uint8), id="no-rules"),
    ],
)
def test_what_is_straight_enough_is_left_as_it_is(ink):
    assert bend_of(ink, DPI) is None


def test_what_stands_beyond_the_rules_moves_with_their_nearest_end():
    bend = bend_of(ruled(lambda x, _: (x - 350) ** 2 / 6000, flat), DPI)
    assert bend is not None
    above, top = bend.flattened(np.array([[600.0, 5.0], [600.0, 100.0]]))
    assert abs((5.0 - above[1]) - (100.0 - top[1])) < 0.5
