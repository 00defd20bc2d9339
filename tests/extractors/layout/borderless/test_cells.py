"""The cells of a table without lines: every place has one, and those that are in doubt say so."""

from __future__ import annotations

import pytest

from extractors.layout.borderless.cells import built
from extractors.layout.borderless.head_rows import Item
from schemas.trust import Doubt
from tests.builders.placed_text import columns, piece


def item(text: str, column: int, top: float = 0.0, *, last: int | None = None, levels: int = 1) -> Item:
    return Item(column, column if last is None else last, [piece(text, 100.0 * column, top)], levels=levels)


def test_a_place_without_text_has_an_empty_cell():
    table = built([[item("甲", 0), item("乙", 2)], [item("丙", 1, 20.0)]], 0, columns(3))
    assert [(cell.row, cell.column, cell.text) for cell in table.cells] == [
        (0, 0, "甲"),
        (0, 1, ""),
        (0, 2, "乙"),
        (1, 0, ""),
        (1, 1, "丙"),
        (1, 2, ""),
    ]
    assert all(Doubt.BY_LAYOUT in cell.doubts for cell in table.cells)


@pytest.mark.parametrize(("letters", "doubted"), [(9, False), (10, True)])
def test_an_empty_cell_into_which_its_neighbour_may_reach_is_in_doubt(letters: int, doubted: bool):
    table = built([[item("长" * letters, 0)], [item("乙", 1, 20.0)]], 0, columns(2))
    empty = next(cell for cell in table.cells if not cell.text and cell.row == 0)
    assert (Doubt.RUN_INTO in empty.doubts) is doubted


def test_a_heading_reaches_down_to_the_rows_unless_another_stands_below_it():
    head = [[item("满意度", 0, last=1), item("备注", 2, levels=2)], [item("满意", 0, 20.0), item("不满意", 1, 20.0)]]
    table = built([*head, [item("√", 0, 40.0)]], 2, columns(3))
    spans = {cell.text: (cell.rowspan, cell.colspan) for cell in table.cells if cell.header}
    assert spans == {"满意度": (1, 2), "备注": (2, 1), "满意": (1, 1), "不满意": (1, 1)}
    assert (table.rows, table.columns, len(table.cells)) == (3, 3, 7)
