"""Embedded workbooks, packed files and inserted chunks of an Office file are files of their own."""

import pytest

from extractors.read.contained.office import files_in, opened_objects
from extractors.read.office_package import Package
from schemas.errors import UnreadableDocument
from tests.builders.office_files import docx, p, xlsx
from tests.builders.old_files import compound, native

BOOK = xlsx("<sheetData/>")
CHUNK = docx(p("申报表"))


def test_objects_and_chunks_in_order():
    package = ("package", "a.xlsx", BOOK)
    chunk = ("aFChunk", "b.docx", CHUNK)
    packed = ("oleObject", "c.bin", compound({"\x01Ole10Native": native("名单.txt", b"1\t2")}))
    names = [held.name for held in files_in(docx(p("字"), laid_in=(package, chunk, packed)), "表.docx")]
    assert names == ["嵌入对象1.xlsx", "插入内容2.docx", "名单.txt"]


def test_a_chunk_that_is_a_page_of_the_web():
    page = b"<!DOCTYPE html><html><body><p>1</p></body></html>"
    (held,) = files_in(docx(p("字"), laid_in=(("aFChunk", "c.html", page),)), "表.docx")
    assert (held.name, held.data) == ("插入内容1.html", page)


def test_a_workbook_laid_into_a_sheet():
    book = xlsx(
        "<sheetData/>",
        related=(("rId1", "package", "../embeddings/a.xlsx"),),
        parts={"xl/embeddings/a.xlsx": BOOK},
    )
    assert [held.name for held in files_in(book, "名单.xlsx")] == ["嵌入对象1.xlsx"]


def test_an_object_that_is_no_file_is_not_opened():
    data = docx(
        p("字"), laid_in=(("oleObject", "a.bin", compound({"Equation Native": b"x"})), ("package", "b.xlsx", BOOK))
    )
    assert opened_objects(Package(data, "表.docx"), "word/document.xml") == {"rId51"}


def test_a_damaged_package_is_said_so():
    with pytest.raises(UnreadableDocument, match="损坏"):
        files_in(b"PK\3\4 and nothing behind", "表.docx")
