"""Columns printed on a later page belong beside their rows; a list that goes on below does not."""

from __future__ import annotations

import pytest

from extractors.content.beside import beside
from extractors.content.tables import grids
from schemas.document import Cell, Document, Page, Paragraph, Table

LEFT, RIGHT = ("姓名", "年龄"), ("职称", "主管工作", "备注")


WIDE = 60
TITLE = Paragraph("人员名单", (50, 60, 200, 80))


def table(heads, rows: int = 5, top: float = 100, *, begins: bool = True) -> Table:
    """A table under its heads; one that does not begin goes on from the page before."""
    cells = []
    for row in range(rows):
        for column, title in enumerate(heads):
            said = title if begins and not row else f"{title}{row}"
            box = (50 + WIDE * column, top + 20 * row, 50 + WIDE * (column + 1), top + 20 * (row + 1))
            cells.append(Cell(row, column, said, bbox=box))
    outline = (50, top, 50 + WIDE * len(heads), top + 20 * rows)
    return Table(tuple(cells), rows, len(heads), outline, continues=not begins)


def document(*blocks) -> Document:
    pages = tuple(Page(number, tuple(each), width=595, height=842) for number, each in enumerate(blocks, 1))
    return Document("名单.pdf", "", "application/pdf", pages)


def test_rows_at_the_same_heights_under_other_heads_go_on_to_the_right():
    found = document([TITLE, table(LEFT)], [table(RIGHT)])
    assert beside(found) == {2: 1}
    (grid,) = grids(found)
    assert [cell.text for cell in grid.rows[1]] == ["姓名1", "年龄1", "职称1", "主管工作1", "备注1"]
    assert [cell.place.page for cell in grid.rows[1]] == [1, 1, 2, 2, 2]


def test_rows_over_two_pages_and_their_columns_on_the_next_two():
    found = document(
        [table(LEFT, 36)],
        [table(LEFT, 9, begins=False)],
        [table(RIGHT, 36)],
        [table(RIGHT, 9, begins=False)],
    )
    assert beside(found) == {3: 1, 4: 2}
    (grid,) = grids(found)
    assert (len(grid.rows), grid.width) == (45, 5)


def test_columns_repeated_at_the_left_are_not_there_twice():
    (grid,) = grids(document([table(LEFT)], [table(("姓名", *RIGHT))]))
    assert [cell.text for cell in grid.rows[0]] == ["姓名", "年龄", *RIGHT]


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param(([table(LEFT)], [table(LEFT)]), id="the-same-heads-again"),
        pytest.param(([table(LEFT)], [TITLE, table(RIGHT)]), id="a-title-of-its-own"),
        pytest.param(([table(LEFT)], [table(RIGHT, top=110)]), id="rows-at-other-heights"),
        pytest.param(([table(LEFT)], [table(RIGHT, rows=6)]), id="other-rows"),
        pytest.param(([table(LEFT, 3)], [table(RIGHT, 3)]), id="too-few-rows-to-say"),
        pytest.param(([table(LEFT, 36)], [table(("甲", "乙"), 36)]), id="a-full-page-before"),
    ],
)
def test_other_tables_stand_by_themselves(blocks):
    assert beside(document(*blocks)) == {}
