"""What is stated and drawn over a page: fields, boxes, typed notes, strikes, lines."""

from __future__ import annotations

from ctypes import c_void_p

import pytest

from extractors.read.pdf import annotations, fonts
from tests.builders.pdf_objects import stream, string, text, written

FORM = "/AcroForm<</Fields[8 0 R]/DA(/Helv 0 Tf 0 g)/DR<</Font<</Helv 5 0 R>>>>>>"
NOTE = "/Annots[8 0 R]"
RECT = "/Rect[80 247 200 263]"


def found(data: bytes) -> annotations.Annotations:
    pdf = fonts.opened(data)
    return annotations.of(pdf, pdf[0])


def field(entries: str, **page: str) -> annotations.Annotations:
    widget = f"<</Type/Annot/Subtype/Widget{RECT}/DA(/Helv 0 Tf 0 g){entries}>>"
    return found(written("", widget, page=NOTE, **({"catalogue": FORM} | page)))


def mark(kind: str, more: str = "") -> annotations.Annotations:
    return found(written("", f"<</Type/Annot/Subtype/{kind}{RECT}/F 4{more}>>", page=NOTE))


@pytest.mark.parametrize(
    ("kind", "corrects"),
    [
        ("Highlight", False),
        ("Underline", False),
        ("Squiggly", True),
        ("Caret", True),
        ("Redact", True),
        ("StrikeOut", True),
    ],
)
def test_marks_on_words(kind, corrects):
    assert mark(kind).marks == [annotations.AnnotationMark((80, 247, 200, 263), corrects)]


def test_what_belongs_to_a_layer_is_marked_for_somebody_to_look_at():
    assert mark("FreeText", "/Contents(11)/OC<</Type/OCG/Name(a)>>").marks
    assert not mark("FreeText", "/Contents(11)").marks


def test_a_note_that_keeps_its_words_with_their_looks_alone():
    assert [text.text for text in mark("FreeText", "/RC(<body><p>12</p></body>)").texts] == ["12"]


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        pytest.param("/FT/Tx/T(a)/V(326.40)/F 4", ["326.40"], id="latin"),
        pytest.param(f"/FT/Tx/T(a)/V{string('三百万元')}/F 4", ["三百万元"], id="chinese"),
        pytest.param("/FT/Tx/T(a)/V()/F 4", [], id="empty"),
        pytest.param("/FT/Tx/T(a)/V(326.40)/F 2", [], id="hidden"),
        pytest.param("/FT/Tx/T(a)/V(326.40)/F 32", [], id="not-viewed"),
        pytest.param("/FT/Tx/Ff 8192/T(a)/V(secret)/F 4", [], id="password"),
        pytest.param(
            "/FT/Ch/Ff 131072/T(a)/V(x2)/Opt[[(x1)(Rent)][(x2)(Own)]]/F 4", ["Own"], id="choice-shows-its-label"
        ),
    ],
)
def test_a_field_states_what_it_shows(entries, said):
    assert [one.text for one in field(entries).texts] == said


def test_a_field_that_the_form_does_not_list_is_on_its_page_all_the_same():
    assert [one.text for one in field("/FT/Tx/T(a)/V(326.40)/F 4", catalogue="/AcroForm<</Fields[]>>").texts] == [
        "326.40"
    ]


def test_a_value_may_stand_with_the_parent_of_a_field():
    parent = "<</FT/Tx/T(a)/V(326.40)/Kids[9 0 R]/DA(/Helv 0 Tf 0 g)>>"
    kid = f"<</Type/Annot/Subtype/Widget/Parent 8 0 R{RECT}/F 4>>"
    seen = found(written("", parent, kid, page="/Annots[9 0 R]", catalogue=FORM))
    assert [one.text for one in seen.texts] == ["326.40"]


@pytest.mark.parametrize(
    ("entries", "ticked"),
    [
        pytest.param("/V/Yes/AS/Yes", True, id="appearance-on"),
        pytest.param("/V/Off/AS/Off", False, id="appearance-off"),
        pytest.param("/V/Yes", True, id="value-alone"),
        pytest.param("/V/Off", False, id="value-off"),
        pytest.param("", False, id="never-touched"),
    ],
)
def test_a_box_is_ticked_as_it_shows(entries, ticked):
    (box,) = field(f"/FT/Btn/T(a){entries}/F 4").boxes
    assert box.ticked is ticked


def test_comments_links_and_marked_words_say_nothing():
    for kind in ("Text", "Link", "Highlight", "Popup", "Underline"):
        seen = found(written("", f"<</Type/Annot/Subtype/{kind}{RECT}/Contents(see)/F 4>>", page=NOTE))
        assert not seen.texts
        assert not seen.drawn


