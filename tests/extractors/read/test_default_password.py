"""What Excel encrypts of its own accord opens by itself; what a person locked stays locked, and costs no minute."""

import hashlib
import io

import pytest

from extractors.read import default_password, read
from extractors.read import media_type as media_types
from schemas.errors import UnreadableDocument
from tests.builders.office_files import cell, data, row, xlsx
from tests.builders.old_files import compound, xls

# As large as a real one: small files are laid out otherwise.
BOOK = xlsx(
    data(row(1, cell("A1", "姓名"), cell("B1", "年龄")), row(2, cell("A2", "甲"), cell("B2", "46"))),
    parts={"xl/media/a.bin": b"".join(hashlib.sha256(bytes([n])).digest() for n in range(200))},
)


def encrypted(password: str) -> bytes:
    from msoffcrypto.format.ooxml import OOXMLFile

    made = io.BytesIO()
    OOXMLFile(io.BytesIO(BOOK)).encrypt(password, made)
    return made.getvalue()


def test_a_workbook_under_the_built_in_password_is_read():
    document = read(encrypted(default_password.PASSWORD), "名单.xlsx")
    assert document.pages[0].blocks
    assert "内置口令" in document.note


def test_a_workbook_under_a_password_of_its_own_is_refused():
    with pytest.raises(UnreadableDocument, match="密码"):
        read(encrypted("something else"), "名单.xlsx")


def test_a_file_that_asks_for_endless_hashing_is_not_tried():
    info = b'\4\0\4\0\x40\0\0\0<encryption spinCount="900000000"/>'
    assert default_password.opened(compound({"EncryptionInfo": info, "EncryptedPackage": b"x"})) is None


@pytest.mark.parametrize("content", [b"", b"PK\3\4", compound({"EncryptionInfo": b"\4\0\4\0"})])
def test_what_is_damaged_is_none_of_the_kind(content):
    assert default_password.opened(content) is None


def test_only_locked_files_are_tried():
    assert default_password.unlocked(BOOK, media_types.XLSX) is None
    assert default_password.unlocked(xls({(0, 0): "甲"}), media_types.XLS) is None
    assert default_password.unlocked(xls({(0, 0): "甲"}, locked=True), media_types.XLS) is None
