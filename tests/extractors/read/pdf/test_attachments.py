"""Files that hang on a PDF as a whole, or are pinned to a page."""

from __future__ import annotations

import pytest

from extractors.read.contained.hanging import files_in
from extractors.read.pdf import attachments as pdf_attachments
from extractors.read.pdf.attachments import attachments
from tests.builders.pdf_objects import stream, string, written

FILE = stream("name,age", "/Type/EmbeddedFile")
SPEC = f"<</Type/Filespec/F(list.csv)/UF{string('名单.csv')}/EF<</F 8 0 R>>>>"


def test_a_file_of_the_document_comes_with_its_name():
    data = written("", FILE, SPEC, catalogue=f"/Names<</EmbeddedFiles<</Names[{string('a')} 9 0 R]>>>>")
    assert [(one.name, one.data) for one in attachments(data)] == [("名单.csv", b"name,age")]


def test_a_file_pinned_to_a_page_comes_too():
    note = "<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS 9 0 R>>"
    data = written("", FILE, SPEC, note, page="/Annots[10 0 R]")
    assert [(one.name, one.data) for one in attachments(data)] == [("名单.csv", b"name,age")]


def test_a_name_leads_nowhere():
    spec = SPEC.replace(string("名单.csv"), string("..\\..\\名单.csv"))
    data = written("", FILE, spec, catalogue=f"/Names<</EmbeddedFiles<</Names[{string('a')} 9 0 R]>>>>")
    assert [one.name for one in attachments(data)] == ["名单.csv"]


def test_a_pdf_without_files_and_one_that_does_not_open_have_none():
    assert attachments(written("")) == []
    assert attachments(b"%PDF-1.4 broken") == []


@pytest.mark.parametrize(("most", "too_large"), [(8, False), (7, True)])
def test_a_file_too_large_to_take_out_is_told_all_the_same(monkeypatch, most, too_large):
    monkeypatch.setattr(pdf_attachments, "MOST_BYTES", most)
    data = written("", FILE, SPEC, catalogue=f"/Names<</EmbeddedFiles<</Names[{string('a')} 9 0 R]>>>>")
    (one,) = attachments(data)
    assert (one.name, one.too_large, one.data) == ("名单.csv", too_large, b"" if too_large else b"name,age")
    assert [held.too_large for held in files_in(data, "a.pdf")] == [too_large]
