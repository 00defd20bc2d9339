"""What fields and notes state stands where it belongs; what is drawn counts before what is stated."""

from __future__ import annotations

from extractors.layout.geometry import Edge, Glyph, Upright
from extractors.read.pdf.annotations import Annotations, StatedBox, StatedText
from extractors.read.pdf.stated import collisions, stated, unframed, upright

TURN = Upright(0, 0.0, 0.0, 400.0, 300.0)
FIELD = (80.0, 240.0, 200.0, 256.0)
SEEN, DRAWN = 1001, 1002
"""Addresses of a string of the page, and of one that came from an annotation."""


def drawn(said: str, x: float = 82, run: int = 1) -> list[Glyph]:
    return [
        Glyph(char, x + 6 * at, 46, x + 6 * at + 6, 56, 10, 0, False, False, 0, run) for at, char in enumerate(said)
    ]


def read(said: str, look: str = "", *, page: str = "", **what: bool):
    usual = {"lines": False, "drawn": bool(look), "is_field": True, "opaque": False}
    text = StatedText(said, FIELD, 0.0, **usual | what)
    glyphs = [*drawn(page, run=0), *drawn(look)]
    return stated(glyphs, TURN, (SEEN, DRAWN), frozenset({DRAWN}), Annotations(texts=[text]))


def words(found) -> str:
    return "".join(glyph.text for glyph in found.glyphs)


def test_a_value_that_is_not_drawn_stands_in_its_box():
    found = read("326.40")
    x0, top, x1, bottom = upright(FIELD, TURN)
    assert words(found) == "326.40"
    assert all(
        x0 <= glyph.x0 and glyph.x1 <= x1 and top <= glyph.top and glyph.bottom <= bottom for glyph in found.glyphs
    )


def test_the_value_is_taken_where_only_part_of_it_shows():
    assert words(read("326.40 and more", "326.40")) == "326.40andmore"


def test_what_shows_counts_where_the_value_says_something_else():
    found = read("11", "12")
    assert (words(found), found.differs) == ("12", True)


def test_the_value_is_taken_where_the_drawing_cannot_be_read():
    assert words(read("12", "\ufffd\ufffd")) == "12"


def test_notes_of_several_lines_stay_as_they_are_drawn():
    assert [glyph.run for glyph in read("12", "12", lines=True, is_field=False).glyphs] == [1, 1]


def test_a_note_with_a_ground_takes_the_words_beneath_away():
    assert words(read("12", opaque=True, is_field=False, page="11")) == "12"
    assert words(read("12", is_field=False, page="11")) == "1112"


def test_words_typed_over_others_collide_but_not_with_their_own_like():
    over = [*drawn("11", run=0), *drawn("12")]
    assert len(list(collisions(over, (SEEN, DRAWN), frozenset({DRAWN})))) == 1


def test_a_box_takes_the_place_of_the_one_that_is_printed():
    printed = [Glyph("□", 82, 46, 92, 56, 10, 0, False)]
    found = stated(printed, TURN, (), frozenset(), Annotations(boxes=[StatedBox((80, 243, 93, 255), ticked=True)]))
    assert words(found) == "☑"


def test_the_frame_of_a_field_rules_no_table_and_a_rule_beside_it_does():
    frame, rule = Edge(241, 81, 199), Edge(241, 20, 380)
    assert unframed([frame, rule], [(240, 256)], [(80, 200)]) == [rule]


def test_level_lines_strike_and_others_are_strokes():
    found = stated(
        [], TURN, (), frozenset(), Annotations(lines=[((0, 9), (9, 9)), ((0, 0), (9, 9))], strikes=[(0, 4, 9, 8)])
    )
    assert [edge.at for edge in found.level] == [294, 291]
    assert len(found.strokes) == 1
