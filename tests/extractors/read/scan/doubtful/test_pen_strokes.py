"""Words that a stroke of a pen crosses are told; rules, underlines and dashes that are printed are not."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from extractors.read.ocr.engine import RecognisedLine
from extractors.read.scan.doubtful.pen_strokes import crossed_out

EM = 40
LEFT, TOP = 100, 40
BOX = np.array(
    [[LEFT, TOP], [LEFT + 6 * EM, TOP], [LEFT + 6 * EM, TOP + EM], [LEFT, TOP + EM]],
    np.float32,
)


def words(text: str = "三百二十万元") -> RecognisedLine:
    return RecognisedLine(tuple(text), tuple((at + 0.5) / len(text) for at in range(len(text))), (0.99,) * len(text))


def page() -> np.ndarray:
    """Six signs, each a frame with a bare middle, and gaps between them."""
    ink = np.zeros((120, 440), np.uint8)
    for at in range(6):
        x = LEFT + at * EM
        cv2.rectangle(ink, (x + 5, TOP + 4), (x + EM - 5, TOP + EM - 4), 1, 3)
    return ink


def with_line(x0: int, y0: int, x1: int, y1: int, thick: int = 3) -> np.ndarray:
    ink = page()
    cv2.line(ink, (x0, y0), (x1, y1), 1, thick)
    return ink


MIDDLE = TOP + EM // 2


@pytest.mark.parametrize(
    ("ink", "told"),
    [
        pytest.param(page(), 0, id="nothing-drawn"),
        pytest.param(with_line(LEFT - 12, MIDDLE, LEFT + 6 * EM + 12, MIDDLE), 6, id="past-both-ends"),
        pytest.param(with_line(LEFT - 12, MIDDLE + 4, LEFT + 6 * EM + 12, MIDDLE - 6), 6, id="leaning"),
        pytest.param(with_line(LEFT - 12, TOP + EM, LEFT + 6 * EM + 12, TOP + EM), 0, id="an-underline"),
        pytest.param(with_line(0, MIDDLE, 439, MIDDLE), 0, id="a-rule-that-goes-on"),
        pytest.param(with_line(LEFT + 8, MIDDLE, LEFT + 32, MIDDLE), 0, id="a-stroke-within-a-sign"),
    ],
)
def test_what_is_crossed_out(ink, told):
    assert len(crossed_out([(BOX, words())], ink)) == told


def test_a_long_dash_that_is_printed_crosses_nothing_out():
    ink = page()
    ink[TOP : TOP + EM, LEFT + 2 * EM : LEFT + 4 * EM] = 0
    cv2.line(ink, (LEFT + 2 * EM + 2, MIDDLE), (LEFT + 4 * EM - 2, MIDDLE), 1, 3)
    assert crossed_out([(BOX, words("办法——通知"))], ink) == []
