"""How much of a glyph is left where something was painted over it."""

from __future__ import annotations

from extractors.read.pdf.ink_left import InkLeft
from tests.builders.pdf_objects import text, written
from tests.extractors.read.pdf.test_page_content import content

BOX = (0.0, 0.0, 400.0, 300.0)
WORDS = text(20, 250, "M", 20) + text(60, 250, "M", 20)


def left(drawn: str, aside: frozenset[int] = frozenset()) -> list[tuple[int, int]]:
    ink = InkLeft(content(written(drawn)), aside, BOX)
    return [(ink.left(number), ink.whole(number)) for number in (0, 1)]


def test_a_covered_letter_has_none_left_and_the_other_all():
    (first, whole), (second, same) = left(WORDS + "1 g 10 240 40 40 re f ")
    assert first == 0
    assert second == same == whole > 20


def test_a_line_hides_nothing():
    assert all(seen == whole for seen, whole in left(WORDS + "8 w 10 257 m 100 257 l S"))


def test_text_over_text_that_is_set_aside_hides_nothing():
    assert all(seen == whole for seen, whole in left(WORDS + text(18, 245, "W", 40), frozenset({2})))
