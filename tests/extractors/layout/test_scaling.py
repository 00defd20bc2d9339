"""A page that calls itself larger than it was taken to be: everything on it grows alike."""

from __future__ import annotations

import pytest

from extractors.layout.scaling import scaled
from schemas.document import Cell, Paragraph, Seal, Table

BOX = (10.0, 20.0, 30.0, 40.0)


def test_a_table_grows_with_its_cells():
    table = Table((Cell(0, 0, "示例", bbox=BOX),), 1, 1, BOX)
    grown = scaled(table, 2.0)
    assert grown.bbox == grown.cells[0].bbox == (20.0, 40.0, 60.0, 80.0)


@pytest.mark.parametrize("item", [Paragraph("示例", BOX), Paragraph("示例"), Seal("round", BOX)])
def test_back_and_forth_is_where_it_was(item: Paragraph | Seal):
    assert scaled(scaled(item, 4.0), 0.25) == item
    assert scaled(item, 1.0) is item
