"""What an annotation says of itself: its words, its box, the words it lies on."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw

from extractors.read.pdf import annotation_values as values
from tests.builders.pdf_objects import written


@pytest.fixture
def opened():
    held = []

    def one(entries):
        pdf = pdfium.PdfDocument(written("", f"<</Type/Annot{entries}>>", page="/Annots[8 0 R]"))
        page = pdf[0]
        annotation = raw.FPDFPage_GetAnnot(page.raw, 0)
        held.append((pdf, page, annotation))
        return annotation

    yield one
    for pdf, page, annotation in held:
        raw.FPDFPage_CloseAnnot(annotation)
        page.close()
        pdf.close()


def test_the_words_of_a_note_else_those_of_its_looks(opened):
    assert values.contents_of(opened("/Subtype/Text/Rect[0 0 9 9]/Contents(12)/RC(<p>13</p>)")) == "12"
    assert values.contents_of(opened("/Subtype/Text/Rect[0 0 9 9]/Contents( )/RC(<p>13</p>)")) == "13"
    assert values.contents_of(opened("/Subtype/Text/Rect[0 0 9 9]")) == ""


def test_a_text_longer_than_is_taken_is_left(opened):
    long = "x" * (values.MOST_TEXT - 2)
    assert values.value_of(opened(f"/Subtype/Text/Rect[0 0 9 9]/Contents({long})"), b"Contents") == long
    assert values.value_of(opened(f"/Subtype/Text/Rect[0 0 9 9]/Contents({long}xxx)"), b"Contents") == ""


def test_a_box_is_in_order_however_it_is_written(opened):
    assert values.box_of(opened("/Subtype/Text/Rect[30 40 10 20]")) == (10, 20, 30, 40)


def test_the_words_it_lies_on_are_its_boxes_else_its_own(opened):
    quads = "/QuadPoints[1 8 5 8 1 2 5 2]"
    assert values.quads_of(opened(f"/Subtype/Highlight/Rect[0 0 9 9]{quads}")) == [(1, 2, 5, 8)]
    assert values.quads_of(opened("/Subtype/Highlight/Rect[0 0 9 9]")) == [(0, 0, 9, 9)]


def test_the_points_of_a_line(opened):
    line = opened("/Subtype/Line/Rect[0 0 9 9]/L[1 2 8 2]")
    assert values.points_of(line, raw.FPDF_ANNOT_LINE) == [((1, 2), (8, 2))]
