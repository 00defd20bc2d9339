"""What is known to stand over a picture counts before what was recognised there, wherever the picture was turned to."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from extractors.layout.geometry import Glyph
from extractors.read.scan.glyphs import Scored
from extractors.read.scan.known import with_known
from extractors.read.scan.straightening import STRAIGHT, WayBack

LABEL = Scored(Glyph("总", 10, 10, 20, 20, 10, 0, False), 0.9)
GUESS = Scored(Glyph("8", 101, 11, 107, 19, 10, 0, False), 0.6)
VALUE = Glyph("3", 100, 10, 106, 20, 10, 4, False, False, 0, -1)


def test_a_known_glyph_takes_the_place_of_what_was_guessed():
    found = with_known([LABEL, GUESS], [VALUE], STRAIGHT.straight, 0.5)
    assert [(one.glyph.text, one.score) for one in found] == [("总", 0.9), ("3", 1.0)]


def test_a_known_glyph_goes_where_the_straightened_picture_has_it():
    forth = cv2.getRotationMatrix2D((400, 300), 2.0, 1.0)
    (placed,) = with_known([], [VALUE], WayBack(np.asarray(cv2.invertAffineTransform(forth))).straight, 0.5)
    middle = np.array([103, 15]) / 0.5
    expected = (forth[:, :2] @ middle + forth[:, 2]) * 0.5
    glyph = placed.glyph
    assert ((glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2) == pytest.approx(tuple(expected))
    assert (glyph.x1 - glyph.x0, glyph.font) == (pytest.approx(6), 0)


def test_nothing_changes_where_nothing_is_known():
    assert with_known([LABEL, GUESS], [], STRAIGHT.straight, 0.5) == [LABEL, GUESS]
