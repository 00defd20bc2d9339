"""A table whose head alone has upright lines: the rows below are parted as it is, other wide cells stay whole."""

from __future__ import annotations

import pytest

from extractors.layout.geometry import Edge, Glyph
from extractors.layout.ruled.lattice import lattices
from extractors.layout.ruled.tables import ruled

XS = (0.0, 100.0, 200.0, 300.0)
HIGH = 20.0


def word(said: str, x: float, row: int) -> list[Glyph]:
    top = HIGH * row + 5
    return [Glyph(sign, x + 10 * at, top, x + 10 * (at + 1), top + 10, 10, 0, False) for at, sign in enumerate(said)]


def rows_of(*rows: list[tuple[str, float]], head: int = 1) -> list[list[str]]:
    """The cells, row by row, of a table with upright lines between the columns of its first rows only."""
    glyphs = [glyph for row, words in enumerate(rows) for said, x in words for glyph in word(said, x, row)]
    level = [Edge(HIGH * at, XS[0], XS[-1]) for at in range(len(rows) + 1)]
    sides = [Edge(x, 0, HIGH * len(rows)) for x in (XS[0], XS[-1])]
    (table,), _ = ruled(glyphs, lattices(level, [*sides, *(Edge(x, 0, HIGH * head) for x in XS[1:-1])]))
    return [[cell.text for cell in table.cells if cell.row == row] for row in range(table.rows)]


HEAD = [("姓名", 10.0), ("年龄", 110.0), ("学历", 210.0)]
FIRST, SECOND, THIRD = (
    [(name, 10.0), (age, 110.0), ("本科", 210.0)] for name, age in (("甲", "30"), ("乙", "40"), ("丙", "50"))
)
NOTE = [("注：以上人员均已缴纳社会保险费", 10.0)]


def test_rows_below_the_head_are_parted_as_it_is():
    assert rows_of(HEAD, FIRST, SECOND, THIRD)[1:] == [["甲", "30", "本科"], ["乙", "40", "本科"], ["丙", "50", "本科"]]


def test_an_empty_place_of_such_a_row_is_a_cell():
    assert rows_of(HEAD, FIRST, SECOND, [("丙", 10.0), ("本科", 210.0)])[3] == ["丙", "", "本科"]


def test_a_note_over_all_columns_stays_one_cell():
    assert rows_of(HEAD, FIRST, SECOND, THIRD, [*FIRST], NOTE)[5] == ["注：以上人员均已缴纳社会保险费"]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([HEAD, FIRST, SECOND], id="two-rows-are-too-few"),
        pytest.param([HEAD[:2], FIRST, SECOND, THIRD], id="a-head-with-an-empty-cell"),
        pytest.param([HEAD, FIRST, SECOND, THIRD, NOTE, NOTE], id="many-that-run-over-the-columns"),
        pytest.param([HEAD, *([[("联系人", 10.0)]] * 4)], id="words-in-one-column-only"),
    ],
)
def test_what_stays_whole(rows):
    assert all(len(row) == 1 for row in rows_of(*rows)[1:])
