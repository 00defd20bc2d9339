"""How large type is, its hanzi say; a line of digits takes it from the rest of the page."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.read.ocr.engine import RecognisedLine
from extractors.read.scan.type_size import middles, type_sizes


def read(text: str, x0: float, x1: float, high: float):
    box = np.array([[x0, 0], [x1, 0], [x1, high], [x0, high]], np.float32)
    step = 1 / len(text)
    return box, RecognisedLine(tuple(text), tuple(step * (at + 0.5) for at in range(len(text))), (1.0,) * len(text))


def test_sizes_of_hanzi_of_digits_beside_them_and_of_a_low_box():
    sizes = type_sizes([read("服务中小企业", 0, 120, 36), read("19900", 0, 60, 40), read("12", 0, 20, 20)])
    assert sizes[0] == pytest.approx(20)
    assert sizes[1] == pytest.approx(20)
    assert sizes[2] == pytest.approx(0.72 * 20)


def test_middles_are_where_the_box_stands():
    assert middles(read("甲乙", 100, 140, 20)) == [110.0, 130.0]
