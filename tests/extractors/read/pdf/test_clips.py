"""Clips cut off what is too long for a cell, letter by letter."""

from __future__ import annotations

import pytest

from extractors.read.pdf.clips import cut
from tests.builders.pdf_objects import stream, text, written
from tests.extractors.read.pdf.test_page_content import content

WORD = text(20, 250, "MMMM", 10)
"""Each letter is 8.3 points wide."""


@pytest.mark.parametrize(
    ("clip", "seen"),
    [
        pytest.param("0 240 400 30", "MMMM", id="wide-enough"),
        pytest.param("0 240 42 30", "MMM", id="more-than-half-of-the-third"),
        pytest.param("0 240 39 30", "MM", id="less-than-half-of-the-third"),
        pytest.param("0 240 10 30", "", id="nothing"),
        pytest.param("0 247 400 3", "", id="a-strip-at-the-foot"),
    ],
)
def test_a_letter_is_seen_where_half_of_it_is(clip, seen):
    page = content(written(f"q {clip} re W n {WORD} Q"))
    gone = cut(page, {})
    assert "".join(glyph.text for number, glyph in enumerate(page.seen.glyphs) if number not in gone) == seen


def test_clips_within_each_other_cut_both():
    page = content(written(f"q 0 240 400 30 re W n 28 240 400 30 re W n {WORD} Q"))
    assert cut(page, {}) == {0}


@pytest.mark.parametrize(
    ("matrix", "clip", "seen"),
    [
        pytest.param("1 0 0 1 0 0", "0 240 39 30", "MM", id="where-the-page-is"),
        pytest.param("1 0 0 1 100 0", "0 240 39 30", "MM", id="moved-with-its-form"),
        pytest.param("2 0 0 2 0 -250", "0 240 39 30", "MM", id="scaled-with-its-form"),
        pytest.param("1 0 0 1 0 0", "0 0 400 900", "MMMM", id="wide-enough"),
    ],
)
def test_a_clip_within_a_form_lies_in_the_forms_own_space(matrix, clip, seen):
    drawn = f"q {clip} re W n {WORD} Q"
    form = stream(
        drawn, f"/Type/XObject/Subtype/Form/BBox[0 0 900 900]/Matrix[{matrix}]/Resources<</Font<</F1 5 0 R>>>>"
    )
    page = content(written("/X Do", form, resources="/XObject<</X 8 0 R>>"))
    gone = cut(page, page.nested())
    assert "".join(glyph.text for number, glyph in enumerate(page.seen.glyphs) if number not in gone) == seen
