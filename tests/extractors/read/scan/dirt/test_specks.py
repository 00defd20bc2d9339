"""Dirt of a fax goes; points of writing, leaders and dotted rules stay, and a page with little dirt is left alone."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.read.scan.dirt.specks import without_specks

DPI = 150.0


def paper(specks: int) -> np.ndarray:
    """A page with a block of writing in its middle, and so many specks far from it."""
    picture = np.full((900, 900, 3), 255, np.uint8)
    picture[440:460, 400:500] = 0
    for number in range(specks):
        y, x = 40 + 60 * (number // 12), 40 + 67 * (number % 12)
        picture[y : y + 3, x : x + 3] = 0
    return picture


def test_a_strewn_page_is_cleaned_and_its_writing_stays():
    cleaned = without_specks(paper(48), DPI)
    assert (cleaned[440:460, 400:500] == 0).all()
    assert (cleaned[:400] == 255).all()


@pytest.mark.parametrize(("specks", "cleaned"), [(19, False), (20, True)])
def test_a_few_specks_are_no_dirt(specks, cleaned):
    picture = paper(specks)
    assert (without_specks(picture, DPI) is not picture) is cleaned


def test_points_beside_writing_and_points_in_a_row_stay():
    picture = paper(48)
    picture[456:459, 506:509] = 0
    for x in range(100, 800, 9):
        picture[700:703, x : x + 3] = 0
    cleaned = without_specks(picture, DPI)
    assert (cleaned[456:459, 506:509] == 0).all()
    assert (cleaned[700:703, 109:112] == 0).all()
