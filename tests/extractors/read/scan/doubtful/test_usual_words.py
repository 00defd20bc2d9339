"""A word that is nearly one its column repeats may be a misreading of it; rarer words and numbers tell nothing."""

from __future__ import annotations

import pytest

from extractors.read.scan.doubtful.usual_words import nearly_usual
from schemas.document import Cell

USUAL = "融资对接"


def rows(*texts: str) -> frozenset[int]:
    return nearly_usual([Cell(row, 0, text) for row, text in enumerate(texts)])


@pytest.mark.parametrize(
    ("texts", "doubtful"),
    [
        pytest.param((USUAL, USUAL, USUAL, "磁资对接"), {3}, id="one-sign"),
        pytest.param((USUAL, USUAL, "磁资对接"), set(), id="not-often-enough"),
        pytest.param((USUAL,) * 4 + ("磁资对接",) * 2, {4, 5}, id="misread-twice"),
        pytest.param((USUAL,) * 3 + ("磁资对接",) * 2, set(), id="nearly-as-often"),
        pytest.param((USUAL, USUAL, USUAL, "磁资对换"), set(), id="two-signs"),
        pytest.param((USUAL, USUAL, USUAL, "融资对接会"), set(), id="longer"),
        pytest.param(("满意", "满意", "满意", "满息"), set(), id="of-two-signs"),
        pytest.param(("1990001", "1990001", "1990001", "1990002"), set(), id="numbers"),
        pytest.param(("高级工程师",) * 5 + ("中级工程师",), set(), id="another-grade"),
        pytest.param(("高级工程师",) * 5 + ("离级工程师",), {5}, id="no-grade"),
        pytest.param((), set(), id="nothing"),
    ],
)
def test_cells_that_are_nearly_a_usual_word(texts, doubtful):
    assert rows(*texts) == doubtful
