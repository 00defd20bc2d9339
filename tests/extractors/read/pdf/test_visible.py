"""Which glyphs nobody sees, and why."""

from __future__ import annotations

from extractors.read.pdf.page_content import PageContent
from extractors.read.pdf.visible import unseen
from tests.builders.pdf_objects import text, written
from tests.extractors.read.pdf.test_page_content import content

WORD = text(20, 250, "3.14", 10)


def test_a_page_on_which_nothing_speaks_against_a_glyph_loses_none():
    assert not unseen(content(written(WORD))).every


def test_each_reason_is_told_apart():
    assert unseen(content(written(WORD + "1 g 10 240 60 30 re f "))).covered == {0, 1, 2, 3}
    assert unseen(content(written("q 0 0 5 5 re W n " + WORD + " Q"))).cut == {0, 1, 2, 3}
    assert unseen(content(written(text(20, 250, "3.14", 10, "1 g") + text(20, 200, "a")))).white == {0, 1, 2, 3}


def test_type_that_only_bounds_what_is_painted_is_seen_where_something_is():
    bounds = WORD.replace("BT", "BT 7 Tr", 1)
    assert bounds != WORD
    assert unseen(content(written(f"q {bounds} Q"))).white == {0, 1, 2, 3}
    assert not unseen(content(written(f"q {bounds} 0 g 0 0 300 300 re f Q"))).every


def test_a_point_alone_between_figures_is_never_taken_out():
    page = content(written(WORD + "1 0 0 rg 24.5 247 4.5 5 re f "))
    assert page.seen.glyphs[1].text == "."
    assert not unseen(page).covered


def test_layers_are_looked_for_only_where_there_may_be_some():
    off = "/OC /M BDC " + WORD + "EMC"
    held = {"catalogue": "/OCProperties<</OCGs[8 0 R]/D<</OFF[8 0 R]>>>>", "resources": "/Properties<</M 8 0 R>>"}
    page = content(written(off, "<</Type/OCG/Name(x)>>", **held))
    assert not unseen(page).layered
    again = content(written(off, "<</Type/OCG/Name(x)>>", **held))
    layered = PageContent(again.page, again.seen, again.drawn, again.objects, layers=True)
    assert unseen(layered).layered == {0, 1, 2, 3}
