"""Clips cut off what is too long for a cell, letter by letter."""

from __future__ import annotations

import pytest

from extractors.read.pdf.clips import cut
from tests.builders.pdf_objects import text, written
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
    gone = cut(page, frozenset())
    assert "".join(glyph.text for number, glyph in enumerate(page.seen.glyphs) if number not in gone) == seen


def test_clips_within_each_other_cut_both():
    page = content(written(f"q 0 240 400 30 re W n 28 240 400 30 re W n {WORD} Q"))
    assert cut(page, frozenset()) == {0}


def test_strings_in_forms_are_left_alone():
    page = content(written(f"q 0 240 10 30 re W n {WORD} Q"))
    assert cut(page, frozenset(page.objects)) == set()
