"""A PDF page reads as it shows: what lies over it counts, what nobody sees does not, and both are told."""

from __future__ import annotations

import pytest

from extractors.read.pdf.reader import read
from schemas.document import Page, Paragraph
from schemas.trust import is_sure
from tests.builders.pdf_objects import stream, string, text, written

LABEL = text(20, 250, "资产总额")
OLD = LABEL + text(82, 251, "298.10", 10)
NEW = text(84, 251, "326.40", 10)
NOTE = "/Annots[8 0 R]"
RECT = "/Rect[80 247 200 263]"
TWO_BOXES = text(20, 250, "租用□") + text(100, 250, "自有□")
HOLDER = "/Type/XObject/Subtype/Form/BBox[0 0 400 300]/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>"
LINES = "".join(text(20, 250 - 20 * row, f"{row + 1} 名单 123.45 第二 678.90") for row in range(8))


def page(data: bytes) -> Page:
    return read(data, "表.pdf", "").pages[0]


def said(data: bytes) -> list[str]:
    return [block.text for block in page(data).blocks if isinstance(block, Paragraph)]


def sure(data: bytes) -> bool:
    return all(is_sure(block.doubts) for block in page(data).blocks if isinstance(block, Paragraph))


def note(kind: str, entries: str = "") -> str:
    return f"<</Type/Annot/Subtype/{kind}{entries}/F 4>>"


def appearance(content: str) -> str:
    return stream(content, "/Type/XObject/Subtype/Form/BBox[0 0 120 16]/Resources<</Font<</F1 5 0 R>>>>")


DRAWN = appearance("BT /F1 10 Tf 2 4 Td (326.40) Tj ET")
ON_WHITE = appearance("1 g 0 0 120 16 re f 0 g BT /F1 10 Tf 2 4 Td (326.40) Tj ET")
FORM = "/AcroForm<</Fields[8 0 R]/DA(/Helv 0 Tf 0 g)>>"
TYPED = f"{RECT}/Contents(326.40)/DA(0 g /Helv 10 Tf)"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(
            written(LABEL, note("Widget", f"/FT/Tx/T(a)/V(326.40){RECT}"), page=NOTE, catalogue=FORM), id="field"
        ),
        pytest.param(
            written(
                LABEL, note("Widget", f"/FT/Tx/T(a)/V(326.40){RECT}/AP<</N 9 0 R>>"), DRAWN, page=NOTE, catalogue=FORM
            ),
            id="field-drawn",
        ),
        pytest.param(
            written(LABEL, note("Widget", f"/FT/Tx/T(a){RECT}/AP<</N 9 0 R>>"), DRAWN, page=NOTE, catalogue=FORM),
            id="field-drawn-without-a-value",
        ),
        pytest.param(written(LABEL, note("FreeText", TYPED), page=NOTE), id="note"),
        pytest.param(written(LABEL, note("FreeText", TYPED + "/AP<</N 9 0 R>>"), DRAWN, page=NOTE), id="note-drawn"),
        pytest.param(
            written(OLD, note("FreeText", TYPED + "/AP<</N 9 0 R>>"), ON_WHITE, page=NOTE), id="note-on-white"
        ),
        pytest.param(written(OLD, note("FreeText", TYPED + "/C[1 1 1]"), page=NOTE), id="note-with-a-ground"),
        pytest.param(written(OLD + "1 g 80 247 120 16 re f " + NEW), id="white-box"),
        pytest.param(written(OLD + "0.8 0.9 1 rg 80 247 120 16 re f " + NEW), id="coloured-box"),
    ],
)
def test_the_value_that_shows_is_read_and_where_it_comes_from_is_told(data):
    assert said(data) == ["资产总额 326.40"]
    assert sure(data)
    assert page(data).note


def test_a_field_that_shows_another_text_than_it_holds_is_doubted():
    data = written(LABEL, note("Widget", f"/FT/Tx/T(a)/V(11){RECT}/AP<</N 9 0 R>>"), DRAWN, page=NOTE, catalogue=FORM)
    assert said(data) == ["资产总额 326.40"]
    assert not sure(data)


def test_words_typed_over_words_that_still_show_are_doubted():
    data = written(OLD, note("FreeText", TYPED + "/AP<</N 9 0 R>>"), DRAWN, page=NOTE)
    assert not sure(data)
    assert "压在其他文字上" in page(data).note


