"""PDFs that name a Chinese font without holding it read the same on a machine that has no Chinese font."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest
from PIL import ImageFont
from reportlab.pdfgen.canvas import Canvas

from extractors.read.pdf import fonts as pdf_fonts
from tests.builders.pdf_pages import SONG, page, texts


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
