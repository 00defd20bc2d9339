"""Glyphs: what pdfium puts into a gap between letters is a blank and takes no letter with it."""

import pypdfium2 as pdfium
import pytest

from extractors.read.pdf import glyphs as pdf_glyphs
from tests.builders.pdf_objects import written


def _read(content: str) -> str:
    with pdfium.PdfDocument(written(content)) as document:
        page = document[0]
        try:
            return "".join(glyph.text for glyph in pdf_glyphs.glyphs(page).glyphs)
        finally:
            page.close()


@pytest.mark.parametrize(
    ("content", "seen"),
    [
        pytest.param(r"BT /F1 10 Tf 20 200 Td [(Staff)-3000(12)-2000(326.40)]TJ ET", "Staff12326.40", id="latin"),
        pytest.param(
            "BT /F2 10 Tf 20 200 Td [<4eba6570>-3000<00310032>-2000<4eba>]TJ ET",
            "人数12人",
            id="chinese, not in the file",
        ),
        pytest.param(r"BT /F1 10 Tf 20 200 Td [(Staff   )-300(12)]TJ ET", "Staff12", id="blanks that are written too"),
    ],
)
def test_the_letter_behind_a_gap_within_a_string_is_read(content: str, seen: str):
    assert _read(content) == seen


def test_the_gap_is_noted_at_the_letter_behind_it():
    with pdfium.PdfDocument(written("BT /F1 10 Tf 20 200 Td [(a)-3000(b)]TJ ET")) as document:
        page = document[0]
        first, second = pdf_glyphs.glyphs(page).glyphs
        page.close()
    assert (first.blank, second.blank) == (False, True)
    assert second.x0 - first.x1 > 20


@pytest.mark.parametrize(
    ("size", "matrix"),
    [
        pytest.param(10, "1 0 0 1 20 200", id="upright"),
        pytest.param(-10, "-1 0 0 -1 20 200", id="twice turned"),
    ],
)
def test_type_of_a_negative_size_reads_the_way_it_shows(size: int, matrix: str):
    assert _read(f"BT /F1 {size} Tf {matrix} Tm (Staff 12) Tj ET") == "Staff12"
    with pdfium.PdfDocument(written(f"BT /F1 {size} Tf {matrix} Tm (Staff 12) Tj ET")) as document:
        page = document[0]
        assert pdf_glyphs.glyphs(page).turn.rotation == 0
        page.close()
