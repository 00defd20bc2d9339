"""Bodies of ink are told apart; a picture without rows or columns holds none, and ends nothing."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.read.components import components


def test_two_bodies_and_their_ground():
    ink = np.zeros((6, 9), np.uint8)
    ink[1:3, 1:4] = 1
    ink[4, 7] = 1
    count, _, stats, _ = components(ink)
    assert count == 3
    assert [list(one) for one in stats[1:]] == [[1, 1, 3, 2, 6], [7, 4, 1, 1, 1]]


@pytest.mark.parametrize(("connectivity", "count"), [(8, 2), (4, 3)])
def test_bodies_that_touch_with_a_corner_only(connectivity, count):
    assert components(np.eye(2, dtype=np.uint8), connectivity)[0] == count


@pytest.mark.parametrize("shape", [(0, 10), (10, 0), (0, 0)])
def test_a_picture_without_rows_or_columns(shape):
    count, labels, stats, _ = components(np.zeros(shape, np.uint8))
    assert (count, labels.shape, stats.shape) == (1, shape, (1, 5))
