"""What a measure says of where it is read holds: the blanks, columns and lists that it names are there."""

from __future__ import annotations

import pytest

from schemas.application import BLANKS
from schemas.measures import MEASURES, SOURCES
from schemas.tables import LISTS

OF_SOURCE = {
    "form": {blank.key: blank.unit for blank in BLANKS.values() if blank.kind == "number"},
    "form.operations": {column.key: column.unit for column in LISTS["operations"].columns if column.kind == "number"},
}
SAME_UNIT = {"户": "家"}


@pytest.mark.parametrize("measure", [measure for measure in MEASURES.values() if measure.stated_in], ids=lambda m: m.id)
def test_what_is_read_as_it_stands_has_a_blank_or_column_of_its_name_and_unit(measure):
    for source in measure.stated_in:
        unit = OF_SOURCE[source][measure.id]
        assert SAME_UNIT.get(unit, unit) == measure.unit


@pytest.mark.parametrize("measure", [measure for measure in MEASURES.values() if measure.rests_on], ids=lambda m: m.id)
def test_what_is_counted_from_a_list_names_columns_of_that_list(measure):
    for counted in measure.rests_on:
        assert counted.source in SOURCES
        assert set(counted.columns) <= {column.key for column in LISTS[counted.table].columns}
        assert measure.counted(counted.source) is counted
    assert measure.counted("licence") is None


def test_a_share_is_made_of_measures_in_one_unit():
    for measure in MEASURES.values():
        assert len({MEASURES[part].unit for part in measure.made_of}) <= 1
        assert not measure.made_of or measure.unit == "%"
