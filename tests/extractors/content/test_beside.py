"""Columns printed on a later page belong beside their rows; a list that goes on below does not."""

from __future__ import annotations

from dataclasses import replace

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


THIRD = ("电话", "邮箱", "地址", "备注")


def test_what_is_left_of_the_columns_goes_on_to_the_right_again():
    found = document(
        [table(LEFT, 36)], [table(LEFT, 9, begins=False)],
        [table(RIGHT, 36)], [table(RIGHT, 9, begins=False)],
        [table(THIRD, 36)], [table(THIRD, 9, begins=False)],
    )  # fmt: skip
    assert beside(found) == {3: 1, 4: 2, 5: 1, 6: 2}
    (grid,) = grids(found)
    assert (len(grid.rows), grid.width, grid.pages) == (45, 9, (1, 6))
    assert [cell.place.page for cell in grid.rows[44]] == [2, 2, 4, 4, 4, 6, 6, 6, 6]


def test_a_page_on_which_all_that_goes_on_is_empty():
    """Of the last row nothing stands in the last columns, so their second page is blank; columns they are."""
    found = document(
        [table(LEFT, 36)], [table(LEFT, 1, begins=False)],
        [table(RIGHT, 36)], [table(RIGHT, 1, begins=False)],
        [table(THIRD, 36)], [],
    )  # fmt: skip
    assert beside(found) == {3: 1, 4: 2, 5: 1, 6: 2}
    (grid,) = grids(found)
    assert [cell.text if cell else "" for cell in grid.rows[36]] == [
        "姓名0",
        "年龄0",
        "职称0",
        "主管工作0",
        "备注0",
        *[""] * 4,
    ]


def test_a_blank_page_between_others_parts_nothing_from_nothing():
    assert beside(document([table(LEFT, 36)], [], [table(THIRD, 30)])) == {}


def test_columns_behind_which_a_note_stands_go_on_all_the_same():
    """A head that is cut by the page's edge is read as words below the table."""
    found = document(
        [table(LEFT, 36)], [table(LEFT, 9, begins=False)],
        [table(RIGHT, 36), Paragraph("评价", (50, 700, 80, 712))],
        [replace(table(RIGHT, 9, begins=False), continues=False)],
        [table(THIRD, 36)], [table(THIRD, 9, begins=False)],
    )  # fmt: skip
    assert beside(found) == {3: 1, 4: 2, 5: 1, 6: 2}


def test_a_page_each_for_three_groups_of_columns():
    (grid,) = grids(document([table(LEFT)], [table(RIGHT)], [table(THIRD)]))
    assert [cell.text for cell in grid.rows[4]] == [f"{head}4" for head in (*LEFT, *RIGHT, *THIRD)]


def test_a_head_of_two_rows_stands_beside_one_that_is_as_high():
    """姓名, 年龄 over both rows of the head; overleaf 评价 over 满意, 不满意."""
    high = [Cell(0, at, head, bbox=(50 + 60 * at, 100, 110 + 60 * at, 140)) for at, head in enumerate(LEFT)]
    wide = [
        Cell(0, 0, "评价", bbox=(50, 100, 210, 120), colspan=2),
        Cell(1, 0, "满意", bbox=(50, 120, 130, 140)),
        Cell(1, 1, "不满意", bbox=(130, 120, 210, 140)),
    ]
    left, right = [], []
    for row in range(4):
        top = 140 + 20 * row
        left += [Cell(row + 1, at, f"{head}{row}", bbox=(50 + 60 * at, top, 110 + 60 * at, top + 20))
                 for at, head in enumerate(LEFT)]  # fmt: skip
        right += [Cell(row + 2, at, "√" if at == row % 2 else "", bbox=(50 + 80 * at, top, 130 + 80 * at, top + 20))
                  for at in range(2)]  # fmt: skip
    outline = (50, 100, 170, 220)
    found = document(
        [Table((*high, *left), 5, 2, outline, continues=False)],
        [Table((*wide, *right), 6, 2, (50, 100, 210, 220), continues=False)],
    )
    (grid,) = grids(found)
    assert [[cell.text for cell in row] for row in grid.rows[:3]] == [
        ["姓名", "年龄", "评价", "评价"],
        ["姓名", "年龄", "满意", "不满意"],
        ["姓名0", "年龄0", "√", ""],
    ]
    assert len(grid.rows) == 6


def test_rows_overleaf_that_say_the_same_are_rows_all_the_same():
    """是 √ on the last row is that of another enterprise, no head printed again: the first columns tell it."""
    alike = replace(table(RIGHT, 36), cells=tuple(_said_alike(table(RIGHT, 36))))
    rest = replace(table(RIGHT, 1, begins=False), cells=tuple(_said_alike(table(RIGHT, 1, begins=False))))
    found = document([table(LEFT, 36)], [table(LEFT, 1, begins=False)], [alike], [rest])
    (grid,) = grids(found)
    assert len(grid.rows) == 37
    assert [cell.text for cell in grid.rows[36]] == ["姓名0", "年龄0", "是", "是", "是"]


def _said_alike(made: Table) -> list[Cell]:
    return [cell if not cell.row and not made.continues else replace(cell, text="是") for cell in made.cells]


def test_printed_to_the_right_first_the_next_rows_are_no_columns():
    """Page 3 holds the first columns again: what stands there are other people."""
    found = document(
        [table(LEFT, 30)], [table(RIGHT, 30)], [table(LEFT, 30, begins=False)], [table(RIGHT, 30, begins=False)]
    )
    assert 3 not in beside(found)


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
