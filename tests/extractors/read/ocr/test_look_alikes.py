"""A sign beside which one that looks the same is likely stays, in doubt; any other stays sure."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.read.ocr.look_alikes import doubt_look_alikes, look_alikes

ALPHABET = ["", "森", "淼", "品", "晶", "公"]


@pytest.mark.parametrize(
    ("chances", "score"),
    [
        pytest.param([0, 0.98, 0.006, 0, 0, 0], 0.6, id="the-other-is-likely"),
        pytest.param([0, 0.98, 0.004, 0, 0, 0], 0.98, id="it-is-not"),
        pytest.param([0, 0.011, 0.98, 0, 0, 0], 0.98, id="the-rarer-sign-was-read"),
        pytest.param([0, 0, 0, 0.96, 0.033, 0], 0.96, id="an-everyday-sign-needs-more"),
        pytest.param([0, 0, 0, 0.75, 0.25, 0], 0.6, id="and-has-it"),
        pytest.param([0, 0, 0.3, 0, 0, 0.7], 0.7, id="a-sign-that-looks-like-none"),
        pytest.param([0, 0.5, 0.4, 0, 0, 0], 0.5, id="in-doubt-already"),
    ],
)
def test_the_score_of_a_sign(chances, score):
    every = np.array([[chances]], np.float32)
    best, sure = every.argmax(axis=2), every.max(axis=2)
    doubt_look_alikes(best, sure, every, look_alikes(ALPHABET))
    assert best[0, 0] == int(np.argmax(chances))
    assert sure[0, 0] == pytest.approx(score)


def test_all_steps_of_the_sign_are_in_doubt_and_its_neighbours_are_not():
    blank, sign, faint = [1, 0, 0, 0, 0, 0], [0, 0.99, 0.001, 0, 0, 0], [0, 0.9, 0.09, 0, 0, 0]
    every = np.array([[sign, blank, sign, faint, sign, blank, sign]], np.float32)
    best, sure = every.argmax(axis=2), every.max(axis=2)
    doubt_look_alikes(best, sure, every, look_alikes(ALPHABET))
    assert sure[0].tolist() == pytest.approx([0.99, 1.0, 0.6, 0.6, 0.6, 1.0, 0.99])


def test_signs_that_the_recogniser_does_not_know_are_left_out():
    assert set(look_alikes(["", "森", "公"])) == set()
    assert [other.index for other in look_alikes(ALPHABET)[1]] == [2]
