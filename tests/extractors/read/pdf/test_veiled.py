"""Words in a form that shines through have the grey in which they show."""

from __future__ import annotations

import pytest

from extractors.layout.overlays import lightness
from extractors.read.pdf.veiled import as_rendered
from tests.builders.pdf_objects import stream, text, written
from tests.extractors.read.pdf.test_page_content import content

FORM = "/Type/XObject/Subtype/Form/BBox[0 0 400 300]/Group<</S/Transparency>>/Resources<</Font<</F1 5 0 R>>>>"


@pytest.mark.parametrize(("alpha", "low", "high"), [("1", 0.0, 0.1), ("0.3", 0.6, 0.8)])
def test_the_grey_is_that_of_the_page_even_over_other_words(alpha, low, high):
    data = written(
        text(20, 250, "below", 20) + "q /G gs /X Do Q",
        stream(text(20, 250, "mark", 20), FORM),
        resources=f"/XObject<</X 8 0 R>>/ExtGState<</G<</ca {alpha}>>>>",
    )
    page = content(data)
    shown = as_rendered(page.page, page.seen.turn, page.seen.glyphs, page.drawn, page.objects)
    inks = {glyph.run: lightness(glyph.ink) for glyph in shown}
    assert inks[0] == 0
    assert low <= inks[1] <= high


def test_a_page_without_forms_is_left_alone():
    page = content(written(text(20, 250, "below")))
    assert as_rendered(page.page, page.seen.turn, page.seen.glyphs, page.drawn, page.objects) is page.seen.glyphs
