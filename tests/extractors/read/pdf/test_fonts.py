"""PDFs that name a Chinese font without holding it read the same whatever Chinese font the machine has, or none."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable

import pytest
from PIL import ImageFont
from reportlab.pdfgen.canvas import Canvas

from extractors.read.pdf import fonts as pdf_fonts
from extractors.read.pdf import glyphs as pdf_glyphs
from tests.builders.pdf_pages import SONG, made, page, texts, written


@pytest.mark.parametrize("alone", ["√", "是", "无", "家"])
def test_a_character_drawn_by_itself_is_read(alone: str):
    def single(canvas: Canvas) -> None:
        canvas.setFont(SONG, 12)
        canvas.drawString(72, 700, "是否签订合同")
        canvas.drawString(300, 700, alone)

    assert "".join(texts(page(single))).replace(" ", "") == f"是否签订合同{alone}"


def test_the_stand_in_is_a_font_that_draws_every_character_the_same():
    font = ImageFont.truetype(io.BytesIO(pdf_fonts.placeholder()), 100)
    assert font.getmask("符").getbbox() == font.getmask("√").getbbox() == (5, 0, 95, 78)
    assert font.getlength("符合") == 200


def test_the_process_ends_quietly_after_the_font_stood_in():
    program = (
        "from tests.builders.pdf_pages import made, written\n"
        "from extractors.read.pdf import fonts as pdf_fonts\n"
        "print(len(pdf_fonts.opened(made(written((72, 72, '示例'))))))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=False)  # noqa: S603  our own words
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "1", "")


def drawn(draw: Callable[[Canvas], None]) -> tuple[pdf_glyphs.Glyph, ...]:
    paper = pdf_fonts.opened(made(draw))
    return pdf_glyphs.glyphs(paper[0]).glyphs


def test_a_character_is_as_wide_as_the_file_says_and_as_high_as_its_type():
    glyphs = drawn(written((72, 72, "示1√"), size=10))
    wide = [round(glyph.x1 - glyph.x0, 2) for glyph in glyphs]
    assert wide == [10.0, 4.62, 10.0]
    assert {round(glyph.bottom - glyph.top, 2) for glyph in glyphs} == {10.0}
    assert [round(glyph.x0, 2) for glyph in glyphs] == [72.0, 82.0, 86.62]


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_the_same_on_a_page_that_is_turned(quarters: int):
    def turned(canvas: Canvas) -> None:
        canvas.translate(300, 400)
        canvas.rotate(90 * quarters)
        canvas.setFont(SONG, 10)
        canvas.drawString(0, 0, "示1√")

    glyphs = drawn(turned)
    assert [round(glyph.x1 - glyph.x0, 2) for glyph in glyphs] == [10.0, 4.62, 10.0]
    assert {round(glyph.bottom - glyph.top, 2) for glyph in glyphs} == {10.0}


def test_slanted_type_takes_no_room_from_its_neighbours():
    def slanted(canvas: Canvas) -> None:
        text = canvas.beginText()
        text.setTextTransform(1, 0, 0.33, 1, 72, 700)
        text.setFont(SONG, 10)
        text.textOut("示1")
        canvas.drawText(text)

    assert [round(glyph.x1 - glyph.x0, 2) for glyph in drawn(slanted)] == [10.0, 4.62]


_ON_A_MACHINE = """
import sys
from extractors.read.pdf import fonts as pdf_fonts, glyphs as pdf_chars
from tests.builders.pdf_pages import made, written

say, square = pdf_fonts._answer, pdf_fonts._square


def answer(name, system):
    said = say(name, system)
    ours = lambda _, *asked: pdf_fonts._OURS if asked[2] in pdf_fonts._CHINESE else None
    return ours if name == "MapFont" else said


pdf_fonts._answer = answer
pdf_fonts._square = lambda: square(*map(int, sys.argv[1:]))
paper = pdf_fonts.opened(made(written((72, 72, "序号1√，"))))
print([(g.text, *(round(place, 3) for place in g[1:5])) for g in pdf_chars.glyphs(paper[0]).glyphs])
"""


def test_the_glyphs_of_the_machine_s_font_change_no_extent():
    """Three fonts that a machine may have: the square that stands in, one that overhangs its place, a small one."""
    fonts = [(50, -60, 950, 720), (-200, -400, 1400, 1100), (300, 100, 500, 300)]
    seen = {
        subprocess.run(  # noqa: S603  our own words
            [sys.executable, "-c", _ON_A_MACHINE, *map(str, square)],
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
        ).stdout
        for square in fonts
    }
    assert len(seen) == 1
