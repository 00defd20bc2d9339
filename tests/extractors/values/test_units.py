"""Units of one family are written for one another; 家 and 次 never are."""

from __future__ import annotations

import pytest

from extractors.values.units import units
from schemas.application import BLANKS
from schemas.measures import MEASURES
from schemas.tables import LISTS


@pytest.mark.parametrize(
    ("written", "target", "fits"),
    [
        pytest.param("户", "家", True, id="same-family"),
        pytest.param("次", "家", False, id="another-family"),
        pytest.param("人", "家、人/次", True, id="the-form-leaves-the-choice"),
        pytest.param("台", "家、人/次", False, id="not-among-the-choice"),
        pytest.param("", "家", True, id="no-unit-written"),
        pytest.param("头", "家", False, id="unknown-unit"),
        pytest.param("头", "头", True, id="the-very-unit"),
    ],
)
def test_which_unit_is_written_for_which(written, target, fits):
    assert units().compatible(written, target) is fits


def test_every_unit_that_is_asked_for_is_known():
    asked = {blank.unit for blank in BLANKS.values()} | {measure.unit for measure in MEASURES.values()}
    asked |= {column.unit for spec in LISTS.values() for column in spec.columns}
    known = {*units().money, *units().either, *(unit for family in units().families.values() for unit in family)}
    assert {unit.replace("（", "(").replace("）", ")") for unit in asked if unit} <= known


@pytest.mark.parametrize("unit", ["万元", "元", "平方米", "台（套）", "家"])
def test_printed_units_are_found_whole(unit):
    assert unit in units().printed
