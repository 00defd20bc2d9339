"""Bands and a shaded column are no rules; a shaded table is one all the same."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from tests.builders.pdf_pages import HEIGHT, SONG, page, tables

XS = (60, 120, 160, 210, 320, 400, 510)
HEADS = ("姓名", "年龄", "学历", "毕业学校", "职称", "主管工作")
ROW = 18


def listed(canvas: Canvas, *, shaded: set[tuple[int, int]], band: int = 0) -> None:
    """A list of twelve rows; ``shaded`` cells (row, column) are coloured, or bands of so many rows."""
    top = 80
    canvas.setFillGray(0.75)
    for row, column in shaded:
        canvas.rect(XS[column], HEIGHT - top - (row + 1) * ROW, XS[column + 1] - XS[column], ROW, stroke=0, fill=1)
    for first in range(1, 13, 2 * band) if band else ():
        canvas.rect(XS[0], HEIGHT - top - (first + band) * ROW, XS[-1] - XS[0], band * ROW, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.setFont(SONG, 9)
    for row in range(13):
        for column, head in enumerate(HEADS):
            said = head if not row else ("张三", str(30 + row), "本科", "龙江试样大学", "工程师", "财务")[column]
            canvas.drawString(XS[column] + 4, HEIGHT - top - row * ROW - 13, said)


def test_bands_of_three_rows_and_a_shaded_column_leave_one_list():
    bands = {(row, column) for row in range(1, 13) for column in range(6) if (row - 1) // 3 % 2 or column == 4}
    (table,) = tables(page(lambda canvas: listed(canvas, shaded=bands)))
    assert (table.rows, table.columns) == (13, 6)


def test_bands_drawn_in_one_piece_leave_one_list():
    (table,) = tables(page(lambda canvas: listed(canvas, shaded=set(), band=3)))
    assert (table.rows, table.columns) == (13, 6)


def test_a_table_whose_every_cell_is_shaded_is_a_table():
    every = {(row, column) for row in range(13) for column in range(6)}
    (table,) = tables(page(lambda canvas: listed(canvas, shaded=every)))
    assert (table.rows, table.columns) == (13, 6)


def test_bands_of_two_rows_each_coloured_by_itself_leave_one_list():
    def drawn(canvas: Canvas) -> None:
        canvas.setFillGray(0.75)
        for row in (1, 2, 5, 6, 9, 10):
            canvas.rect(XS[0], HEIGHT - 80 - (row + 1) * ROW, XS[-1] - XS[0], ROW, stroke=0, fill=1)
        listed(canvas, shaded=set())

    (table,) = tables(page(drawn))
    assert (table.rows, table.columns) == (13, 6)


def test_a_dark_head_upon_bands_of_one_row_each_leaves_one_list():
    bands = {(row, column) for row in (0, *range(1, 13, 2)) for column in range(6)}

    def drawn(canvas: Canvas) -> None:
        canvas.setFillGray(0.75)
        for row in sorted({row for row, _ in bands}):
            canvas.rect(XS[0], HEIGHT - 80 - (row + 1) * ROW, XS[-1] - XS[0], ROW, stroke=0, fill=1)
        listed(canvas, shaded=set())

    (table,) = tables(page(drawn))
    assert (table.rows, table.columns) == (13, 6)


def test_bands_of_one_row_each_between_upright_rules_are_a_ruled_list_with_its_first_and_last_rows():
    def drawn(canvas: Canvas) -> None:
        canvas.setFillGray(0.75)
        for row in range(1, 12, 2):
            canvas.rect(XS[0], HEIGHT - 80 - (row + 1) * ROW, XS[-1] - XS[0], ROW, stroke=0, fill=1)
        for x in XS[1:-1]:
            canvas.line(x, HEIGHT - 80, x, HEIGHT - 80 - 13 * ROW)
        listed(canvas, shaded=set())

    (table,) = tables(page(drawn))
    assert (table.rows, table.columns) == (13, 6)
    assert all(cell.text for cell in table.cells)
