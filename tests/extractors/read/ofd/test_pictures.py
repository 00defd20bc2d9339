"""A page of pictures is put together as a scanner would give it."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from extractors.read.ofd.pictures import DPI, composed
from extractors.read.office_package import Package
from tests.builders.old_files import ofd


def package(colour: str) -> Package:
    picture = io.BytesIO()
    Image.new("RGB", (40, 20), colour).save(picture, "PNG")
    return Package(ofd("", more={"Doc_0/Res/a.png": picture.getvalue()}), "a.ofd")


MEDIA = {"9": "Doc_0/Res/a.png", "8": "Doc_0/Res/lost.png"}
SCALE = 72 / DPI


def test_a_picture_stands_where_the_page_has_it():
    frame = composed(package("#000000"), MEDIA, [("9", (72.0, 36.0, 144.0, 72.0))], 200.0, 100.0)
    assert frame is not None
    dark = np.argwhere(frame.picture.max(axis=2) < 128)
    assert tuple(dark.min(axis=0) * SCALE) == pytest.approx((36, 72), abs=1)
    assert tuple(dark.max(axis=0) * SCALE) == pytest.approx((72, 144), abs=1)
    assert frame.scale == SCALE


def test_a_picture_that_reaches_off_the_page_is_cut():
    frame = composed(package("#000000"), MEDIA, [("9", (-50.0, -50.0, 250.0, 150.0))], 200.0, 100.0)
    assert frame is not None
    assert frame.picture.max() == 0


@pytest.mark.parametrize("pictures", [[], [("8", (0.0, 0.0, 9.0, 9.0))], [("9", (300.0, 0.0, 390.0, 90.0))]])
def test_a_page_without_a_picture_that_opens_on_it_has_none(pictures):
    assert composed(package("#000000"), MEDIA, pictures, 200.0, 100.0) is None
