"""White is what paper is: as digits, as parts, by name; a grey is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.read.paper_white import PAPER, is_white, parts


@pytest.mark.parametrize(
    ("written", "white"),
    [
        ("FFFFFF", True),
        ("#fff", True),
        ("White", True),
        ("transparent", True),
        ("rgb(255, 255, 255)", True),
        ("rgba(0, 0, 0, 0)", True),
        ("rgba(0,0,0,0.5)", False),
        ("#eee", False),
        ("#C0C0C0", False),
        ("000000", False),
        ("auto", False),
        ("", False),
    ],
)
def test_what_is_as_white_as_paper(written, white):
    assert is_white(written) is white


@given(st.integers(0, 255), st.integers(0, 255), st.integers(0, 255))
def test_a_colour_reads_the_same_in_every_spelling(red, green, blue):
    assert parts(f"#{red:02x}{green:02X}{blue:02x}") == parts(f"rgb({red},{green},{blue})") == (red, green, blue)
    assert is_white(f"{red:02x}{green:02x}{blue:02x}") is (min(red, green, blue) >= PAPER)
