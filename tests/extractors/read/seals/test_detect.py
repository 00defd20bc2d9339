from __future__ import annotations

import cv2
import numpy as np
import pytest

from extractors.read.seals.detect import colour_of, on_page, seal_state, seals_in
from extractors.read.seals.text import unrolled

DPI = 100
RED = (215, 40, 45)
MM = DPI / 25.4


def page(*, tint: bool = True) -> np.ndarray:
    """A page with lines of type; its paper is not quite white, as that of colour scans is not."""
    made = np.full((827, 583, 3), 255, np.uint8)
    for line in range(9):
        for place in range(20):
            x, y = 100 + 20 * place, 120 + 40 * line
            cv2.rectangle(made, (x, y), (x + 12, y + 14), (20, 20, 20), 1)
    if tint:
        noise = np.random.default_rng(5).normal(0, 3, made.shape)
        made = np.clip(made * np.array([0.98, 0.97, 0.94]) + noise, 0, 255).astype(np.uint8)
    return made


def stamp(made, x, y, *, size=(42.0, 42.0), ink=RED):
    """A seal drawn over what is there: a ring, strokes for letters, a star. Middle in pixels, size in mm."""
    print_ = np.zeros(made.shape[:2], np.uint8)
    half = (int(size[0] * MM / 2), int(size[1] * MM / 2))
    cv2.ellipse(print_, (x, y), half, 0, 0, 360, 1, 4)
    for place in range(14):
        turn = np.radians(140 + 260 * place / 13)
        spot = (int(x + 0.78 * half[0] * np.cos(turn)), int(y + 0.78 * half[1] * np.sin(turn)))
        cv2.rectangle(print_, (spot[0] - 5, spot[1] - 5), (spot[0] + 5, spot[1] + 5), 1, 2)
    tips = [np.radians(-90 + 144 * tip) for tip in range(5)]
    star = np.array([(x + 0.3 * half[0] * np.cos(t), y + 0.3 * half[0] * np.sin(t)) for t in tips], np.int32)
    cv2.fillPoly(print_, [star], 1)
    share = print_[:, :, None] * (1 - np.array(ink) / 255)
    return (made * (1 - share)).astype(np.uint8)


def only(made):
    (seal,) = seals_in(made, DPI)
    return seal


@pytest.mark.parametrize(
    "ink",
    [
        pytest.param((215, 40, 45), id="fresh"),
        pytest.param((235, 70, 55), id="vermilion"),
        pytest.param((240, 185, 190), id="pale"),
        pytest.param((165, 25, 40), id="dark"),
    ],
)
def test_round_seal_over_type_is_found_where_it_is(ink):
    seal = only(stamp(page(), 350, 340, ink=ink))
    assert (seal.kind, seal.certain) == ("round", True)
    half = 21 * 72 / 25.4
    middle = (350 * 72 / DPI, 340 * 72 / DPI)
    assert seal.bbox == pytest.approx((middle[0] - half, middle[1] - half, middle[0] + half, middle[1] + half), abs=3)


def test_strong_jpeg_and_two_seals_that_touch():
    made = stamp(stamp(page(), 200, 600), 355, 610)
    packed = cv2.imencode(".jpg", made, [cv2.IMWRITE_JPEG_QUALITY, 50])[1]
    found = seals_in(cv2.imdecode(packed, cv2.IMREAD_COLOR), DPI)
    assert [(seal.kind, seal.certain) for seal in found] == [("round", True)] * 2


def test_invoice_seal_is_oval():
    assert only(stamp(page(), 300, 600, size=(40, 30))).kind == "oval"


@pytest.mark.parametrize(
    ("y", "kind", "certain"),
    [
        pytest.param(827 - 20, "round", True, id="cut-by-the-bottom"),
        pytest.param(827 + 30, "paging", False, id="less-than-half-left"),
    ],
)
def test_seal_cut_by_the_edge(y, kind, certain):
    seal = only(stamp(page(), 300, y))
    assert (seal.kind, seal.certain) == (kind, certain)


