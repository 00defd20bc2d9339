"""Cells of a page's table have their spans; hidden rows are left out and counted."""

from extractors.read import read
from schemas.document import Table


def tables(page):
    return [block for block in read(page.encode(), "表.html").pages[0].blocks if isinstance(block, Table)]


def test_spans_push_the_cells_behind_them():
    page = "<table><tr><td rowspan=2>甲</td><td colspan=2>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>"
    (table,) = tables(page)
    assert [(cell.text, cell.row, cell.column) for cell in table.cells] == [
        ("甲", 0, 0),
        ("乙", 0, 1),
        ("丙", 1, 1),
        ("丁", 1, 2),
    ]
    assert (table.rows, table.columns) == (2, 3)


def test_a_span_that_is_no_number_is_one():
    (table,) = tables("<table><tr><td colspan='9%'>甲</td><td rowspan='-2'>乙</td></tr></table>")
    assert [(cell.rowspan, cell.colspan) for cell in table.cells] == [(1, 1), (1, 1)]


def test_hidden_rows_are_left_out_and_counted():
    (table,) = tables(
        "<table><tr><td>甲</td></tr><tr style='display:none'><td>乙</td></tr><tr><td>丙</td></tr></table>"
    )
    assert [cell.text for cell in table.cells] == ["甲", "丙"]
    assert table.rows_left_out == 1


def test_a_table_in_a_cell_is_a_table_of_its_own():
    page = "<table><tr><td>外</td><td>旁<table><tr><td>内</td></tr></table></td></tr></table>"
    outer, inner = tables(page)
    assert [cell.text for cell in outer.cells] == ["外", "旁"]
    assert [cell.text for cell in inner.cells] == ["内"]


def test_cells_that_reach_over_more_places_than_are_read_end_the_table_and_it_is_told():
    page = f"<table>{'<tr><td rowspan=65534 colspan=256>甲</td></tr>' * 40}</table>"
    document = read(page.encode(), "表.html")
    (table,) = document.pages[0].blocks
    assert 1 < len(table.cells) < 40
    assert "表格内容过多" in document.note


def test_one_cell_may_reach_as_far_as_it_likes():
    page = "<table><tr><td colspan=1000000000 rowspan=1000000000>甲</td></tr><tr><td>乙</td></tr></table>"
    document = read(page.encode(), "表.html")
    assert [cell.text for cell in document.pages[0].blocks[0].cells] == ["甲", "乙"]
    assert document.note == ""
