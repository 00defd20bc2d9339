"""What fields and notes state stands where it belongs; what is drawn counts before what is stated."""

from __future__ import annotations

import pytest

from extractors.layout.geometry import Drawing, Edge, Glyph, Glyphs, Upright
from extractors.read.pdf.annotations import Annotations, StatedBox, StatedText
from extractors.read.pdf.glyphs import PageText
from extractors.read.pdf.stated import collisions, stated, unframed, upright, within_cell

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
    return of_page(glyphs, Annotations(texts=[text]))


def of_page(glyphs, annotations, drawing=None):
    page = PageText(Glyphs((), TURN, (), 0, 0, ()), (SEEN, DRAWN))
    return stated(page, glyphs, frozenset({DRAWN}), annotations, drawing or Drawing())


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
    found = of_page(printed, Annotations(boxes=[StatedBox((80, 243, 93, 255), ticked=True)]))
    assert words(found) == "☑"


def test_the_frame_of_a_field_rules_no_table_and_a_rule_beside_it_does():
    frame, rule = Edge(241, 81, 199), Edge(241, 20, 380)
    assert unframed([frame, rule], [(240, 256)], [(80, 200)]) == [rule]


def test_level_lines_strike_and_others_are_strokes():
    found = of_page([], Annotations(lines=[((0, 9), (9, 9)), ((0, 0), (9, 9))], strikes=[(0, 4, 9, 8)]))
    assert [edge.at for edge in found.level] == [294, 291]
    assert len(found.strokes) == 1


BOX = (100.0, 40.0, 300.0, 56.0)
ACROSS = Drawing(upright=[Edge(200, 30, 60)])


@pytest.mark.parametrize(
    ("drawing", "said", "cell"),
    [
        pytest.param(ACROSS, "长", (100, 40, 200, 56), id="up-to-the-rule-of-its-cell"),
        pytest.param(
            Drawing(upright=[Edge(103, 30, 60)]), "长", (103, 40, 300, 56), id="begun-a-little-before-its-cell"
        ),
        pytest.param(Drawing(upright=[Edge(200, 52, 90)]), "长", BOX, id="a-rule-of-the-row-below"),
        pytest.param(Drawing(upright=[Edge(298, 30, 60)]), "长", (100, 40, 298, 56), id="just-beyond-its-cell"),
        pytest.param(Drawing(level=[Edge(51, 90, 310)]), "长", (100, 40, 300, 51), id="over-two-rows"),
        pytest.param(Drawing(level=[Edge(51, 90, 310)]), "长\n短", BOX, id="a-line-for-each-of-two-rows"),
        pytest.param(Drawing(level=[Edge(48, 90, 310)]), "长", BOX, id="a-line-through-its-middle"),
        pytest.param(Drawing(), "长", BOX, id="no-rules"),
    ],
)
def test_a_text_is_of_the_cell_where_it_begins(drawing, said, cell):
    text = StatedText(said, FIELD, 10.0, lines=True, drawn=False, is_field=False)
    assert within_cell(BOX, text, drawing) == cell


def test_a_drawn_note_that_reaches_over_a_rule_is_set_into_its_cell():
    text = StatedText("三百二十六", FIELD, 0.0, lines=True, drawn=True, is_field=False)
    found = of_page(drawn("三百二十六"), Annotations(texts=[text]), Drawing(upright=[Edge(100, 30, 70)]))
    assert words(found) == "三百二十六"
    assert all(glyph.x1 <= 100 for glyph in found.glyphs)


def test_a_drawn_note_within_its_cell_stays_as_it_is_drawn():
    text = StatedText("三百二十六", FIELD, 0.0, lines=True, drawn=True, is_field=False)
    found = of_page(drawn("三百二十六"), Annotations(texts=[text]), Drawing(upright=[Edge(150, 30, 70)]))
    assert [glyph.run for glyph in found.glyphs] == [1] * 5
