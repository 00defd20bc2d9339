"""Notes on a page that nobody prints are no part of it; they are told, and what they hang on is doubted."""

from __future__ import annotations

import pytest

from extractors.read import read
from schemas.trust import Doubt
from tests.builders.pdf_objects import text, written

VALUE = text(20, 250, "从业人数") + text(82, 251, "11", 10)
NOTE = "/Annots[8 0 R]"
OVER = "/Rect[80 240 100 260]"
QUADS = "/QuadPoints[80 262 100 262 80 248 100 248]"


def document(kind, entries):
    return read(written(VALUE, f"<</Type/Annot/Subtype/{kind}{entries}/F 4>>", page=NOTE), "表.pdf")


def utf16(words):
    return "<feff" + words.encode("utf-16-be").hex() + ">"


@pytest.mark.parametrize(
    ("kind", "entries", "told"),
    [
        pytest.param("Text", OVER + "/Contents" + utf16("应为12"), ["应为12"], id="sticky-note"),
        pytest.param("Text", OVER + "/RC" + utf16("<body><p>应为12</p></body>"), ["应为12"], id="in-rich-text-alone"),
        pytest.param("Highlight", OVER + QUADS + "/Contents" + utf16("应为12"), ["应为12"], id="behind-a-marker"),
        pytest.param("StrikeOut", OVER + QUADS + "/Contents" + utf16("应为12"), ["应为12"], id="behind-a-strike"),
        pytest.param("Caret", OVER + "/Contents" + utf16("应为12"), ["应为12"], id="an-insertion"),
        pytest.param("Square", OVER + "/Contents" + utf16("应为12"), ["应为12"], id="behind-a-ring"),
        pytest.param("Highlight", OVER + QUADS + "/Contents(11)", [], id="the-marked-words-themselves"),
        pytest.param("Text", OVER + "/Contents( )", [], id="empty"),
        pytest.param("Text", OVER + "/Contents(Accepted)/StateModel(Review)/State(Accepted)", [], id="a-state"),
        pytest.param("Link", OVER + "/Contents(Link)", [], id="a-link"),
        pytest.param("FreeText", OVER + "/Contents(12)/DA(0 g /Helv 10 Tf)", [], id="words-on-the-page"),
    ],
)
def test_what_is_a_comment(kind, entries, told):
    found = document(kind, entries)
    assert [one.text for one in found.comments] == told
    assert ("批注" in found.note) is bool(told)


def test_the_place_of_a_comment_is_doubted_and_its_words_are_not_read():
    found = document("Text", OVER + "/Contents" + utf16("应为12"))
    (paragraph,) = found.pages[0].blocks
    assert paragraph.text == "从业人数 11"
    assert Doubt.COMMENTED in paragraph.doubts


def test_a_comment_elsewhere_doubts_nothing():
    found = document("Text", "/Rect[300 40 320 60]/Contents" + utf16("请盖章"))
    assert all(not block.doubts for block in found.pages[0].blocks)
    assert "第1页“请盖章”" in found.note


def test_a_hidden_comment_says_nothing():
    data = written(VALUE, f"<</Type/Annot/Subtype/Text{OVER}/Contents(x)/F 2>>", page=NOTE)
    assert read(data, "表.pdf").comments == ()
