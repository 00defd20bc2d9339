"""A whole page as a picture: upright, of the size that its boxes are counted in, nothing where it cannot be drawn."""

import io

import pypdfium2
import pytest
from PIL import Image
from reportlab.pdfgen import canvas

from pipeline.evidence import whole_page
from schemas.document import Page

A4 = (595.0, 842.0)


def pdf(turned=0):
    stream = io.BytesIO()
    drawn = canvas.Canvas(stream, pagesize=A4)
    drawn.rect(20, A4[1] - 60, 40, 40, fill=1)
    drawn.showPage()
    drawn.save()
    if not turned:
        return stream.getvalue()
    with pypdfium2.PdfDocument(stream.getvalue()) as made:
        made[0].set_rotation(turned)
        saved = io.BytesIO()
        made.save(saved)
    return saved.getvalue()


def dark(jpeg):
    """The middle of what is dark, as fractions of the width and the height."""
    image = Image.open(io.BytesIO(jpeg)).convert("L").point(lambda value: 255 if value < 100 else 0)
    left, top, right, bottom = image.getbbox()
    return (left + right) / 2 / image.width, (top + bottom) / 2 / image.height


def test_a_page_has_the_size_that_its_file_says():
    size = whole_page.sizes(pdf())[0]
    assert (size.width, size.height) == pytest.approx(A4, abs=1)


def test_a_page_is_drawn_at_the_resolution_asked_for():
    image = Image.open(io.BytesIO(whole_page.of_pdf(pdf(), 1, dpi=144)))
    assert image.width == pytest.approx(A4[0] * 2, abs=2)


def test_a_page_that_was_read_turned_is_shown_upright():
    straight = dark(whole_page.of_pdf(pdf(), 1))
    turned = whole_page.of_pdf(pdf(), 1, Page(1, width=A4[1], height=A4[0], rotation=90))
    assert straight[0] < 0.2
    assert straight[1] < 0.2
    assert dark(turned)[0] > 0.8, "a quarter turn to the right brings the upper left corner to the upper right"


def test_what_a_page_says_of_its_own_turn_is_not_done_twice():
    drawn = whole_page.of_pdf(pdf(turned=90), 1, Page(1, width=A4[1], height=A4[0], rotation=90))
    assert dark(drawn)[0] > 0.8


@pytest.mark.parametrize(("data", "number"), [(b"%PDF-1.4 nothing", 1), (pdf(), 2), (pdf(), 0)])
def test_what_cannot_be_drawn_has_no_picture(data, number):
    assert whole_page.of_pdf(data, number) is None


def test_a_file_that_is_no_pdf_has_no_pages():
    assert whole_page.sizes(b"nothing") == []


def test_a_frame_of_a_picture_is_shown_as_it_was_read():
    stream = io.BytesIO()
    image = Image.new("RGB", (300, 100), "white")
    image.paste((0, 0, 0), (5, 5, 25, 25))
    image.save(stream, "PNG")
    straight, turned = (
        whole_page.of_image(stream.getvalue(), 1),
        whole_page.of_image(stream.getvalue(), 1, Page(1, rotation=180)),
    )
    assert dark(straight)[0] < 0.2
    assert dark(turned)[0] > 0.8
    assert whole_page.of_image(stream.getvalue(), 2) is None
