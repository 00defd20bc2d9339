"""A fold runs on beyond the table that it crosses; rules end together; the shade of a fold can be taken out."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.layout.geometry import Edge
from extractors.read.scan.dirt.folds import Folds, folds, without_folds
from extractors.read.scan.rules import rules_and_folds

DPI = 150.0
LEVEL = [Edge(at, 100, 900) for at in (200, 260, 320, 380)]
UPRIGHT = [Edge(at, 200, 380) for at in (100, 400, 900)]


@pytest.mark.parametrize(
    ("edge", "is_fold"),
    [
        pytest.param(Edge(600, 0, 1200), True, id="across-the-page"),
        pytest.param(Edge(600, 160, 420), True, id="just-so-far"),
        pytest.param(Edge(600, 170, 420), False, id="not-far-enough-above"),
        pytest.param(Edge(100, 0, 1200), True, id="along-the-frame"),
        pytest.param(Edge(600, 200, 380), False, id="a-rule"),
        pytest.param(Edge(600, 200, 1200), False, id="from-the-frame-on"),
        pytest.param(Edge(1000, 0, 1200), False, id="beside-the-table"),
        pytest.param(Edge(600, 210, 250), False, id="a-stroke-in-a-cell"),
    ],
)
def test_an_upright_run_across_a_table(edge, is_fold):
    found = folds(LEVEL, [*UPRIGHT, edge], DPI)
    assert list(found.upright) == ([edge] if is_fold else [])
    assert not found.level


def test_rules_of_a_table_without_sides_stick_out_together():
    level = [Edge(at, 100, 900) for at in (200, 260, 320, 380)]
    upright = [Edge(at, 150, 500) for at in (400, 500, 600)]
    assert folds(level, upright, DPI) == Folds([], [])


def test_the_frame_of_a_form_is_longer_than_most_of_its_rules_and_no_fold():
    level = [Edge(200, 100, 900), Edge(700, 100, 900), *(Edge(at, 100, 900) for at in (260, 320))]
    upright = [Edge(100, 200, 700), Edge(900, 200, 700), *(Edge(at, 260, 320) for at in (300, 400, 500, 600))]
    assert folds(level, upright, DPI) == Folds([], [])


def test_of_two_rules_none_is_a_fold():
    assert folds([Edge(200, 100, 900), Edge(300, 0, 1200)], [Edge(400, 100, 500), Edge(500, 100, 500)], DPI) == Folds(
        [], []
    )


def test_a_fold_that_writing_breaks_is_one():
    parts = [Edge(600, 0, 100), Edge(602, 150, 390), Edge(601, 420, 1200)]
    assert folds(LEVEL, [*UPRIGHT, *parts], DPI).upright == [parts[1]]


def test_a_level_fold_is_told_by_the_upright_rules_that_it_crosses():
    fold = Edge(290, 0, 1100)
    assert folds([*LEVEL, fold], UPRIGHT, DPI) == Folds([fold], [])


def test_only_rules_are_left_on_a_page_with_a_fold():
    ink = np.zeros((600, 600), np.uint8)
    for at in (100, 150, 200, 250):
        ink[at : at + 2, 100:500] = 1
    for at in (100, 300, 499):
        ink[100:252, at : at + 2] = 1
    ink[:, 400:402] = 1
    (_, upright), found = rules_and_folds(ink, np.zeros((0, 4, 2), np.float32), DPI)
    assert [round(edge.at, -2) for edge in upright] == [100, 300, 500]
    assert [round(edge.at, -2) for edge in found.upright] == [400]


def test_the_shade_of_a_fold_goes_and_the_writing_stays():
    page = np.full((200, 300, 3), 240, np.uint8)
    page[90:110, 100:200] = 30
    page[:, 148:152] = (page[:, 148:152] * 0.6).astype(np.uint8)
    clean = without_folds(page, Folds([], [Edge(150, 0, 200)]), DPI)
    assert clean[:80, 140:160].min() >= 238
    assert clean[95:105, 140:160].max() <= 60


def test_a_page_without_folds_is_left_as_it_is():
    page = np.full((20, 30, 3), 240, np.uint8)
    assert without_folds(page, Folds([], []), DPI) is page