def test_a_page_that_reads_sideways_takes_its_fields_along():
    turned = "BT 0 g /F2 12 Tf 0 1 -1 0 100 50 Tm <" + "资产总额".encode("utf-16-be").hex() + "> Tj ET"
    field = note("Widget", "/FT/Tx/T(a)/V(326.40)/MK<</R 90>>/Rect[88 110 104 220]")
    assert said(written(turned, field, page=NOTE + "/Rotate 90", catalogue=FORM)) == ["资产总额 326.40"]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("0.8 0.9 1 rg 80 247 120 16 re f " + OLD, id="a-shade-painted-before"),
        pytest.param(OLD + "/G gs 1 1 0 rg 80 247 120 16 re f", id="a-marker-that-shines-through"),
        pytest.param(OLD + "1 w 80 254 m 200 254.5 l S", id="a-line"),
    ],
)
def test_what_hides_nothing_takes_nothing(content):
    data = written(content, resources="/ExtGState<</G<</ca 0.3>>>>")
    assert said(data) == ["资产总额 298.10"]


@pytest.mark.parametrize(
    ("settings", "shows"),
    [
        pytest.param("/D<</OFF[8 0 R]>>", False, id="off"),
        pytest.param("/D<</BaseState/OFF>>", False, id="off-by-default"),
        pytest.param("/D<<>>", True, id="on"),
    ],
)
@pytest.mark.parametrize("by", ["8", "9"])
def test_a_layer_counts_as_it_shows(settings, shows, by):
    content = OLD + f"/OC /M BDC {text(160, 250, '999')} EMC "
    data = written(
        content,
        "<</Type/OCG/Name(x)>>",
        "<</Type/OCMD/OCGs[8 0 R]/P/AllOn>>",
        catalogue=f"/OCProperties<</OCGs[8 0 R]{settings}>>",
        resources=f"/Properties<</M {by} 0 R>>",
    )
    assert ("999" in said(data)[0]) is shows


def test_a_cell_cuts_off_what_is_too_long_for_it():
    cut = "q 80 240 24 30 re W n " + text(82, 251, "326.40 then", 10) + "Q " + text(106, 251, "next", 10)
    assert said(written(LABEL + cut)) == ["资产总额 326. next"]


@pytest.mark.parametrize(
    ("over", "resources", "more"),
    [
        pytest.param(text(20, 180, "仅供申报使用", 48, ".8 g"), "", [], id="large-and-grey"),
        pytest.param(text(20, 180, "仅供申报使用", 48, ".4 g"), "", [], id="large-and-dark"),
        pytest.param(text(25, 186, "仅供申报使用", 12, ".75 g"), "", [], id="small-and-grey"),
        pytest.param(
            "q /G gs /X Do Q",
            "/XObject<</X 8 0 R>>/ExtGState<</G<</ca 0.3>>>>",
            [stream(text(20, 186, "仅供申报使用", 14), HOLDER + "/Group<</S/Transparency>>")],
            id="in-a-form-that-shines-through",
        ),
    ],
)
def test_a_watermark_is_set_apart(over, resources, more):
    seen = page(written(LINES + over, *more, resources=resources))
    (table,) = seen.blocks
    assert (table.rows, {cell.text for cell in table.cells if cell.column == 2}) == (8, {"123.45"})
    assert [one.text for one in seen.furniture] == ["仅供申报使用"]


@pytest.mark.parametrize(
    ("content", "more"),
    [
        pytest.param(TWO_BOXES + "44 256 m 48 250 l 58 264 l S", [], id="drawn"),
        pytest.param(TWO_BOXES + "44 250 m 56 262 l S 44 262 m 56 250 l S", [], id="crossed"),
        pytest.param(TWO_BOXES + "BT /F3 12 Tf 45 250 Td (4) Tj ET", [], id="dingbat"),
        pytest.param(
            TWO_BOXES, [note("Ink", "/InkList[[44 256 48 250 58 264]]/C[1 0 0]/Rect[42 248 60 266]")], id="pen"
        ),
        pytest.param(
            TWO_BOXES, [note("FreeText", f"/Contents{string('√')}/Rect[42 247 58 263]/DA(0 g /Helv 12 Tf)")], id="typed"
        ),
        pytest.param(
            text(20, 250, "租用")
            + text(100, 250, "自有")
            + "46 249 10 10 re S 126 249 10 10 re S 46 256 m 50 250 l 58 262 l S",
            [],
            id="on-a-drawn-box",
        ),
        pytest.param(TWO_BOXES, [note("Widget", "/FT/Btn/T(a)/V/Yes/AS/Yes/Rect[44 248 56 260]")], id="field"),
    ],
)
def test_the_box_that_is_ticked_is_told(content, more):
    data = written(content, *more, page=NOTE if more else "", catalogue=FORM if more else "")
    assert [one.replace(" ", "") for one in said(data)] == ["租用☑自有□"]


