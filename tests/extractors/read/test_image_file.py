"""A long screenshot is cut into pages along its rules, else between its lines; other pictures are left whole."""

import io
from itertools import pairwise

import numpy as np
import pi_heif
import pytest
from PIL import Image

from extractors.read import image_file


def picture(wide, high, draw=None):
    pixels = np.full((high, wide), 255, np.uint8)
    if draw is not None:
        draw(pixels)
    return Image.fromarray(pixels)


@pytest.mark.parametrize(
    ("wide", "high", "tall"),
    [
        (1080, 9300, True),
        (1080, 2400, False),
        (1080, 2810, True),
        (1080, 2800, False),
        (300, 1500, False),
        (200, 2100, True),
        (199, 2100, False),
    ],
)
def test_what_is_a_long_screenshot(wide, high, tall):
    assert image_file.is_tall(picture(wide, high)) is tall


def test_it_is_cut_along_rules_which_both_pages_keep():
    def rules(pixels):
        pixels[::50, 20:-20] = 0

    pages = image_file.cuts(np.asarray(picture(500, 3000, rules)))
    assert pages[0][0] == 0
    assert pages[-1][1] == 3000
    for (_, end), (start, _) in pairwise(pages):
        assert start % 50 == 0
        assert end == start + 1


def test_without_rules_it_is_cut_where_no_ink_is():
    def lines(pixels):
        for top in range(0, 3000, 40):
            pixels[top : top + 20, 100:300] = 0

    pages = image_file.cuts(np.asarray(picture(500, 3000, lines)))
    assert all(start % 40 >= 20 for start, _ in pages[1:])
    assert [end for _, end in pages[:-1]] == [start for start, _ in pages[1:]]


def test_the_pages_have_a_margin_and_all_of_the_picture():
    pages = list(image_file.pages_of(picture(500, 3000)))
    assert sum(page.height - 2 * image_file.MARGIN for page in pages) == 3000
    assert {page.mode for page in pages} == {"RGB"}


def test_a_photograph_of_a_telephone_opens():
    pi_heif.register_heif_opener()
    assert Image.registered_extensions()[".heic"] == "HEIF"
    with pytest.raises(OSError, match=r"."):
        image_file.opened(b"\0\0\0\x18ftypheic" + bytes(40))


def test_other_formats_open_as_ever():
    target = io.BytesIO()
    picture(20, 20).save(target, "PNG")
    assert image_file.opened(target.getvalue()).size == (20, 20)


@pytest.mark.parametrize(
    ("ground", "words", "share", "turned"),
    [
        pytest.param(20, 230, 0.2, True, id="a-dark-screen"),
        pytest.param(250, 20, 0.2, False, id="a-page"),
        pytest.param(20, 230, 0.5, False, id="a-page-before-something-dark"),
        pytest.param(88, 230, 0.2, False, id="a-grey-page"),
    ],
)
def test_a_screen_set_to_dark_is_read_as_dark_words_on_light(ground, words, share, turned):
    pixels = np.full((100, 100, 3), ground, np.uint8)
    pixels[: round(100 * share)] = words
    light = image_file.on_light(Image.fromarray(pixels))
    assert int(np.asarray(light)[99, 99, 0]) == (255 - ground if turned else ground)


def test_a_photograph_in_the_dark_has_no_one_shade_and_is_left():
    pixels = np.tile(np.arange(0, 96, dtype=np.uint8), (96, 1))
    assert np.array_equal(np.asarray(image_file.on_light(Image.fromarray(pixels))), pixels)


@pytest.mark.parametrize(("passes", "opens"), [(0, True), (280, True), (300, False)])
def test_a_photo_that_gets_finer_without_end_is_not_opened(passes, opens):
    held = io.BytesIO()
    picture(64, 64).save(held, "JPEG", progressive=True)
    data = held.getvalue()
    data = data[:-2] + data[data.rfind(b"\xff\xda") : -2] * passes + data[-2:]
    if opens:
        image_file.opened(data).load()
        return
    with pytest.raises(Image.DecompressionBombError):
        image_file.opened(data)
