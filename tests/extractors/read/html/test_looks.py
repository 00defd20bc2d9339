"""What a page's style hides or strikes out is not read: by the element, its class, its tag."""

import pytest

from extractors.read import read
from schemas.document import Paragraph

STYLES = "<style>.x {text-decoration: line-through} td.h, .n {display:none} .v {visibility: hidden}</style>"


def texts(body):
    page = f"<html><head>{STYLES}</head><body>{body}</body></html>"
    return [block.text for block in read(page.encode(), "表.html").pages[0].blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        ("<s>11</s>12", "12"),
        ("<del>11</del>12", "12"),
        ("<span class=x>11</span>12", "12"),
        ("<span style='text-decoration:underline line-through'>11</span>12", "12"),
        ("<span class='a X'>11</span>12", "12"),
        ("<span style='DISPLAY: none'>11</span>12", "12"),
        ("<span style='mso-hide:all'>11</span>12", "12"),
        ("<span class=n>11</span>12", "12"),
        ("<span class=v>11</span>12", "12"),
        ("<span hidden>11</span>12", "12"),
        ("<span class=h>11</span>12", "1112"),
        ("<b>11</b>12", "1112"),
    ],
)
def test_what_is_hidden_or_struck(inner, shown):
    assert texts(f"<p>{inner}</p>") == [shown]


def test_a_note_tells_what_was_left_out():
    document = read(b"<p><s>11</s>12</p><p style='display:none'>13</p>", "a.html")
    assert "划去" in document.note
    assert "隐藏" in document.note