@pytest.mark.parametrize(
    ("content", "more"),
    [
        pytest.param(text(20, 250, "11 12 people") + "19 254 m 34 254 l S", [], id="drawn"),
        pytest.param(
            text(20, 250, "11") + text(40, 250, "12 people"),
            [note("StrikeOut", "/Rect[20 248 34 262]/QuadPoints[20 262 34 262 20 248 34 248]")],
            id="marked",
        ),
        pytest.param(
            text(20, 250, "11") + text(40, 250, "12 people"),
            [note("Line", "/L[20 254 34 254]/C[1 0 0]/Rect[18 252 36 256]")],
            id="line",
        ),
        pytest.param(
            text(20, 250, "11") + text(40, 250, "12 people"),
            [note("Ink", "/InkList[[19 254 25 254.6 30 254 35 254.4]]/C[1 0 0]/Rect[18 252 36 257]")],
            id="pen",
        ),
    ],
)
def test_words_struck_out_do_not_stand(content, more):
    assert said(written(content, *more, page=NOTE if more else "")) == ["12 people"]


def test_words_round_a_seal_are_set_apart_with_what_stands_within():
    ring = "".join(
        f"BT 1 0 0 rg /F2 12 Tf {a} {b} {-b} {a} {x} {y} Tm <{char.encode('utf-16-be').hex()}> Tj ET\n"
        for char, a, b, x, y in (
            ("甲", 0.0, 1.0, 60, 240),
            ("乙", 0.7, 0.7, 64, 262),
            ("丙", 1.0, 0.0, 84, 270),
            ("丁", 0.7, -0.7, 106, 266),
            ("戊", 0.0, -1.0, 116, 250),
        )
    )
    seen = page(written(OLD + text(20, 200, "其他内容") + ring))
    assert [block.text for block in seen.blocks] == ["资产总额 298.10", "其他内容"]
    assert "".join(one.text for one in seen.furniture) == "甲乙丙丁戊"


@pytest.mark.parametrize(("ground", "shows"), [("", False), ("0 0 .5 rg 150 245 80 20 re f ", True)])
def test_white_words_show_on_a_dark_ground_alone(ground, shows):
    data = written(OLD + ground + text(160, 250, "999", 12, "1 g"))
    assert ("999" in said(data)[0]) is shows


HEAD = text(82, 251, "326.40", 10)
DARK = "0.1 0.2 0.5 rg 70 240 120 30 re f "
OVER_IT = text(82, 251, "326.40", 10, "1 g")


@pytest.mark.parametrize(
    ("content", "shows"),
    [
        pytest.param(LABEL + HEAD + DARK + OVER_IT, "资产总额 326.40", id="written-anew-over-its-cover"),
        pytest.param(LABEL + HEAD + HEAD + DARK, "资产总额", id="written-twice-and-covered"),
        pytest.param(LABEL + HEAD + OVER_IT + DARK, "资产总额", id="covered-after-it-was-written-anew"),
        pytest.param(LABEL + HEAD + DARK, "资产总额", id="covered"),
    ],
)
def test_words_drawn_again_over_what_covers_them_are_seen(content, shows):
    assert said(written(content)) == [shows]


SEAL = "q 0.85 0.1 0.1 RG 2 w {} 240 36 36 re S Q "


@pytest.mark.parametrize(
    ("content", "shows"),
    [
        pytest.param(SEAL.format(84), "资产总额讲师", id="a-name-in-a-red-frame"),
        pytest.param("q 0 0 0 RG 36 w Q ", "资产总额讲师顾清", id="without-a-frame"),
    ],
)
def test_the_name_of_a_drawn_seal_is_no_word_of_the_page(content, shows):
    data = written(LABEL + text(90, 250, "讲师") + content + text(90, 246, "顾清", 14, "0.85 0.1 0.1 rg"))
    letters = sorted("".join(said(data)).replace(" ", ""))
    assert letters == sorted(shows)
    assert ("名章" in page(data).note) is (shows == "资产总额讲师")


def test_what_a_thick_white_line_covers_is_not_read():
    data = written(OLD + "1 G 16 w 78 254 m 130 254 l S 0 G " + text(150, 250, "326.40", 10))
    assert said(data) == ["资产总额  326.40"]
    assert "被遮盖" in page(data).note


def test_a_ring_drawn_round_an_option_leaves_it_for_a_person():
    ring = "18 254 m 18 268 62 268 62 254 c 62 242 18 242 18 254 c S "
    assert sure(written(TWO_BOXES.replace("□", "")))
    assert not sure(written(TWO_BOXES + ring))
