"""A word read by itself is set where it stood, and the rest of its line stays as it was."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from extractors.read.ocr.engine import RecognisedLine
from extractors.read.scan.type_size import middles
from extractors.read.scan.words import box_of, rescored, with_word

BOX = np.array([[100, 10], [500, 10], [500, 50], [100, 50]], np.float32)
LINE = RecognisedLine(tuple("面积680米"), (0.1, 0.2, 0.3, 0.4, 0.5, 0.6), (0.9,) * 6, short=True)


def test_its_box_reaches_one_step_beyond_the_middles_of_its_characters():
    box = box_of((BOX, LINE), (2, 5))
    assert (box[:, 0].min(), box[:, 0].max()) == (180, 340)
    assert (box[:, 1].min(), box[:, 1].max()) == (10, 50)


def test_its_box_stays_within_that_of_the_line():
    assert box_of((BOX, LINE), (0, 6))[:, 0].min() == 100


def test_a_word_with_more_characters_stands_where_it_was_read():
    box = np.array([[180, 10], [340, 10], [340, 50], [180, 50]], np.float32)
    word = RecognisedLine(tuple("6680"), (0.125, 0.375, 0.625, 0.875), (0.8,) * 4)
    line = with_word((BOX, LINE), (2, 5), word, box)
    assert line.text == "面积6680米"
    assert middles((BOX, line))[2:6] == [200.0, 240.0, 280.0, 320.0]
    assert line.scores == (0.9, 0.9, 0.8, 0.8, 0.8, 0.8, 0.9)
    assert line.short


@given(st.integers(0, 6), st.integers(0, 6), st.floats(0, 1))
def test_no_other_score_changes(one, other, most):
    first, last = sorted((one, other))
    line = rescored(LINE, (first, last), most)
    assert line.text == LINE.text
    assert line.scores == tuple(min(0.9, most) if first <= at < last else 0.9 for at in range(6))
