"""The size at which a picture stands on the page tells whether it can hold writing."""

import pytest
from lxml import etree

from extractors.read.word.picture_sizes import drawn_size, stands_in_line, styled_size

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


@pytest.mark.parametrize(
    ("style", "size"),
    [
        pytest.param("width:200pt;height:100pt", (200, 100), id="points"),
        pytest.param("position:absolute; WIDTH: 2in; HEIGHT: 1in", (144, 72), id="inches"),
        pytest.param("width:100px;height:100", (75, 75), id="pixels-and-no-unit"),
        pytest.param("margin-width:5pt", (0, 0), id="another-word-that-ends-so"),
        pytest.param("", (0, 0), id="nothing-said"),
    ],
)
def test_the_style_of_a_shape(style, size):
    assert styled_size(etree.Element("shape", style=style)) == size


def test_no_shape_has_no_size():
    assert styled_size(None) == (0, 0)


@pytest.mark.parametrize(
    ("extent", "size"),
    [
        pytest.param('<x:extent cx="2540000" cy="1270000"/>', (200, 100), id="said"),
        pytest.param('<x:extent cx="-1" cy="1270000"/>', (0, 0), id="nonsense"),
        pytest.param("", (0, 0), id="nothing-said"),
    ],
)
def test_the_frame_of_a_drawing(extent, size):
    frame = etree.fromstring(f'<x:inline xmlns:x="{WP}">{extent}<blip/></x:inline>')
    assert drawn_size(frame.find("blip")) == size


@pytest.mark.parametrize(("frame", "stands"), [("inline", True), ("anchor", False)])
def test_a_picture_among_words_and_one_over_them(frame, stands):
    held = etree.fromstring(f'<x:{frame} xmlns:x="{WP}"><blip/></x:{frame}>')
    assert stands_in_line(held.find("blip")) is stands


def test_a_picture_without_a_frame_stands_nowhere():
    assert not stands_in_line(etree.Element("blip"))
