"""What was read of a page: its own strings, and those in forms."""

from __future__ import annotations

from extractors.read.pdf import drawing, fonts, glyphs
from extractors.read.pdf.page_content import PageContent
from tests.builders.pdf_objects import stream, text, written

HOLDER = "/Type/XObject/Subtype/Form/BBox[0 0 400 300]/Resources<</Font<</F1 5 0 R>>>>"


def content(data: bytes) -> PageContent:
    page = fonts.opened(data)[0]
    found = glyphs.text(page)
    return PageContent(page, found.glyphs, drawing.drawing(page, found.glyphs.turn), found.objects, layers=False)


def test_strings_in_forms_are_known():
    seen = content(
        written(text(20, 250, "ab") + "/X Do", stream(text(20, 200, "c"), HOLDER), resources="/XObject<</X 8 0 R>>")
    )
    inner = {
        seen.seen.glyphs[number].text
        for number in seen.own
        if seen.objects[seen.seen.glyphs[number].run] in seen.nested()
    }
    assert inner == {"c"}


def test_a_page_without_forms_has_none():
    assert content(written(text(20, 250, "ab"))).nested() == {}


def test_glyphs_that_the_file_does_not_draw_are_not_its_own():
    seen = content(written(text(20, 250, "ab")))
    stated = seen.seen.glyphs[0]._replace(run=-1)
    more = PageContent(
        seen.page,
        seen.seen.__class__((*seen.seen.glyphs, stated), seen.seen.turn, (), 0, 0, ("",)),
        seen.drawn,
        seen.objects,
        layers=False,
    )
    assert more.own == [0, 1]
