"""Words that lie over a page are told from those of the page by colour, size and where they stand."""

from __future__ import annotations

from extractors.layout.geometry import Glyph
from extractors.layout.overlays import apart, lightness, strings

GREY, DARK = 0xC0C0C0, 0x404040


def word(said: str, x: float, top: float, size: float = 10, **style: int) -> list[Glyph]:
    return [
        Glyph(char, x + size * at, top, x + size * (at + 1), top + size, size, 0, False, False, **style)
        for at, char in enumerate(said)
    ]


BODY = [glyph for row in range(6) for glyph in word("从业人数名单", 20, 20 + 16 * row, run=row)]


def over(*more: list[Glyph]) -> str:
    return "".join(glyph.text for glyph in apart([*BODY, *(glyph for one in more for glyph in one)])[1])


def test_pale_words_over_darker_ones_lie_over_the_page():
    assert over(word("样本", 30, 24, 10, ink=GREY, run=9)) == "样本"


def test_pale_words_beside_others_are_of_the_page():
    assert over(word("样本", 200, 24, 10, ink=GREY, run=9)) == ""


def test_every_tile_of_a_watermark_goes_with_the_one_that_lies_over_words():
    assert over(word("样本", 30, 24, 10, ink=GREY, run=9), word("样本", 200, 24, 10, ink=GREY, run=10)) == "样本样本"


def test_large_words_over_several_small_ones_lie_over_the_page_even_if_dark():
    assert over(word("作废", 20, 20, 40, ink=DARK, run=9)) == "作废"


def test_a_large_title_above_the_page_is_of_the_page():
    assert over(word("作废", 20, -40, 40, ink=DARK, run=9)) == ""


def test_dark_words_of_the_same_size_are_of_the_page():
    assert over(word("样本", 30, 24, 10, ink=DARK, run=9)) == ""


def test_strings_come_whole_with_the_box_around_them():
    assert list(strings(word("样本", 30, 24, 10, ink=GREY, run=9))) == [("样本", (30, 24, 50, 34))]


def test_lightness_goes_from_black_to_white():
    assert lightness(0) == 0 < lightness(0xFF0000) < lightness(GREY) < lightness(0xFFFFFF) == 1


def tiles(rows: int, columns: int, ink: int = GREY, said: str = "内部") -> list[list[Glyph]]:
    places = [(row, column) for row in range(rows) for column in range(columns)]
    return [word(said, 200 + 60 * x, 200 + 30 * y, 9, ink=ink, run=10 + at) for at, (y, x) in enumerate(places)]


def test_the_same_pale_words_all_over_a_page_are_a_watermark_though_they_lie_on_no_word():
    assert over(*tiles(3, 2)) == "内部" * 6


def test_pale_words_are_of_the_page_where_they_are_few_or_in_one_column_or_dark_or_different():
    assert over(*tiles(2, 2)) == ""
    assert over(*tiles(8, 1)) == ""
    assert over(*tiles(3, 2, ink=DARK)) == ""
    assert over(*tiles(3, 2)[:5], *tiles(1, 3, said="甲乙")) == ""
