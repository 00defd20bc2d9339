"""A text that a file keeps for a box: its letters stay within the box, in order, whatever its size."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractors.read.pdf.typed import placed

BOX = (80.0, 40.0, 200.0, 56.0)
SAID = st.text(alphabet="甲乙丙丁0123456789.% abc\n", min_size=1, max_size=120)


def test_one_line_stands_in_the_middle_of_its_box():
    glyphs = placed("326.40", BOX)
    assert "".join(glyph.text for glyph in glyphs) == "326.40"
    assert {(glyph.top + glyph.bottom) / 2 for glyph in glyphs} == {48.0}


def test_blanks_are_kept_as_gaps():
    glyphs = placed("a b", BOX)
    assert [(glyph.text, glyph.blank) for glyph in glyphs] == [("a", False), ("b", True)]


def test_lines_break_where_the_box_ends():
    glyphs = placed("甲" * 20, (0.0, 0.0, 64.0, 100.0), 10, lines=True)
    assert len({glyph.top for glyph in glyphs}) == 4


def test_a_box_without_room_for_a_second_line_holds_one():
    glyphs = placed("200", (89.0, 10.0, 104.5, 23.0), 9, lines=True)
    assert len({glyph.top for glyph in glyphs}) == 1


@given(said=SAID, lines=st.booleans(), size=st.sampled_from([0.0, 9.0, 30.0]), high=st.floats(8, 60))
def test_no_letter_stands_off_its_box_to_the_side_and_none_is_lost(said, lines, size, high):
    box = (80.0, 40.0, 200.0, 40.0 + high)
    glyphs = placed(said, box, size, lines=lines)
    assert "".join(glyph.text for glyph in glyphs) == "".join(said.split())
    assert all(glyph.x0 >= 80.0 and glyph.x1 <= 200.0 + 1e-6 for glyph in glyphs)
