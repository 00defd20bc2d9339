"""Words with a line through them are deleted; those above an underline, or crossed by a table's rule, are not."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.builders.pdf_pages import SONG, page, texts


def lined(down: float, start: float, end: float):
    """A value before which an older one stands, and a level line so far above their base line."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(SONG, 12)
        canvas.drawString(72, 700, "从业人数78人")
        canvas.setLineWidth(0.6)
        canvas.line(start, 700 + down, end, 700 + down)

    return draw


@pytest.mark.parametrize(
    ("line", "said", "noted"),
    [
        pytest.param((3.6, 120, 126), "从业人数8人", "划去", id="through-one-digit"),
        pytest.param((-1.5, 120, 126), "从业人数78人", "", id="under-it"),
        # A whole row may be struck out, or a rule may lie there: a person is asked.
        pytest.param((3.6, 40, 500), "从业人数78人", "是否划去", id="a-line-across-the-page"),
    ],
)
def test_a_line_through_words_deletes_them_or_is_asked_about(line, said, noted):
    seen = page(lined(*line))
    assert "".join(texts(seen)).replace(" ", "") == said
    assert noted in seen.note
    assert bool(seen.note) is bool(noted)


def test_two_lines_near_each_other_delete_what_they_cross():
    def twice(canvas: Canvas) -> None:
        for down in (2.6, 4.6):
            lined(down, 120, 126)(canvas)

    assert "从业人数78人" not in "".join(texts(page(twice))).replace(" ", "")


def test_a_wavering_line_of_the_pen_deletes_as_a_level_one_does():
    def scrawl(canvas: Canvas) -> None:
        canvas.setFont(SONG, 12)
        canvas.drawString(72, 700, "从业人数78人")
        path = canvas.beginPath()
        path.moveTo(119.5, 703)
        for at, up in ((122, 704.2), (124, 703), (126.5, 704)):
            path.lineTo(at, up)
        canvas.drawPath(path)

    assert "".join(texts(page(scrawl))).replace(" ", "") == "从业人数8人"


def test_a_box_about_a_word_deletes_nothing():
    def boxed(canvas: Canvas) -> None:
        canvas.setFont(SONG, 12)
        canvas.drawString(72, 700, "性质自有")
        for height in (1.5, 5.0, 8.0):
            canvas.line(97, 700 + height, 119, 700 + height)

    assert "".join(texts(page(boxed))).replace(" ", "") == "性质自有"
