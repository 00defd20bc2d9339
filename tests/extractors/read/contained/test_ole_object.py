"""What is laid into an OLE object: a packed file, an Office file as it is, or a document in streams."""

import pytest

from extractors.read import ole
from extractors.read.contained.ole_object import in_storage, payload, storages
from tests.builders.office_files import docx, p, xlsx
from tests.builders.old_files import compound, native, stored

BOOK = xlsx("<sheetData/>")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        pytest.param(BOOK, "嵌入对象1.xlsx", id="an-office-file-as-it-is"),
        pytest.param(compound({"Package": BOOK}), "嵌入对象1.xlsx", id="an-office-file-in-an-object"),
        pytest.param(
            compound({"\x01Ole10Native": native("名单.docx", docx(p("字")))}), "名单.docx", id="a-packed-file"
        ),
        pytest.param(compound({"CONTENTS": b"%PDF-1.4 ..."}), "嵌入对象1.pdf", id="a-pdf"),
        pytest.param(compound({"WordDocument": b"\xec\xa5"}), "嵌入对象1.doc", id="a-word-document-in-streams"),
    ],
)
def test_the_file_of_an_object(content, name):
    held = payload(content, "嵌入对象1")
    assert held is not None
    assert held.name == name


def test_a_packed_file_keeps_its_bytes():
    held = payload(compound({"\x01Ole10Native": native("名单.docx", b"0123456789")}), "对象")
    assert held is not None
    assert held.data == b"0123456789"


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n", compound({"Equation Native": b"x"}), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut"]
)
def test_what_is_no_file_gives_none(content):
    assert payload(content, "对象") is None


def test_a_document_in_a_storage_becomes_a_file_of_its_own():
    whole = ole.Compound(stored("MBD0001", {"WordDocument": b"\xec\xa5", "1Table": b"t"}, {"Workbook": b"w"}))
    assert list(storages(whole, ("MBD",))) == ["MBD0001/"]
    held = in_storage(whole, "MBD0001/", "嵌入对象1")
    assert held is not None
    assert ole.names(held.data) == {"worddocument", "1table"}
