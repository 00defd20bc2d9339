"""A lone tick, cross or ring in a cell is told by its ink, whatever letter it was read as; letters are no marks."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from extractors.read.ocr.engine import NOTHING, RecognisedLine
from extractors.read.scan.marks import mark_of, with_marks

DPI = 150.0


def drawn(*strokes: list[tuple[int, int]], thick: int = 2) -> np.ndarray:
    ink = np.zeros((60, 60), np.uint8)
    for stroke in strokes:
        cv2.polylines(ink, [np.array(stroke, np.int32)], False, 1, thick)
    return ink


def ring() -> np.ndarray:
    ink = np.zeros((60, 60), np.uint8)
    cv2.circle(ink, (30, 30), 12, 1, 2)
    return ink


TICK = drawn([(18, 30), (26, 42), (44, 16)])


@pytest.mark.parametrize(
    ("ink", "sign"),
    [
        pytest.param(TICK, "√", id="a-tick"),
        pytest.param(drawn([(16, 34), (22, 44), (48, 14)], thick=3), "√", id="of-a-broad-pen"),
        pytest.param(drawn([(20, 20), (40, 40)], [(40, 20), (20, 40)]), "×", id="a-cross"),
        pytest.param(ring(), "○", id="a-ring"),
        pytest.param(drawn([(30, 14), (30, 44)]), "", id="a-stroke-1"),
        pytest.param(drawn([(18, 30), (44, 30)]), "", id="a-dash"),
        pytest.param(drawn([(38, 14), (38, 40), (30, 46), (22, 40)]), "", id="a-J"),
        pytest.param(drawn([(20, 16), (40, 16), (40, 44)]), "", id="a-7-without-foot"),
        pytest.param(np.zeros((60, 60), np.uint8), "", id="nothing"),
        pytest.param(np.hstack([TICK, TICK]), "", id="two-ticks"),
    ],
)
def test_what_a_lone_body_of_ink_is(ink, sign):
    assert mark_of(ink, DPI) == sign


def box(x0: float, y0: float, x1: float, y1: float) -> np.ndarray:
    return np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], np.float32)


@pytest.mark.parametrize(
    ("read", "text"),
    [
        pytest.param(NOTHING, "√", id="nothing-read"),
        pytest.param(RecognisedLine(("J",), (0.5,), (0.6,)), "√", id="a-letter-in-doubt"),
        pytest.param(RecognisedLine(("J",), (0.5,), (0.97,)), "√", id="a-letter-beyond-doubt"),
        pytest.param(RecognisedLine(("7",), (0.5,), (0.97,)), "7", id="a-sure-digit"),
        pytest.param(RecognisedLine(("是",), (0.5,), (0.99,)), "是", id="a-sure-word"),
        pytest.param(RecognisedLine(("1", "2"), (0.3, 0.6), (0.6, 0.6)), "12", id="a-number"),
    ],
)
def test_only_what_is_no_sure_word_is_taken_for_a_mark(read, text):
    lines = with_marks([(box(15, 10, 48, 50), read)], TICK, [(0.0, 0.0, 60.0, 60.0)], DPI)
    assert lines[0][1].text == text


def test_a_cell_without_any_room_holds_no_mark_and_ends_nothing():
    assert mark_of(np.zeros((0, 12), np.uint8), DPI) == ""
    assert mark_of(np.zeros((12, 0), np.uint8), DPI) == ""
