"""Bands of one row each between upright rules are rows of a table that has no sides."""

from __future__ import annotations

import pytest

from extractors.layout.geometry import Edge, Glyph
from extractors.layout.ruled.banded import sides

BANDS = [(10.0, top, 310.0, top + 20.0) for top in (40, 80, 120)]
INNER = [Edge(110, 20, 160), Edge(210, 20, 160)]


def word(x: float, top: float) -> Glyph:
    return Glyph("甲", x, top, x + 10, top + 10, 10, 0, False)


ROWS = [word(x, top) for x in (15, 115, 215) for top in range(25, 160, 20)]


@pytest.mark.parametrize(
    ("upright", "dark", "glyphs", "found"),
    [
        pytest.param(INNER, BANDS, ROWS, [Edge(10, 20, 160), Edge(310, 20, 160)], id="rules-through-all"),
        pytest.param([], BANDS, ROWS, [], id="no-rules"),
        pytest.param([Edge(110, 40, 60), Edge(110, 80, 100)], BANDS, ROWS, [], id="rules-within-the-bands-alone"),
        pytest.param(INNER, BANDS[:1], ROWS, [], id="one-band"),
        pytest.param([Edge(10, 20, 160)], BANDS, ROWS, [], id="a-side-alone"),
        pytest.param(
            INNER, [(10.0, 40.0, 310.0, 100.0), (10.0, 120.0, 310.0, 160.0)], ROWS, [], id="bands-of-several-rows"
        ),
        pytest.param(INNER, [BANDS[0], (10.0, 80.0, 200.0, 100.0)], ROWS, [], id="areas-of-other-widths"),
    ],
)
def test_the_sides_that_bands_tell(upright, dark, glyphs, found):
    assert sides(upright, dark, glyphs) == found


def test_a_row_with_a_wrapped_cell_is_one_row():
    wrapped = [*ROWS, *(word(115, top + 10) for top in (40, 80, 120))]
    assert len(sides(INNER, BANDS, wrapped)) == 2
