"""A picture made straight leads back to where everything stood on the scan."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from extractors.read.scan.orientation import TurnedPicture
from extractors.read.scan.straightening import STRAIGHT, straightened

DPI = 150.0
NO_LINES = np.zeros((0, 4, 2), np.float32)


def page(bent: float) -> np.ndarray:
    """A page with a grid, its level rules curved by so many pixels."""
    picture = np.full((900, 700, 3), 255, np.uint8)
    xs = np.arange(100, 601)
    for at in range(100, 601, 100):
        curve = at + bent * np.sin((xs - 100) / 500 * np.pi)
        cv2.polylines(picture, [np.stack([xs, curve], axis=1).round().astype(np.int32)], False, (0, 0, 0), 2)
        cv2.line(picture, (at, 100), (at, 600), (0, 0, 0), 2)
    return picture


def test_a_flat_page_stays_the_very_picture():
    turned = TurnedPicture(page(0), NO_LINES)
    picture, _, back = straightened(turned, DPI)
    assert picture is turned.picture
    assert back is STRAIGHT


def test_a_bent_page_is_flattened_and_its_boxes_lead_back():
    picture, _, back = straightened(TurnedPicture(page(12), NO_LINES), DPI)
    dark = picture[:, :, 0] < 128
    rows = [np.flatnonzero(dark[250:360, x]).mean() for x in (130, 330, 350, 370, 570)]
    assert max(rows) - min(rows) < 2
    flat = 250 + rows[2]
    assert back.points(np.array([[350.0, flat]]))[0, 1] == pytest.approx(312, abs=2)
    assert back.box((330 * 0.48, flat * 0.48, 370 * 0.48, (flat + 20) * 0.48), 0.48)[1] == pytest.approx(149.8, abs=1)
