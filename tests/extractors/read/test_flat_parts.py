"""A flat Office file is the zip of its parts."""

import base64
import io
import zipfile

import pytest

from extractors.read.flat_parts import zipped

FLAT = (
    '<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
    '<pkg:part pkg:name="/word/document.xml"><pkg:xmlData><a>字</a></pkg:xmlData></pkg:part>'
    f'<pkg:part pkg:name="/word/media/1.png"><pkg:binaryData>{base64.b64encode(b"PNG").decode()}'
    "</pkg:binaryData></pkg:part>"
    '<pkg:part pkg:name="/word/none.xml"/></pkg:package>'
)


def test_parts_of_xml_and_of_bytes():
    made = zipped(FLAT.encode())
    assert made is not None
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert "字" in package.read("word/document.xml").decode()
        assert package.read("word/media/1.png") == b"PNG"
        assert "word/none.xml" not in package.namelist()


@pytest.mark.parametrize("content", [b"", b"<a/>", FLAT.encode()[:200], b"<pkg:package"])
def test_what_is_no_flat_file_gives_none(content):
    assert zipped(content) is None
