"""A blank whose words are struck out, with none in their stead, is doubted; one with others beside them is not."""

from __future__ import annotations

import io
from collections.abc import Sequence

import openpyxl
import pytest
from openpyxl.styles import Font

from extractors.read import read
from extractors.values.text import is_unanswered
from schemas.document import Cell, Document, Table
from schemas.trust import Doubt
from tests.builders.office_files import docx, p, run, tbl, tc, tr
from tests.builders.pdf_pages import HEIGHT, grid, made, stroked, together, written

Halves = Sequence[tuple[str, str]]
"""Of each cell: what is struck, and what stands behind it."""

LINES = (("", "单位"), ("12人", "")), (("", "联系人"), ("李四", "张三")), (("", "电话"), ("", ""))
"""A label and its blank to a row."""
CROSSED = [(0, 1)]


def of_word(rows: Sequence[Halves]) -> Document:
    def cell(struck: str, stands: str) -> str:
        return tc(inner=p(inner=(run(struck, "<w:strike/>") if struck else "") + run(stands)))

    return read(docx(tbl(*(tr(*(cell(*each) for each in row)) for row in rows))), "表.docx")


def of_web(rows: Sequence[Halves]) -> Document:
    body = "".join(f"<tr>{''.join(f'<td><s>{gone}</s>{stands}</td>' for gone, stands in row)}</tr>" for row in rows)
    return read(f"<html><body><table>{body}</table></body></html>".encode(), "表.html")


def of_pdf(rows: Sequence[Halves]) -> Document:
    draw = [grid((60, 200, 400), [100 + 40 * at for at in range(len(rows) + 1)], stroked)]
    for at, row in enumerate(rows):
        top = 115 + 40 * at
        for left, (gone, stands) in zip((66, 206), row, strict=True):
            draw.append(written((left, top, gone), (left + 14 * len(gone), top, stands)))
            if gone:
                wide, high = 12 * sum(1 if ord(sign) > 255 else 0.5 for sign in gone), HEIGHT - top - 8
                draw.append(lambda canvas, x=left, end=left + wide, y=high: canvas.line(x, y, end, y))
    return read(made(together(*draw)), "表.pdf")


def of_workbook(rows: Sequence[Halves]) -> Document:
    """Of a sheet only whole cells, struck by their style."""
    book = openpyxl.Workbook()
    for at, row in enumerate(rows, 1):
        for column, (gone, stands) in enumerate(row, 1):
            cell = book.active.cell(at, column, stands or gone or None)
            cell.font = Font(strike=bool(gone and not stands))
    held = io.BytesIO()
    book.save(held)
    return read(held.getvalue(), "表.xlsx")


def cells(document: Document) -> list[Cell]:
    return [cell for block in document.pages[0].blocks if isinstance(block, Table) for cell in block.cells]


@pytest.mark.parametrize("made_by", [of_word, of_web, of_pdf, of_workbook])
def test_only_the_blank_that_nothing_answers_any_more(made_by):
    found = cells(made_by(LINES))
    assert [(cell.row, cell.column) for cell in found if Doubt.CROSSED_OUT in cell.doubts] == CROSSED
    assert {(cell.row, cell.column): cell.text for cell in found}.get((0, 1), "") == ""


@pytest.mark.parametrize("made_by", [of_word, of_web])
def test_an_empty_blank_is_only_blank_and_another_answer_is_one(made_by):
    plain, blank = cells(made_by([[("", "法人：张三"), ("", "电话：")]]))
    assert not plain.doubts | blank.doubts
    behind = made_by([[("", "法人："), ("张三", "")], [("", "电话"), ("无", "12")]])
    assert [cell.text for cell in cells(behind) if Doubt.CROSSED_OUT in cell.doubts] == [""]


@pytest.mark.parametrize(
    ("left", "struck", "unanswered"),
    [
        ("", "张三", True),
        ("法人代表：", "张三", True),
        ("法人代表：____", "张三", True),
        ("注册资本", "100万元", True),
        ("注册资本80万元", "100万元", False),
        ("张三", "李四", False),
        ("法人代表：张三", "李四", False),
        ("从业人数", "约", False),
    ],
)
def test_what_is_left_answers_or_does_not(left, struck, unanswered):
    assert is_unanswered(left, struck) is unanswered


def test_a_second_line_that_was_struck_leaves_the_first_as_it_is():
    inner = p("张三") + p(inner=run("李四", "<w:strike/>"))
    (cell,) = cells(read(docx(tbl(tr(tc(inner=inner)))), "表.docx"))
    assert (cell.text, cell.doubts) == ("张三", frozenset())
