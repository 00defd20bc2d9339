"""Characters read with a low score are doubtful; on a page whose strokes are broken, every hanzi is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.layout.geometry import Glyph
from extractors.read.ocr.engine import RecognisedLine
from extractors.read.scan.doubtful.places import doubtful_places, reads_badly
from extractors.read.scan.glyphs import Scored


def scored(text: str, score: float, at: int = 0, *, junk: bool = False) -> Scored:
    return Scored(Glyph(text, 10.0 * at, 0.0, 10.0 * at + 10, 10.0, 10.0, 0, False, False), score, junk)


def line(*scores: float) -> RecognisedLine:
    return RecognisedLine(("文",) * len(scores), (0.5,) * len(scores), scores)


def lines(low: int, of: int = 50, *, score: float = 0.7, spoilt: int = 1) -> list[RecognisedLine]:
    """Lines of four characters, in so many of which some scored little."""
    return [line(*[score if at < low and sign < spoilt else 1.0 for sign in range(4)]) for at in range(of)]


@pytest.mark.parametrize(("text", "doubted"), [("文", True), ("7", True), ("）", False)])
def test_what_stands_in_a_cell_that_may_hold_more_is_doubtful_however_surely_it_was_read(text, doubted):
    assert bool(doubtful_places([scored(text, 1.0)._replace(short=True)])) is doubted


@pytest.mark.parametrize(
    ("text", "score", "doubted"),
    [
        pytest.param("文", 0.74, True, id="a-low-score"),
        pytest.param("文", 0.75, False, id="just-enough"),
        pytest.param("）", 0.3, False, id="a-bracket-of-either-width"),
        pytest.param(".", 0.3, True, id="a-point-matters"),
        pytest.param("蔣", 0.99, True, id="a-traditional-form"),
        pytest.param("蒋", 0.99, False, id="the-common-form"),
    ],
)
def test_one_character_on_a_page_that_reads_well(text, score, doubted):
    found = doubtful_places([scored("文", 1.0), scored(text, score, 300)])
    assert found == (((3005.0, 5.0),) if doubted else ())


@pytest.mark.parametrize(
    ("read", "badly"),
    [
        pytest.param(lines(4), False, id="few-lines"),
        pytest.param(lines(5), True, id="many-lines"),
        pytest.param(lines(4, spoilt=4), False, id="one-word-counts-once"),
        pytest.param(lines(20, of=29), False, id="a-short-page-tells-nothing"),
        pytest.param([*lines(0), *lines(20, of=20, score=0.2, spoilt=4)], False, id="what-is-no-writing"),
        pytest.param([], False, id="nothing-was-read"),
    ],
)
def test_how_a_page_reads_as_a_whole(read, badly):
    assert reads_badly(read) is badly


@pytest.mark.parametrize(
    ("text", "score", "doubted"),
    [
        pytest.param("品", 1.0, True, id="a-hanzi-however-sure"),
        pytest.param("7", 0.98, True, id="a-digit-read-with-some-doubt"),
        pytest.param("7", 0.99, False, id="a-digit-read-surely"),
    ],
)
def test_one_character_on_a_page_that_reads_badly(text, score, doubted):
    assert ((3005.0, 5.0) in doubtful_places([scored(text, score, 300)], badly=True)) is doubted


@given(st.lists(st.tuples(st.sampled_from("文7.）蔣"), st.floats(0, 1)), max_size=40), st.booleans())
def test_a_page_that_reads_badly_takes_no_doubt_away(read, badly):
    glyphs = [scored(text, score, at) for at, (text, score) in enumerate(read)]
    assert set(doubtful_places(glyphs)) <= set(doubtful_places(glyphs, badly=badly))
