"""A file is told by its content, and what cannot be read says why and what to ask for."""

import contextlib
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.read import FORMATS, plain_text, read
from extractors.read import media_type as media_types
from extractors.read.refusals import refusal
from extractors.read.sheets.sheet import MOST_CELLS
from schemas.document import Paragraph, Table
from schemas.errors import UnreadableDocument
from tests.builders.office_files import TYPES, docx, p, xlsx, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le") + bytes(64)


MACROS = zipped({"[Content_Types].xml": TYPES, "word/document.xml": "", "word/vbaProject.bin": "x"})

KINDS = [
    pytest.param(docx(p("甲")), "表.bin", media_types.DOCX, id="docx-under-any-suffix"),
    pytest.param(docx(p("甲")), "表.doc", media_types.DOCX, id="docx-named-doc"),
    pytest.param(xlsx("<sheetData/>"), "表", media_types.XLSX, id="xlsx"),
    pytest.param(MACROS, "宏.docm", media_types.DOCM, id="docm"),
    pytest.param(
        zipped({"[Content_Types].xml": TYPES, r"xl\workbook.xml": "x"}), "表.xlsx", media_types.XLSX, id="backslashes"
    ),
    pytest.param(zipped({"OFD.xml": "x"}), "照.pdf", media_types.OFD, id="ofd-named-pdf"),
    pytest.param(zipped({"甲.docx": "x"}), "材料.zip", media_types.ZIP, id="zip"),
    pytest.param(b"PK\x03\x04cut", "表.docx", media_types.DOCX, id="docx-cut-off"),
    pytest.param(b"PK\x03\x04cut", "材料.zip", media_types.DAMAGED, id="zip-cut-off"),
    pytest.param(ole("EncryptedPackage"), "表.docx", media_types.ENCRYPTED, id="locked-docx"),
    pytest.param(ole("WordDocument"), "表.doc", media_types.DOC, id="doc"),
    pytest.param(ole("WordDocument"), "表.wps", media_types.WPS, id="wps"),
    pytest.param(ole("Workbook"), "表.xls", media_types.XLS, id="xls"),
    pytest.param(ole("Workbook"), "表.et", media_types.ET, id="et"),
    pytest.param(b"%PDF-1.7\n", "a.docx", media_types.PDF, id="pdf-named-docx"),
    pytest.param(b"\xff\xd8\xff\xe0", "照.pdf", "image/jpeg", id="jpeg-named-pdf"),
    pytest.param(b"\x89PNG\r\n\x1a\n", "a", "image/png", id="png"),
    pytest.param(b"II*\x00", "a", "image/tiff", id="tiff"),
    pytest.param(b"RIFF\0\0\0\0WEBP", "a", "image/webp", id="webp"),
    pytest.param(b"7z\xbc\xaf\x27\x1c", "a", media_types.SEVEN_ZIP, id="7z"),
    pytest.param(b"Rar!\x1a\x07\x01\0", "a", media_types.RAR, id="rar"),
    pytest.param(bytes(257) + b"ustar" + bytes(200), "a", media_types.TAR, id="tar"),
    pytest.param(b"{\\rtf1}", "a.doc", media_types.RTF, id="rtf-named-doc"),
    pytest.param(b"{\\rtf1 " + bytes(80), "a.doc", media_types.DAMAGED, id="rtf-cut-short"),
    pytest.param(b"<html><table>", "a.xls", media_types.HTML, id="web-page-named-xls"),
    pytest.param("甲,乙".encode("gb18030"), "a.csv", media_types.CSV, id="csv-gbk"),
    pytest.param("甲".encode("utf-16"), "a.txt", media_types.TEXT, id="text-utf-16"),
    pytest.param(b"", "a.docx", media_types.EMPTY, id="empty"),
    pytest.param(bytes(100), "a.docx", media_types.DAMAGED, id="only-zeros"),
    pytest.param('[{"姓名": "甲"}]'.encode(), "名单.json", media_types.JSON, id="json"),
    pytest.param("[附件2] 名单".encode(), "名单.txt", media_types.TEXT, id="text-that-begins-with-a-bracket"),
    pytest.param("姓名,年龄,学历\n甲,30,本科\n乙,31,大专\n".encode(), "名单.txt", media_types.CSV, id="commas-in-txt"),
    pytest.param("甲公司,成立于2018年。\n主营服务\n地址\n".encode(), "说明.txt", media_types.TEXT, id="prose-in-txt"),
    pytest.param(b"\0\0\0\x0cjP  \r\n\x87\n", "a.jp2", "image/jp2", id="jpeg-2000"),
    pytest.param(b"\xff\x4f\xff\x51", "a.j2k", "image/jp2", id="jpeg-2000-bare"),
    pytest.param(b"\x01\x02\x03\xff", "a.docx", media_types.DAMAGED, id="overwritten-docx"),
    pytest.param(b"\x01\x02\x03\xff", "a.xyz", media_types.UNKNOWN, id="unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "path", "kind"), KINDS)
def test_the_kind_of_a_file(data, path, kind):
    assert media_types.media_type(data, path) == kind


@pytest.mark.parametrize(("data", "path", "kind"), KINDS)
def test_what_is_not_read_says_why_and_what_to_ask_for(data, path, kind):
    if kind in FORMATS:
        return
    with pytest.raises(UnreadableDocument) as raised:
        read(data, path)
    assert (raised.value.reason, raised.value.ask) == refusal(kind)
    assert raised.value.path == path


def test_a_locked_zip_is_told_from_an_open_one():
    locked = bytearray(zipped({"甲.txt": "x"}))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert media_types.media_type(bytes(locked), "a.zip") == media_types.LOCKED_ZIP


def test_every_refusal_is_a_sentence_of_its_own():
    kinds = [kind for _, _, kind in (each.values for each in KINDS) if kind not in FORMATS]
    reasons = {kind: refusal(kind)[0] for kind in kinds if not kind.startswith("image/")}
    assert len(set(reasons.values())) == len(reasons)


def test_text_is_lines_with_their_numbers():
    document = read("情况说明\r\n\r\n本中心".encode("gb18030"), "说明.txt")
    assert document.pages[0].blocks == (Paragraph("情况说明", cell="行1"), Paragraph("本中心", cell="行3"))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_csv_is_a_table_with_addresses(encoding):
    (table,) = read("序号,企业名称\n1,示例公司\n".encode(encoding), "名单.csv").pages[0].blocks
    assert isinstance(table, Table)
    assert [(each.address, each.text) for each in table.cells][2:] == [("A2", "1"), ("B2", "示例公司")]


@pytest.mark.parametrize(
    ("text", "path", "cut"),
    [
        pytest.param("字" * plain_text.MOST_CHARACTERS, "a.txt", False, id="a-text-as-long-as-is-read"),
        pytest.param("字" * plain_text.MOST_CHARACTERS + "字", "a.txt", True, id="a-longer-one"),
        pytest.param("1,2\n" * (MOST_CELLS // 2), "a.csv", False, id="as-many-cells-as-are-read"),
        pytest.param("1,2\n" * (MOST_CELLS // 2) + "3\n", "a.csv", True, id="one-more"),
    ],
)
def test_a_text_without_end_is_read_in_part_and_says_so(text, path, cut):
    assert ("只读取了前面的部分" in read(text.encode(), path).note) == cut


def test_a_zip_whose_first_member_is_garbled_is_damaged():
    data = bytearray(zipped({"mimetype": "application/vnd.oasis.opendocument.text" * 9, "content.xml": "<a/>"}))
    data[40:60] = b"\xff" * 20
    assert media_types.media_type(bytes(data), "a.odt") == media_types.DAMAGED


@given(st.binary(max_size=200), st.sampled_from(["a.docx", "a.xlsx", "a.txt", "a.csv", "a"]))
def test_no_bytes_raise_anything_but_unreadable(data, path):
    with contextlib.suppress(UnreadableDocument):
        assert read(data, path).path == path


@given(st.data())
def test_a_file_with_changed_bytes_raises_nothing_but_unreadable(drawn):
    whole = bytearray(
        drawn.draw(st.sampled_from([docx(p("甲") * 30), xlsx("<sheetData><row><c><v>1</v></c></row></sheetData>")]))
    )
    for _ in range(drawn.draw(st.integers(1, 8))):
        whole[drawn.draw(st.integers(0, len(whole) - 1))] = drawn.draw(st.integers(0, 255))
    with contextlib.suppress(UnreadableDocument):
        assert read(bytes(whole), "a.docx").pages


def test_readers_are_imported_only_when_needed():
    code = "import sys, extractors.read; print([m for m in ('lxml', 'pypdfium2', 'filetype') if m in sys.modules])"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603  our own words
    assert printed.stdout.strip() == "[]"
