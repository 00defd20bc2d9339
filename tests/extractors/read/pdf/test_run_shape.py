"""Type stands level, turned, steep, slanted or mirrored: told from its matrix alone."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as some
from pypdfium2 import raw

from extractors.read.pdf.run_shape import shape_of


def turned(degrees: float, scale: float = 1.0) -> raw.FS_MATRIX:
    cos, sin = math.cos(math.radians(degrees)) * scale, math.sin(math.radians(degrees)) * scale
    return raw.FS_MATRIX(cos, sin, -sin, cos, 0, 0)


@pytest.mark.parametrize(("degrees", "quarter"), [(0, 0), (90, 1), (180, 2), (-90, 3)])
def test_a_quarter_turn_reads_straight(degrees: int, quarter: int):
    shape = shape_of(turned(degrees), 12)
    assert (shape.quarter, shape.straight, shape.angle) == (quarter, True, degrees)


def test_a_slope_that_a_scanner_leaves_is_straight_and_a_seal_is_not():
    assert shape_of(turned(2), 12).straight
    assert not shape_of(turned(4), 12).straight
    assert not shape_of(turned(45), 12).straight


def test_slanted_type_stands_upright_in_its_frame():
    along, up = shape_of(raw.FS_MATRIX(1, 0, 0.3, 1, 0, 0), 10).frame[:2], shape_of(turned(0), 10).frame[2:]
    assert along == (10, 0)
    assert shape_of(raw.FS_MATRIX(1, 0, 0.3, 1, 0, 0), 10).frame[2:] == pytest.approx(up)


def test_type_that_goes_down_the_page_as_far_as_nothing_has_its_size():
    assert shape_of(raw.FS_MATRIX(2, 0, 0, 0, 0, 0), 12).size == 24
    assert shape_of(raw.FS_MATRIX(0, 0, 0, 0, 0, 0), -12).size == 12


@given(some.floats(-179, 179), some.floats(0.1, 20), some.floats(1, 72))
def test_size_grows_with_scale_whichever_way_it_stands(degrees: float, scale: float, size: float):
    shape = shape_of(turned(degrees, scale), size)
    assert shape.size == pytest.approx(size * scale, rel=1e-4)
    assert math.hypot(*shape.frame[:2]) == pytest.approx(shape.size, rel=1e-4)
