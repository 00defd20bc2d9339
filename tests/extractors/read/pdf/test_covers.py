"""What was painted over text may cover it: not what was painted before, nor what shines through."""

from __future__ import annotations

import pytest

from extractors.read.pdf.covers import maybe_covered
from tests.builders.pdf_objects import text, written
from tests.extractors.read.pdf.test_page_content import content

WORD = text(20, 250, "old", 10)
AREA = "1 g 10 240 60 30 re f "
IMAGE = (
    "<</Type/XObject/Subtype/Image/Width 2/Height 1/ColorSpace/DeviceGray"
    "/BitsPerComponent 8/Length 2%s>>\nstream\n%s\nendstream"
)
PICTURE = "q 60 0 0 30 10 240 cm /I Do Q "
HELD = "/XObject<</I 8 0 R>>"
CLEAR = IMAGE % ("", "\x00\xff")


@pytest.mark.parametrize(
    ("drawn", "more", "found"),
    [
        pytest.param(WORD + AREA, [], {0: False, 1: False, 2: False}, id="an-area-after"),
        pytest.param(AREA + WORD, [], {}, id="an-area-before"),
        pytest.param(
            WORD + "1 G 16 w 15 254 m 60 254 l S ", [], {0: False, 1: False, 2: False}, id="a-thick-white-line"
        ),
        pytest.param(WORD + "1 G 1 w 15 254 m 60 254 l S ", [], {}, id="a-thin-one"),
        pytest.param(
            WORD + "0 G 16 w 15 254 m 60 254 l S ", [], {0: False, 1: False, 2: False}, id="a-thick-black-one"
        ),
        pytest.param(WORD + "1 g 100 240 60 30 re f ", [], {}, id="an-area-elsewhere"),
        pytest.param(WORD + PICTURE, [IMAGE % ("", "\x10\xf0")], {0: True, 1: True, 2: True}, id="a-picture"),
        pytest.param(WORD + PICTURE, [IMAGE % ("", "\xf0\xf0")], {0: False, 1: False, 2: False}, id="a-plain-picture"),
        pytest.param(WORD + PICTURE, [IMAGE % ("/SMask 9 0 R", "\x10\xf0"), CLEAR], {}, id="a-seal"),
    ],
)
def test_what_may_be_covered_and_by_what(drawn, more, found):
    page = content(written(drawn, *more, resources=HELD if more else ""))
    assert maybe_covered(page, page.own) == found
