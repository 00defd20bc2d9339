"""What was noted on a cell is no value; it is told with its cell, which is doubted."""

from __future__ import annotations

import pytest

from extractors.read import read
from schemas.document import Table
from schemas.trust import Doubt
from tests.builders.office_files import SHEET, cell, data, row, xlsx
from tests.builders.old_files import ods

THREADS = 'xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"'
ROWS = data(
    row(1, cell("A1", "姓名"), cell("B1", "年龄")), row(2, cell("A2", "甲"), cell("B2", "46")), row(3, cell("A3", "乙"))
)


def note(ref, *lines):
    runs = "".join(f"<r><t>{line}</t></r>" for line in lines)
    return f'<comment ref="{ref}" authorId="0"><text>{runs}</text></comment>'


def book(*notes, threads=""):
    related = [("rId1", "comments", "../comments1.xml")]
    parts = {"xl/comments1.xml": f"<comments {SHEET}><commentList>{''.join(notes)}</commentList></comments>"}
    if threads:
        related.append(("rId2", "threadedComment", "../threads.xml"))
        parts["xl/threads.xml"] = f"<ThreadedComments {THREADS}>{threads}</ThreadedComments>"
    return read(xlsx(ROWS, related=tuple(related), parts=parts), "名单.xlsx")


def commented(document):
    (table,) = document.pages[0].blocks
    assert isinstance(table, Table)
    return [one.address for one in table.cells if Doubt.COMMENTED in one.doubts]


@pytest.mark.parametrize(
    ("ref", "lines", "told"),
    [
        ("B2", ("审核:\n", "应为61"), "应为61"),
        ("B2", ("应为61",), "应为61"),
        ("B2", ("年龄：\n", "应为61\n", "请改"), "应为61 请改"),
        ("B3", ("审核:\n应为61",), "应为61"),
    ],
    ids=["behind-its-writer", "alone", "on-several-lines", "on-an-empty-cell"],
)
def test_a_note_on_a_cell(ref, lines, told):
    document = book(note(ref, *lines))
    assert [(one.sheet, one.cell, one.text) for one in document.comments] == [("表1", ref, told)]
    assert commented(document) == [ref]
    assert f"工作表“表1”{ref}“{told}”" in document.note


def test_a_thread_stands_for_what_old_programs_are_told_in_its_place():
    threads = "".join(f'<threadedComment ref="B2"><text>{one}</text></threadedComment>' for one in ("应为61", "是"))
    document = book(note("B2", "[Threaded comment] Your version of Excel allows you to read this"), threads=threads)
    assert [one.text for one in document.comments] == ["应为61 是"]


def test_a_note_without_words_or_on_no_cell_is_none():
    assert book(note("B2", " "), note("", "应为61")).comments == ()


def test_a_note_of_an_open_document():
    head = "<table:table-row><table:table-cell><text:p>姓名</text:p></table:table-cell></table:table-row>"
    held = "<office:annotation><text:p>审核：</text:p><text:p>应为乙</text:p></office:annotation><text:p>甲</text:p>"
    document = read(
        ods(f"{head}<table:table-row><table:table-cell>{held}</table:table-cell></table:table-row>"), "名单.ods"
    )
    assert [(one.cell, one.text) for one in document.comments] == [("A2", "应为乙")]
    assert [block.text for block in document.pages[0].blocks] == ["姓名", "甲"]


def test_a_note_of_a_workbook_in_xml():
    names = (
        'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
    )
    cells = "".join(f'<Cell><Data ss:Type="String">{one}</Data></Cell>' for one in ("姓名", "年龄"))
    noted = '<Cell><Data ss:Type="String">甲</Data><Comment ss:Author="审核"><ss:Data>应为乙</ss:Data></Comment></Cell>'
    rows = f'<Row>{cells}</Row><Row>{noted}<Cell><Data ss:Type="Number">46</Data></Cell></Row>'
    data = (
        f'<?xml version="1.0"?><Workbook {names}><Worksheet ss:Name="名单"><Table>{rows}</Table></Worksheet></Workbook>'
    )
    document = read(data.encode(), "名单.xls")
    assert [(one.cell, one.text) for one in document.comments] == [("A2", "应为乙")]
    assert commented(document) == ["A2"]