def test_slice_at_the_right_edge_is_a_paging_seal():
    made = stamp(page(), 583 + 25, 500)
    assert only(made).kind == "paging"
    assert seal_state(made, DPI) == "unknown"


def test_name_seal_is_square_and_no_sign_of_the_firm():
    made = page()
    cv2.rectangle(made, (300, 600), (380, 680), RED, 4)
    for x in (322, 360):
        cv2.putText(made, "H", (x - 12, 655), cv2.FONT_HERSHEY_SIMPLEX, 1.1, RED, 4)
    assert (only(made).kind, only(made).certain) == ("square", False)
    assert seal_state(made, DPI) == "unknown"


def no_seal(made):
    return made


def heading(made):
    cv2.putText(made, "HHXXBBKKWW", (40, 90), cv2.FONT_HERSHEY_SIMPLEX, 2.4, RED, 8)
    cv2.line(made, (40, 110), (540, 110), RED, 4)
    return made


def ruled_form(made):
    for row in range(7):
        cv2.line(made, (60, 500 + 40 * row), (540, 500 + 40 * row), RED, 2)
    for column in range(7):
        cv2.line(made, (60 + 80 * column, 500), (60 + 80 * column, 740), RED, 2)
    return made


def banner_and_emblem(made):
    cv2.rectangle(made, (0, 0), (583, 90), RED, -1)
    cv2.circle(made, (300, 620), 70, RED, -1)
    return made


def pen_mark(made):
    cv2.ellipse(made, (300, 400), (90, 60), 0, 20, 330, RED, 2)
    return made


def ring_around_type(made):
    cv2.ellipse(made, (300, 400), (45, 55), 0, 0, 360, RED, 7)
    return made


@pytest.mark.parametrize("draw", [ring_around_type, no_seal, heading, ruled_form, banner_and_emblem, pen_mark])
def test_no_seal_is_invented(draw):
    assert seal_state(draw(page()), DPI) == "absent"


def test_ring_in_black_on_a_colour_scan_may_be_a_copied_seal():
    made = stamp(page(), 350, 620, ink=(40, 40, 40))
    assert [seal.certain for seal in seals_in(made, DPI)] == [False]
    assert seal_state(made, DPI) == "unknown"


def test_grey_scan_tells_nothing():
    grey = cv2.cvtColor(stamp(page(), 350, 340), cv2.COLOR_RGB2GRAY)
    made = np.repeat(grey[:, :, None], 3, axis=2)
    assert colour_of(made) == "grey"
    assert seal_state(made, DPI) == "unknown"


def test_one_tint_over_a_grey_scan_is_no_colour():
    grey = cv2.cvtColor(page(), cv2.COLOR_RGB2GRAY)
    sepia = (grey[:, :, None] * np.array([1.0, 0.95, 0.82])).astype(np.uint8)
    assert colour_of(sepia) == "grey"


def test_coloured_mark_in_a_corner_makes_no_colour_scan():
    made = page(tint=False)
    cv2.rectangle(made, (500, 790), (560, 810), (30, 160, 120), -1)
    assert colour_of(made) == "grey"
    assert colour_of(page()) == "colour"


def test_state_of_a_place():
    made = stamp(page(), 350, 340)
    assert seal_state(made, DPI, (200, 200, 300, 300)) == "seen"
    assert seal_state(made, DPI, (50, 450, 200, 550)) == "absent"


def test_boxes_are_those_of_the_page_as_it_reads():
    made = stamp(page(), 350, 340)
    lying = np.ascontiguousarray(np.rot90(made, 1)[:, :, ::-1])
    (seal,), grey = on_page(lying, 72 / DPI, 90)
    assert seal.bbox == pytest.approx(only(made).bbox, abs=2)
    assert not grey


def test_ring_is_unrolled_from_the_widest_gap():
    made = stamp(page(tint=False), 350, 650)
    strip = unrolled(made, DPI, only(made))
    letters = (strip[8:-8, :, 0] < 150).any(axis=0)
    assert not letters[0]
    assert not letters[-1]
    assert letters.sum() > 0.3 * len(letters)
