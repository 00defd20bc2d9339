"""Ink that no character stands for is read by itself, and what was lost is found; parts of a hanzi are no loss."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.read.ocr.engine import NOTHING, RecognisedLine
from extractors.read.scan import unread_ink
from extractors.read.scan.settings import PAGE

PICTURE = np.full((60, 400, 3), 255, np.uint8)
BOX = np.array([[20, 10], [380, 10], [380, 50], [20, 50]], np.float32)


def ink(*signs: tuple[int, int]) -> np.ndarray:
    """Signs as blocks of ink: from where to where."""
    page = np.zeros((60, 400), np.uint8)
    for start, end in signs:
        page[20:40, start:end] = 1
    return page


def line(*chars: tuple[str, int], score: float = 0.99) -> RecognisedLine:
    """Characters with where their middles stand, in pixels."""
    return RecognisedLine(
        tuple(char for char, _ in chars), tuple((x - 20) / 360 for _, x in chars), (score,) * len(chars)
    )


@pytest.fixture
def reads(monkeypatch):
    def answers(text: str, score: float = 0.95):
        step = 1 / max(len(text), 1)
        word = RecognisedLine(tuple(text), tuple(step * (at + 0.5) for at in range(len(text))), (score,) * len(text))
        monkeypatch.setattr(unread_ink, "recognise", lambda strips: [word for _ in strips])

    return answers


AREA = [("场", 40), ("地", 60), ("面", 80), ("积", 100)]
AREA_INK = [(31, 49), (51, 69), (71, 89), (91, 109)]


def test_a_digit_that_was_lost_is_found_and_doubted(reads):
    reads("680")
    lines = [(BOX, line(*AREA, ("8", 175), ("0", 190)))]
    [(_, read)] = unread_ink.completed(PICTURE, ink(*AREA_INK, (152, 164), (168, 180), (184, 196)), lines)
    assert read.text == "场地面积680"
    assert min(read.scores[-3:]) < PAGE.doubt <= min(read.scores[:4])


def test_where_reading_again_finds_no_more_the_rest_is_doubted(reads):
    reads("80", 0.6)
    lines = [(BOX, line(*AREA, ("8", 175), ("0", 190)))]
    [(_, read)] = unread_ink.completed(PICTURE, ink(*AREA_INK, (152, 164), (168, 180), (184, 196)), lines)
    assert read.text == "场地面积80"
    assert max(read.scores[-2:]) < PAGE.doubt


def test_what_reads_the_same_by_itself_is_out_of_doubt(reads):
    reads("80", 0.99)
    lines = [(BOX, line(*AREA, ("8", 175), ("0", 190)))]
    assert unread_ink.completed(PICTURE, ink(*AREA_INK, (152, 164), (168, 180), (184, 196)), lines) == lines


@pytest.mark.parametrize(
    ("chars", "signs"),
    [
        pytest.param([*AREA, ("8", 174), ("0", 190)], [*AREA_INK, (168, 180), (184, 196)], id="all-there"),
        pytest.param([*AREA[:3], ("川", 100)], [*AREA_INK[:3], (91, 95), (98, 101), (105, 109)], id="three-strokes"),
        pytest.param(AREA, [*AREA_INK, (300, 380)], id="an-underline"),
    ],
)
def test_ink_that_its_characters_account_for(reads, chars, signs):
    reads("错")
    lines = [(BOX, line(*chars))]
    assert unread_ink.completed(PICTURE, ink(*signs), lines) == lines


def test_a_box_without_text_is_left_to_others(reads):
    reads("字")
    lines = [(BOX, NOTHING)]
    assert unread_ink.completed(PICTURE, ink((40, 60)), lines) == lines
