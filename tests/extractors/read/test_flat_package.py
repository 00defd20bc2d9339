"""A form that a system wrote as one XML is read as the Word file it stands for."""

import zipfile
from io import BytesIO

import pytest

from extractors.read import read
from schemas.document import Paragraph
from schemas.errors import UnreadableDocument
from tests.builders.office_files import docx, p, xlsx


def flat(package: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(package)) as parts:
        inner = "".join(
            f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{parts.read(name).decode()}</pkg:xmlData></pkg:part>'
            for name in parts.namelist()
        )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>'
        f'<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">{inner}</pkg:package>'
    ).encode()


def test_a_document_and_a_workbook():
    (block,) = read(flat(docx(p("申报表"))), "申报表.doc").pages[0].blocks
    assert isinstance(block, Paragraph)
    assert block.text == "申报表"
    sheet = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>名单</t></is></c></row></sheetData>'
    assert read(flat(xlsx(sheet)), "名单.xls").pages[0].sheet == "表1"


def test_parts_of_another_format_are_refused():
    other = '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"></pkg:package>'
    with pytest.raises(UnreadableDocument):
        read(f'<?xml version="1.0"?>{other}'.encode(), "表.doc")
