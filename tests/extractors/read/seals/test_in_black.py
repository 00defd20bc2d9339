"""Seals that no colour tells from the words beneath, and all that lies under them."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.read.seals.in_black import beneath, black_seals
from extractors.read.seals.rings import Ellipse
from tests.extractors.read.seals.test_detect import DPI, page, stamp

INK = (60, 60, 60)


def seals(made: np.ndarray) -> list[Ellipse]:
    return black_seals(np.ascontiguousarray(made[:, :, ::-1]), DPI)


@pytest.mark.parametrize("tint", [True, False])
def test_a_seal_in_black_over_type(tint: bool) -> None:
    (found,) = seals(stamp(page(tint=tint), 350, 340, ink=INK))
    assert (found.x, found.y) == pytest.approx((350 * 72 / DPI, 340 * 72 / DPI), abs=6)


def test_type_alone_and_small_rings_are_none() -> None:
    assert seals(page()) == []
    assert seals(stamp(page(), 350, 340, size=(20, 20), ink=INK)) == []


def test_two_seals_are_two() -> None:
    assert len(seals(stamp(stamp(page(), 200, 250, ink=INK), 420, 560, ink=INK))) == 2


def test_places_lie_under_the_seal_and_its_rim_and_no_word_between_them() -> None:
    seal = Ellipse(100.0, 200.0, 60.0, 55.0)
    places = np.array(beneath([seal]))
    assert (np.hypot((places[:, 0] - 100) / 60, (places[:, 1] - 200) / 55) <= 1.1).all()
    for x, y in ((100, 200), (158, 200), (100, 147), (60, 175)):
        assert np.hypot(*(places - (x, y)).T).min() < 6
    assert beneath([]) == ()
