"""An option that is underlined, marked or ringed is for somebody to look at; a rule of the form marks nothing."""

from __future__ import annotations

import pytest

from extractors.layout.geometry import Edge, Glyph
from extractors.layout.marked_words import WordMark, marked_words, rings


def glyph(text: str, x: float) -> Glyph:
    return Glyph(text, x, 100, x + 10, 110, 10, 0, False)


LINE = [glyph(sign, 10 * at) for at, sign in enumerate("性质：租用□　自有□")]
RENT = (30.0, 100.0, 50.0, 110.0)


def told(marks=(), level=()):
    return sorted(int(box[0] // 10) for box in marked_words(LINE, marks, level))


@pytest.mark.parametrize(
    ("level", "at"),
    [
        pytest.param(Edge(111, 30, 50), [5], id="beneath-the-word-before-its-box"),
        pytest.param(Edge(111, 70, 90), [9], id="beneath-the-other"),
        pytest.param(Edge(105, 30, 50), [], id="through-it"),
        pytest.param(Edge(111, 0, 400), [], id="a-rule-across-the-page"),
        pytest.param(Edge(111, 50, 70), [], id="a-blank-to-write-on"),
    ],
)
def test_a_line_beneath_an_option(level, at):
    assert told(level=[level]) == at


def test_a_marker_on_an_option_and_one_on_words_without_a_box():
    assert told([WordMark(RENT, corrects=False)]) == [5]
    assert told([WordMark((0.0, 100.0, 20.0, 110.0), corrects=False)]) == []


def test_words_that_a_correction_hangs_on_are_all_in_doubt():
    assert told([WordMark(RENT, corrects=True)]) == [3, 4]


def ring(x0: float, x1: float, top: float = 96, bottom: float = 114) -> tuple[tuple[float, float], ...]:
    return ((x0, 105), ((x0 + x1) / 2, top), (x1, 105), ((x0 + x1) / 2, bottom), (x0, 105))


@pytest.mark.parametrize(
    ("stroke", "rung"),
    [
        pytest.param(ring(28, 52), True, id="round-one-of-two-words"),
        pytest.param(ring(28, 52)[:-1], False, id="not-closed"),
        pytest.param(ring(-10, 130), False, id="round-the-whole-line"),
        pytest.param(ring(28, 52, 60, 150), False, id="as-high-as-a-seal"),
        pytest.param(ring(29, 41), False, id="round-a-single-sign"),
    ],
)
def test_a_ring_round_an_option(stroke, rung):
    assert bool(list(rings(LINE, [stroke]))) is rung
