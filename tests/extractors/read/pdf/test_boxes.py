"""A font in the file that states no true height: its type is as high as its size says, on one line with a comma."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdfium2
import pytest
import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from extractors.read import read
from tests.builders.pdf_pages import texts

VERA = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
SAID = "E,e.x-T,e"


def made(up: int, down: int) -> bytes:
    """A line in a font that is in the file and states that it reaches so far, in thousandths of its size."""
    pdfmetrics.registerFont(TTFont("Vera", str(VERA)))
    held = io.BytesIO()
    canvas = Canvas(held, invariant=True, pageCompression=0)
    canvas.setFont("Vera", 20)
    canvas.drawString(72, 700, SAID)
    canvas.save()
    stated = held.getvalue()
    for name, reach in ((b"/Ascent ", up), (b"/Descent ", down)):
        (old,) = re.findall(name + rb"(-?[\d.]+)", stated)
        stated = stated.replace(name + old, name + b"%*d" % (len(old), reach))
    return stated


@pytest.mark.parametrize(("up", "down"), [(760, -240), (100, -40), (500, -90), (510, -100)])
def test_a_line_is_one_whatever_its_font_states(up, down):
    (page,) = read(made(up, down), "报告.pdf").pages
    assert texts(page) == [SAID]
    (line,) = page.blocks
    assert 12 <= line.bbox[3] - line.bbox[1] <= 24


def test_pdfium_itself_would_put_the_comma_on_a_line_below():
    """Or else this need not be: the boxes of such a font are those of the ink."""
    with pypdfium2.PdfDocument(made(100, -40)) as pdf:
        seen = pdf[0].get_textpage()
        letter, comma = (seen.get_charbox(index, loose=True) for index in (0, 1))
    assert comma[3] < (letter[1] + letter[3]) / 2
