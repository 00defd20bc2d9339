"""A slanting stroke through words leaves them in doubt; one that ticks a box, or passes by, leaves none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.layout.crossed_out import crossed
from extractors.layout.geometry import Edge, Glyph
from extractors.layout.settings import CROSSED


def glyph(text: str, x: float) -> Glyph:
    return Glyph(text, x, 100, x + 10, 110, 10, 0, False)


LINE = [glyph("租", 0), glyph("用", 10), glyph("□", 20), glyph("1", 30), glyph("2", 40), glyph("：", 50)]


@pytest.mark.parametrize(
    ("stroke", "said"),
    [
        pytest.param(((29, 110), (51, 100)), "12", id="through-two-digits"),
        pytest.param(((31, 100), (39, 110)), "1", id="through-one"),
        pytest.param(((0, 99), (60, 99.5)), "", id="above-them"),
        pytest.param(((30, 109), (50, 120)), "", id="off-their-feet"),
        pytest.param(((21, 105), (25, 109), (38, 101)), "", id="a-tick-on-its-box-that-reaches-over"),
        pytest.param(((51, 101), (59, 109)), "", id="through-a-mark-that-says-nothing"),
    ],
)
def test_what_a_stroke_crosses(stroke, said):
    boxes = crossed(LINE, [stroke])
    assert "".join(one.text for one in LINE if (one.x0, one.top, one.x1, one.bottom) in boxes) == said


ROW = [glyph(sign, 40.0 * place) for place, sign in enumerate("一行七个字呢")]
BELOW = [one._replace(top=130, bottom=140) for one in ROW]
ZIGZAG = tuple((10.0 * step, 105 + (3 if step % 2 else -3)) for step in range(22))
SCRIBBLE = ((0, 90), (5, 106), (100, 70), (205, 60))


@pytest.mark.parametrize(
    ("stroke", "upper", "lower"),
    [
        pytest.param(((0, 110), (210, 101)), "一行七个字呢", "", id="a-straight-one-over-a-row"),
        pytest.param(((0, 140), (210, 101)), "一行七个字呢", "一行七个字呢", id="a-straight-one-over-two-rows"),
        pytest.param(((0, 110), (90, 101)), "一行七", "", id="as-far-as-it-goes"),
        pytest.param(ZIGZAG, "一行七个字呢", "", id="a-flat-one"),
        pytest.param(SCRIBBLE, "一", "", id="a-curved-one-means-what-it-hits"),
        pytest.param(((0, 112), (210, 113)), "", "", id="between-the-rows"),
    ],
)
def test_a_long_stroke_means_all_that_it_passes(stroke, upper, lower):
    boxes = crossed([*ROW, *BELOW], [stroke])
    for row, said in ((ROW, upper), (BELOW, lower)):
        assert "".join(one.text for one in row if (one.x0, one.top, one.x1, one.bottom) in boxes) == said


def test_so_many_strokes_are_an_ornament():
    stroke = ((29, 110), (51, 100))
    assert crossed(LINE, [stroke] * CROSSED.most)
    assert not crossed(LINE, [stroke] * (CROSSED.most + 1))


@given(st.lists(st.tuples(st.floats(-1e4, 1e4), st.floats(-1e4, 1e4)), min_size=2, max_size=5))
def test_only_glyphs_of_the_page_are_told(stroke):
    assert set(crossed(LINE, [stroke])) <= {(one.x0, one.top, one.x1, one.bottom) for one in LINE}


@pytest.mark.parametrize(
    ("words", "at", "told"),
    [
        pytest.param("六个字的一行", 105, 6, id="through-a-whole-row"),
        pytest.param("五个字一行", 105, 0, id="through-fewer-a-strike-is-told-by-its-ends"),
        pytest.param("六个字的一行", 110.5, 0, id="beneath-it"),
    ],
)
def test_a_level_line_through_a_whole_row(words, at, told):
    row = [glyph(sign, 40.0 * place) for place, sign in enumerate(words)]
    assert len(crossed(row, [], [Edge(at, -5, 400)])) == told
