"""White paper, and white because a picture did not open."""

from __future__ import annotations

import zlib

import numpy as np
import pypdfium2 as pdfium
import pytest

from extractors import read
from extractors.read.pdf import drawing, fonts
from extractors.read.pdf.unopened import hides_a_picture
from extractors.read.scan.reader import rendered
from schemas.document import BROKEN_PICTURE, TOO_MUCH_DRAWN
from tests.builders.pdf_objects import assembled

WHITE = zlib.compress(b"\xff" * 10_000)
BLACK = zlib.compress(b"\0" * 10_000)


def scanned(content: bytes, side: int = 100, filters: str = "/FlateDecode", times: int = 1) -> bytes:
    """A page that is nothing but one grey picture, drawn so many times."""
    drawn = b"q 595 0 0 842 0 0 cm /I Do Q " * times
    picture = f"/Type/XObject/Subtype/Image/Width {side}/Height {side}/ColorSpace/DeviceGray/BitsPerComponent 8"
    return assembled(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
            f"<</Length {len(drawn)}>>\nstream\n".encode() + drawn + b"\nendstream",
            f"<<{picture}/Filter{filters}/Length {len(content)}>>\nstream\n".encode() + content + b"\nendstream",
        ]
    )


BROKEN = [
    pytest.param(scanned(b"\0\0\0\x0cjP  \r\n\x87\n" + b"x" * 400, filters="/JPXDecode"), id="jpeg-2000"),
    pytest.param(scanned(b"\x30\0\1" + b"\xff" * 400, filters="/JBIG2Decode"), id="jbig2"),
    pytest.param(scanned(b"\xff\xd8\xff\xe0" + b"x" * 400, filters="/DCTDecode"), id="jpeg"),
]


@pytest.mark.parametrize("data", BROKEN)
def test_a_page_whose_picture_does_not_open_is_not_read(data: bytes) -> None:
    (page,) = read.read(data, "证书.pdf").pages
    assert (page.recognised, page.note) == ("no", BROKEN_PICTURE)


@pytest.mark.parametrize(("content", "shade"), [(WHITE, 255), (BLACK, 0)])
def test_a_sheet_of_one_shade_is_one(content: bytes, shade: int) -> None:
    page = fonts.opened(scanned(content))[0]
    frame = rendered(page)
    assert np.unique(frame.picture).tolist() == [shade]
    assert not hides_a_picture(page, frame.picture)


def test_a_picture_that_calls_itself_larger_than_any_sheet_is_not_tried() -> None:
    (page,) = read.read(scanned(WHITE, side=2_000_000_000), "证书.pdf").pages
    assert (page.recognised, page.note) == ("no", TOO_MUCH_DRAWN)


@pytest.mark.parametrize(("times", "note"), [(3, "页面是图片，未发现文字"), (4, TOO_MUCH_DRAWN)])
def test_a_page_of_more_pictures_than_can_be_shown(monkeypatch: pytest.MonkeyPatch, times: int, note: str) -> None:
    """Every drawing of a picture counts, and the page is neither shown nor recognised."""
    monkeypatch.setattr(drawing, "MOST_PIXELS", 30_000)
    if note == TOO_MUCH_DRAWN:
        monkeypatch.setattr(pdfium.PdfPage, "render", None)
    (page,) = read.read(scanned(BLACK, times=times), "页.pdf").pages
    assert page.note == note


def test_what_shows_something_is_not_looked_into() -> None:
    page = fonts.opened(scanned(b"no picture at all", filters="/JPXDecode"))[0]
    picture = rendered(page).picture
    picture[3, 3] = 0
    assert not hides_a_picture(page, picture)
