"""Characters read with a low score are doubtful; on a page whose strokes are broken, every hanzi is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.layout.geometry import Glyph
from extractors.read.scan.doubtful_places import doubtful_places, reads_badly
from extractors.read.scan.glyphs import Scored


def scored(text: str, score: float, at: int = 0, *, junk: bool = False) -> Scored:
    return Scored(Glyph(text, 10.0 * at, 0.0, 10.0 * at + 10, 10.0, 10.0, 0, False, False), score, junk)


def page(low: int, of: int = 200, *, junk: bool = False) -> list[Scored]:
    """So many characters of a page that scored little, the rest read surely."""
    return [scored("文", 0.6 if at < low else 1.0, at, junk=junk and at < low) for at in range(of)]


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
    found = doubtful_places([*page(0), scored(text, score, 300)])
    assert found == (((3005.0, 5.0),) if doubted else ())


@pytest.mark.parametrize(
    ("glyphs", "badly"),
    [
        pytest.param(page(4), False, id="few-of-many"),
        pytest.param(page(5), True, id="too-many"),
        pytest.param(page(5, of=100), False, id="a-short-page-tells-nothing"),
        pytest.param(page(30, junk=True), False, id="what-is-no-writing-tells-nothing"),
    ],
)
def test_how_a_page_reads_as_a_whole(glyphs, badly):
    assert reads_badly(glyphs) is badly


@pytest.mark.parametrize(
    ("text", "score", "doubted"),
    [
        pytest.param("品", 1.0, True, id="a-hanzi-however-sure"),
        pytest.param("7", 0.98, True, id="a-digit-read-with-some-doubt"),
        pytest.param("7", 0.99, False, id="a-digit-read-surely"),
    ],
)
def test_one_character_on_a_page_that_reads_badly(text, score, doubted):
    assert ((3005.0, 5.0) in doubtful_places([*page(20), scored(text, score, 300)])) is doubted


@given(st.lists(st.tuples(st.sampled_from("文7.）蔣"), st.floats(0, 1)), max_size=300), st.integers(0, 299))
def test_a_lower_score_never_takes_a_doubt_away(read, which):
    before = [scored(text, score, at) for at, (text, score) in enumerate(read)]
    after = [one._replace(score=0.0) if at == which else one for at, one in enumerate(before)]
    assert set(doubtful_places(before)) <= set(doubtful_places(after))
