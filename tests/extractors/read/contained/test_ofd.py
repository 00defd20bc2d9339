"""What hangs on an OFD is a file of its own; what invoices hang on themselves for machines is none."""

from __future__ import annotations

import io
import zipfile

import pytest

from extractors.read.contained import files_in
from tests.builders.office_files import docx, p
from tests.builders.old_files import ofd

NAME = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def hung(listed: str, parts: dict[str, bytes]) -> bytes:
    """An OFD with a list of attachments and these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(ofd(""))) as plain, zipfile.ZipFile(stream, "w") as made:
        for name in plain.namelist():
            said = plain.read(name)
            if name == "Doc_0/Document.xml":
                said = said.replace(
                    b"</ofd:Document>", b"<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments></ofd:Document>"
                )
            made.writestr(name, said)
        made.writestr("Doc_0/Attachs/Attachments.xml", f"<ofd:Attachments {NAME}>{listed}</ofd:Attachments>")
        for name, content in parts.items():
            made.writestr(f"Doc_0/Attachs/{name}", content)
    return stream.getvalue()


def one(name: str, part: str) -> str:
    return f'<ofd:Attachment ID="1" Name="{name}"><ofd:FileLoc>{part}</ofd:FileLoc></ofd:Attachment>'


FORM = docx(p("申报表"))


@pytest.mark.parametrize(
    ("listed", "parts", "names"),
    [
        pytest.param(one("申报表.docx", "a.docx"), {"a.docx": FORM}, ["申报表.docx"], id="as-its-list-calls-it"),
        pytest.param(one("申报表", "a.docx"), {"a.docx": FORM}, ["申报表.docx"], id="with-the-suffix-of-its-part"),
        pytest.param(one("", "a.docx"), {"a.docx": FORM}, ["a.docx"], id="as-its-part-is-called"),
        pytest.param(one("申报表.docx", "gone.docx"), {}, [], id="missing"),
        pytest.param(one("发票.xml", "a.xml"), {"a.xml": b"<?xml version='1.0'?><a/>"}, [], id="for-machines"),
        pytest.param("", {}, [], id="none"),
    ],
)
def test_attachments(listed, parts, names):
    assert [held.name for held in files_in(hung(listed, parts), "材料.ofd")] == names


def test_a_file_that_is_no_package_holds_nothing():
    assert files_in(b"PK\x03\x04", "材料.ofd") == []
