"""What a list says of itself fits together: a table of the form is no paper of its own, and the others are one."""

from __future__ import annotations

import pytest

from extractors.vocabulary.papers import vocabulary
from schemas.tables import LISTS, Row, list_frame, lists_in_form, rows_of
from tests.builders.contents import place


@pytest.mark.parametrize("spec", LISTS.values(), ids=lambda spec: spec.name)
def test_a_list_is_inside_the_form_or_may_be_a_paper(spec):
    columns = [column.key for column in spec.columns]
    assert spec.key in columns
    assert len(columns) == len(set(columns))
    assert not (spec.in_form and spec.paper)
    assert spec.in_form or not spec.beside_label
    assert not spec.paper or spec.paper in vocabulary().kinds
    assert (spec.name in lists_in_form()) is spec.in_form


def test_a_column_that_no_row_has_is_absent_and_an_empty_list_has_all():
    row = Row({"name": "甲"}, place(), {})
    assert list(list_frame("partners", [row]).columns) == ["name", "evidence", "places"]
    assert list(list_frame("partners", []).columns) == ["name", "agreement", "evidence", "places"]
    assert rows_of(list_frame("partners", [row])) == [row]
