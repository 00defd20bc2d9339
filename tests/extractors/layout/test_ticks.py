"""Boxes are ticked by what lies on them; a tick beside no box is one by itself."""

from __future__ import annotations

import pytest

from extractors.layout.geometry import Drawing, Glyph
from extractors.layout.ticks import is_tick, ticked

BOXES = [Glyph(char, 20 + 10 * at, 40, 30 + 10 * at, 50, 10, 0, False) for at, char in enumerate("租用□自有□")]
TICK = ((41.0, 44.0), (44.0, 49.0), (50.0, 38.0))


def shifted(by: float) -> tuple[tuple[float, float], ...]:
    return tuple((x + by, y) for x, y in TICK)


def read(*strokes, glyphs=BOXES, inked=lambda _: True) -> str:
    found, _ = ticked(glyphs, Drawing(strokes=list(strokes)), inked)
    return "".join(glyph.text for glyph in sorted(found, key=lambda glyph: glyph.x0))


def test_a_stroke_on_a_box_ticks_it():
    assert read(TICK) == "租用☑自有□"


def test_a_stroke_that_leaves_no_ink_in_the_box_does_not():
    assert read(TICK, inked=lambda _: False) == "租用□自有□"


@pytest.mark.parametrize(
    ("by", "said"),
    [
        pytest.param(14, "租用☑自有□", id="nearer-to-the-first"),
        pytest.param(24, "租用□自有☑", id="nearer-to-the-second"),
    ],
)
def test_a_stroke_beside_boxes_was_meant_for_the_nearest(by, said):
    small = tuple((40 + by + (x - 41) / 3, 43 + (y - 44) / 3) for x, y in TICK)
    assert read(small) == said


def test_a_stroke_as_near_to_one_box_as_to_the_other_ticks_none():
    middle = ((57.0, 44.0), (60.0, 46.0), (63.0, 42.0))
    assert read(middle) == "租用□自有□"


def test_a_sign_on_a_box_becomes_one_with_it_and_one_beside_it_does_not():
    on = Glyph("√", 41, 40, 49, 50, 10, 0, False)
    assert read(glyphs=[*BOXES, on]) == "租用☑自有□"
    beside = [*BOXES[:3], Glyph("√", 200, 40, 208, 50, 10, 0, False)]
    assert read(glyphs=beside) == "租用□√"


def test_a_drawn_tick_far_from_words_is_one_by_itself():
    assert read(shifted(300)) == "租用□自有□√"


@pytest.mark.parametrize(
    ("points", "is_one"),
    [
        (TICK, True),
        (tuple(reversed(TICK)), True),
        (((0.0, 0.0), (10.0, 10.0)), False),
        (((0.0, 10.0), (5.0, 0.0), (10.0, 10.0)), False),
        ((*TICK, TICK[0]), False),
        (tuple((x * 9, y * 9) for x, y in TICK), False),
    ],
)
def test_a_tick_goes_down_a_little_and_then_up(points, is_one):
    assert is_tick(points) is is_one


def test_drawn_squares_are_boxes_where_one_of_them_is_ticked():
    squares = [(40.0, 40.0, 50.0, 50.0), (70.0, 40.0, 80.0, 50.0)]
    words = [glyph for glyph in BOXES if glyph.text != "□"]
    found, _ = ticked(words, Drawing(strokes=[TICK], squares=squares))
    assert "".join(glyph.text for glyph in sorted(found, key=lambda glyph: glyph.x0)) == "租用☑自有□"
    found, _ = ticked(words, Drawing(squares=squares))
    assert "".join(glyph.text for glyph in found) == "租用自有"


def test_one_of_two_drawn_squares_is_filled():
    squares = [(40.0, 40.0, 50.0, 50.0), (70.0, 40.0, 80.0, 50.0)]
    words = [glyph for glyph in BOXES if glyph.text != "□"]
    fills = [(41.0, 41.0, 49.0, 49.0), (71.0, 41.0, 79.0, 49.0)]
    found, doubted = ticked(words, Drawing(squares=squares, dark=fills[:1]))
    assert "".join(glyph.text for glyph in sorted(found, key=lambda glyph: glyph.x0)) == "租用☑自有□"
    assert doubted == [squares[0]]
    found, _ = ticked(words, Drawing(squares=squares, dark=fills))
    assert "".join(glyph.text for glyph in found) == "租用自有", "filled all alike they are an ornament"
    found, _ = ticked(words, Drawing(squares=squares, dark=[(20.0, 30.0, 60.0, 60.0)]))
    assert "".join(glyph.text for glyph in found) == "租用自有", "the ground of a cell fills no box"
