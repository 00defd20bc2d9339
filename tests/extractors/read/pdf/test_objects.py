"""Objects in the order of painting, forms within forms as deep as a page for people holds."""

from __future__ import annotations

from pypdfium2 import raw

from extractors.read.pdf import fonts
from extractors.read.pdf.objects import DEEPEST, address_of, painted, text_addresses
from tests.builders.pdf_objects import stream, text, written

FORM = "/Type/XObject/Subtype/Form/BBox[0 0 400 300]/Resources<</Font<</F1 5 0 R>>/XObject<</X %d 0 R>>>>"


def kinds(data: bytes) -> list[tuple[int, int, bool]]:
    return [(item.kind, item.depth, item.veiled) for item in painted(fonts.opened(data)[0])]


def test_objects_come_as_they_are_painted():
    data = written(text(20, 250, "a") + "10 10 20 20 re f " + text(20, 200, "b"))
    assert [kind for kind, _, _ in kinds(data)] == [raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_TEXT]


def test_what_stands_in_a_form_that_shines_through_is_veiled():
    data = written(
        "/G gs /X Do", stream(text(20, 20, "a"), FORM % 9), resources="/XObject<</X 8 0 R>>/ExtGState<</G<</ca 0.3>>>>"
    )
    assert kinds(data) == [(raw.FPDF_PAGEOBJ_TEXT, 1, True)]


def test_forms_are_followed_only_so_deep():
    forms = [stream(text(20, 20, "a") + "/X Do", FORM % (9 + number)) for number in range(DEEPEST + 3)]
    data = written("/X Do", *forms, stream(text(20, 20, "end"), FORM % 8), resources="/XObject<</X 8 0 R>>")
    assert max(depth for _, depth, _ in kinds(data)) == DEEPEST


def test_the_strings_of_a_form_are_known_by_their_addresses():
    page = fonts.opened(written("/X Do", stream(text(20, 20, "a"), FORM % 9), resources="/XObject<</X 8 0 R>>"))[0]
    (inner,) = (item.handle for item in painted(page))
    assert list(text_addresses(raw.FPDFPage_GetObject(page.raw, 0))) == [address_of(inner)]
