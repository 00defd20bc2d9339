"""A table pasted in as a metafile is drawn by LibreOffice and read as text; without it, it is left unread."""

import gzip
import struct

import pytest

from extractors.read import metafiles
from extractors.read.converted import libreoffice
from schemas.document import Paragraph

with_office = pytest.mark.skipif(libreoffice.program() is None, reason="LibreOffice is not installed here")


def emf(text: str) -> bytes:
    """A metafile of one line of text."""
    words = text.encode("utf-16-le")
    length = (76 + len(words) + 3) // 4 * 4
    out = struct.pack("<LL4lLff", 84, length, 0, 0, 200, 40, 1, 1.0, 1.0)
    out += struct.pack("<llLLL4lL", 10, 10, len(text), 76, 0, 0, 0, -1, -1, 0) + words
    records = [out.ljust(length, b"\0"), struct.pack("<LLLLL", 14, 20, 0, 16, 20)]
    size = 108 + sum(map(len, records))
    head = struct.pack(
        "<LL4l4lLLLLHHLLLll",
        1,
        108,
        0,
        0,
        200,
        40,
        0,
        0,
        9000,
        2000,
        0x464D4520,
        0x10000,
        size,
        3,
        1,
        0,
        0,
        0,
        0,
        1024,
        768,
    )
    return head.ljust(108, b"\0") + b"".join(records)


def test_a_metafile_is_told_by_its_head():
    assert metafiles.suffix(emf("x")) == "emf"
    assert metafiles.suffix(b"\xd7\xcd\xc6\x9a" + bytes(40)) == "wmf"
    assert metafiles.suffix(b"\x89PNG" + bytes(60)) == ""


def test_a_packed_one_is_unpacked():
    assert metafiles.unpacked(gzip.compress(emf("x"))) == emf("x")
    assert metafiles.unpacked(b"\x1f\x8b broken") == b"\x1f\x8b broken"


def test_without_libreoffice_it_gives_no_page(monkeypatch):
    monkeypatch.setenv(libreoffice.VARIABLE, "no-such-program")
    assert metafiles.pages([emf("x"), emf("y")], "表.docx", None) == [None, None]


@with_office
def test_its_words_are_read_as_text():
    (page,) = metafiles.pages([emf("ROSTER 12")], "表.docx", None)
    assert page is not None
    assert page.recognised == "no"
    assert any("ROSTER" in block.text for block in page.blocks if isinstance(block, Paragraph))
