"""The 汇总表 in the office's own columns: in Word and in the workbook, on paper that holds them."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import openpyxl
import pytest

from pipeline.reports import office_columns, register, register_docx, register_xlsx
from pipeline.results.batch import Batch
from schemas.office import Office, OfficeColumn, OfficeSummary
from tests.builders.contents import APPLICANT, AS_OF
from tests.builders.decided import marked
from tests.builders.printed import printed
from tests.builders.reports import screening

OWN = OfficeSummary(
    "样例市推荐汇总表",
    (OfficeColumn("序号", "序号"), OfficeColumn("单位全称", "运营单位名称", 6.0), OfficeColumn("县区意见")),
)


def batch(summary: OfficeSummary = OWN, count: int = 2) -> Batch:
    many = tuple(replace(screening(), id=f"D{at}") for at in range(count))
    over = {one.id: marked(one.id) for one in many}
    return Batch(AS_OF, many, {one.id: one.id for one in many}, decisions=over, office=Office(summary=summary))


def in_word(of: Batch) -> docx.document.Document:
    return docx.Document(io.BytesIO(register_docx.render(of)))


def test_in_word_the_title_and_the_columns_are_the_offices() -> None:
    document = in_word(batch())
    assert document.paragraphs[0].text == "样例市推荐汇总表"
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["序号", "单位全称", "县区意见"],
        ["1", APPLICANT, ""],
        ["2", APPLICANT, ""],
    ]
    assert round(table.columns[1].width.cm, 1) == 6.0


@pytest.mark.parametrize(("width", "paper"), [(8.0, 29.7), (9.0, 42.0), (20.0, 42.0)], ids=["A4", "A3", "too-wide"])
def test_the_paper_holds_the_columns(width: float, paper: float) -> None:
    wide = OfficeSummary("表", tuple(OfficeColumn(f"甲{at}", "", width) for at in range(3)))
    document = in_word(batch(wide))
    section = document.sections[0]
    assert round(section.page_width.cm, 1) == paper
    across = section.page_width - section.left_margin - section.right_margin
    assert sum(column.width for column in document.tables[0].columns) <= across + 1000


def test_a_long_table_has_them_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register_docx, "HELD", 2)
    (table,) = in_word(batch(count=7)).tables
    assert [row.cells[0].text for row in table.rows] == ["序号", *map(str, range(1, 8))]


def test_in_the_workbook_they_are_a_sheet_of_their_own() -> None:
    book = openpyxl.load_workbook(io.BytesIO(register_xlsx.render(batch())))
    sheet = book["样例市推荐汇总表"]
    assert [[cell.value for cell in row] for row in sheet.rows][:2] == [
        ["序号", "单位全称", "县区意见"],
        [1, APPLICANT, None],
    ]
    plain = openpyxl.load_workbook(io.BytesIO(register_xlsx.render(replace(batch(), office=Office()))))
    assert plain.sheetnames == [name for name in book.sheetnames if name != "样例市推荐汇总表"]


def test_whom_nobody_marked_is_in_neither() -> None:
    none = replace(batch(), decisions={"D1": marked("D1")})
    (table,) = in_word(none).tables
    assert len(table.rows) == 2
    book = openpyxl.load_workbook(io.BytesIO(register_xlsx.render(none)))
    assert [row[0].value for row in book["样例市推荐汇总表"].rows] == ["序号", 1]


def test_every_column_of_ours_can_be_taken() -> None:
    every = OfficeSummary("表", tuple(OfficeColumn(head, head) for head in register.heads()))
    row = register.row(screening(), 1)
    assert office_columns.values(every, row) == row


def test_it_can_be_printed() -> None:
    (page,) = printed(register_docx.render(batch()))
    assert "单位全称" in page
