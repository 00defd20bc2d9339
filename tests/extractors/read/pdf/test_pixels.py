"""A page as it looks, whole or in part, turned as it reads."""

from __future__ import annotations

import pytest

from extractors.layout.geometry import Upright
from extractors.read.pdf import fonts
from extractors.read.pdf.pixels import inked, picture
from tests.builders.pdf_objects import SIZE, written

BLACK_AT_THE_TOP_LEFT = "0 g 0 280 20 20 re f"


def shown(turn: int, box=None, page: str = ""):
    opened = fonts.opened(written(BLACK_AT_THE_TOP_LEFT, page=page))[0]
    return picture(opened, Upright(turn, 0, 0, *SIZE), box)


@pytest.mark.parametrize(
    ("turn", "corner"),
    [(0, (2, 2, 18, 18)), (90, (282, 2, 298, 18)), (180, (382, 282, 398, 298)), (270, (2, 382, 18, 398))],
)
@pytest.mark.parametrize("part", [False, True])
def test_the_corner_is_found_however_the_page_reads(turn, corner, part):
    assert inked(shown(turn, corner if part else None), corner) > 0.95


def test_a_page_that_its_file_turns_is_turned_once():
    assert inked(shown(90, page="/Rotate 90"), (282, 2, 298, 18)) > 0.95


def test_a_box_without_ink_has_none():
    assert inked(shown(0), (100, 100, 120, 120)) == 0
