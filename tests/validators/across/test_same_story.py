"""The share of wording that two texts have in common, and a draw that shows it."""

import random

import numpy as np
import pytest

from validators.across.same_story import SHINGLE, SHORTEST, SKETCH, may_share, share, shingles, sketch


def text(seed: int, count: int) -> str:
    letters = random.Random(seed)
    return "".join(chr(letters.randrange(0x4E00, 0x9FFF)) for _ in range(count))


def plainly(one: str, other: str) -> float:
    mine, theirs = ({whole[at : at + SHINGLE] for at in range(len(whole) - SHINGLE + 1)} for whole in (one, other))
    return len(mine & theirs) / len(mine | theirs)


@pytest.mark.parametrize("common", [0, 100, 700, 1400])
def test_the_share_is_that_of_the_sets_of_runs(common):
    shared = text(1, common)
    one, other = shared + text(2, 600), shared + text(3, 900)
    assert share(one, other) == plainly(one, other)


def test_the_same_run_twice_counts_once():
    assert len(shingles("一二三四五六七八" * 20)) == SHINGLE


def test_too_short_for_a_run():
    assert (len(shingles("一二三四五六七")), len(shingles("一二三四五六七八"))) == (0, 1)
    assert share("", "") == 0


@pytest.mark.parametrize(("count", "drawn"), [(SHORTEST - 1, (0, 0)), (SHORTEST, (SKETCH, SHORTEST))])
def test_a_text_too_short_to_be_compared_has_no_draw(count, drawn):
    numbers, size = sketch(text(4, count + SHINGLE - 1))
    assert (len(numbers), size) == drawn


def seen(one: str, other: str) -> bool:
    """Whether a draw lets these two be looked at."""
    (mine, size), (theirs, others) = sketch(one), sketch(other)
    common = np.array([len(np.intersect1d(mine, theirs))])
    return bool(may_share(0.5, common, size, np.array([others]))[0])


@pytest.mark.parametrize("more", [(1000, 1000), (0, 2000), (500, 1500)])
def test_of_two_texts_half_alike_the_draw_shows_it(more):
    shared = text(5, 2000)
    for seed in range(20):
        assert seen(*(shared + text(seed + at, count) for at, count in enumerate(more, 100)))


def test_of_texts_with_a_quarter_in_common_hardly_any_is_looked_at():
    shared = text(5, 800)
    pairs = [(shared + text(seed, 1200), shared + text(seed + 500, 1200)) for seed in range(20)]
    assert sum(seen(*pair) for pair in pairs) < 5