def test_words_struck_out_have_the_boxes_of_the_words():
    note = f"<</Type/Annot/Subtype/StrikeOut{RECT}/QuadPoints[20 262 34 262 20 248 34 248]/F 4>>"
    assert found(written("", note, page=NOTE)).strikes == [(20, 248, 34, 262)]


def test_a_line_nobody_drew_is_stated():
    note = f"<</Type/Annot/Subtype/Line/L[20 254 34 254]{RECT}/F 4>>"
    assert found(written("", note, page=NOTE)).lines == [((20, 254), (34, 254))]


@pytest.mark.parametrize(
    ("paths", "strokes"),
    [
        ("[[20 254 27 255 34 254]]", [((20, 254), (27, 255), (34, 254))]),
        ("[[20 254 34 254][20 250 34 258]]", [((20, 254), (34, 254)), ((20, 250), (34, 258))]),
        ("[[20 254]]", []),
        ("[]", []),
    ],
)
def test_what_a_pen_drew_is_told_as_its_own(paths: str, strokes: list[tuple[tuple[float, float], ...]]):
    """A level stroke would else look like a rule of the page."""
    assert mark("Ink", f"/InkList{paths}").pen == strokes


def test_a_note_with_a_ground_of_its_own_hides_what_is_beneath():
    note = f"<</Type/Annot/Subtype/FreeText/Contents(12)%s{RECT}/DA(0 g /Helv 11 Tf)/F 4>>"
    (plain,) = found(written("", note % "", page=NOTE)).texts
    (filled,) = found(written("", note % "/C[1 1 1]", page=NOTE)).texts
    assert (plain.opaque, filled.opaque) == (False, True)
    assert plain.size == 11


def test_what_is_drawn_over_a_page_comes_into_its_content_and_is_told_apart():
    look = stream(
        "BT /F1 10 Tf 2 4 Td (12) Tj ET", "/Type/XObject/Subtype/Form/BBox[0 0 120 16]/Resources<</Font<</F1 5 0 R>>>>"
    )
    note = f"<</Type/Annot/Subtype/Stamp{RECT}/F 4/AP<</N 9 0 R>>>>"
    pdf = fonts.opened(written(text(20, 250, "staff"), note, look, page=NOTE))
    page = pdf[0]
    page, added = annotations.laid_into(pdf, page, 0, annotations.of(pdf, page))
    assert page.get_textpage().get_text_range().split() == ["staff", "12"]
    assert len(added) == 1
    assert all(isinstance(address, int) and c_void_p(address).value for address in added)


def test_a_page_without_annotations_is_handed_back_as_it_is():
    pdf = fonts.opened(written(text(20, 250, "staff")))
    page = pdf[0]
    assert annotations.laid_into(pdf, page, 0, annotations.of(pdf, page)) == (page, frozenset())


def test_a_field_that_keeps_its_words_with_their_looks_alone():
    rich = "/FT/Tx/T(a)/Ff 33554432/RV(<body><p>326.40</p><p>A &amp; B</p></body>)"
    assert [each.text for each in field(rich).texts] == ["326.40\nA & B"]


@pytest.mark.parametrize(
    ("entries", "shows"),
    [
        pytest.param("/F 4/FT/Sig/T(s)/AP<</N 9 0 R>>", True, id="a-signature-with-its-seal"),
        pytest.param("/F 4/FT/Sig/T(s)", False, id="one-that-nobody-drew"),
        pytest.param("/F 4/FT/Btn/Ff 65536/T(p)/AP<</N 9 0 R>>", True, id="a-picture-on-a-button"),
        pytest.param("/F 0/FT/Btn/Ff 65536/T(p)/AP<</N 9 0 R>>", False, id="a-button-that-is-not-printed"),
    ],
)
def test_what_is_drawn_for_a_signature_or_on_a_button_shows(entries: str, shows: bool):
    seal = stream("1 0 0 RG 2 2 100 10 re S", "/Type/XObject/Subtype/Form/BBox[0 0 120 16]")
    widget = f"<</Type/Annot/Subtype/Widget{RECT}{entries}>>"
    over = found(written("", widget, seal, page=NOTE, catalogue=FORM))
    assert (over.drawn, "stamp" in over.kinds) == (shows, shows)


@pytest.mark.parametrize(
    ("more", "ringed"),
    [
        pytest.param("", True, id="a-ring"),
        pytest.param("/IC[1 1 1]", False, id="a-ground"),
        pytest.param("/Rect[0 0 390 290]", False, id="a-frame-round-the-page"),
    ],
)
def test_a_circle_drawn_round_words_is_for_somebody_to_look_at(more: str, ringed: bool):
    rect = "" if "/Rect" in more else RECT
    over = found(written("", f"<</Type/Annot/Subtype/Circle{rect}/F 4{more}>>", page=NOTE))
    assert bool(over.marks) is ringed
