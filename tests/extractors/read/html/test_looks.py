"""What a page's style hides or strikes out is not read: by the element, its class, its tag."""

import pytest

from extractors.read import read
from schemas.document import Paragraph

STYLES = (
    "<style>.x {text-decoration: line-through} td.h, .n {display:none} .v {visibility: hidden} .w {color:#fff}</style>"
)


def texts(body):
    page = f"<html><head>{STYLES}</head><body>{body}</body></html>"
    return [block.text for block in read(page.encode(), "表.html").pages[0].blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        ("<s>11</s>12", "12"),
        ("12<sup>1</sup>", "12"),
        ("12<span style='vertical-align: super'>[1]</span>", "12"),
        ("m<sup>2</sup>", "m2"),
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
        ("<span style='color:#FFFFFF'>11</span>12", "12"),
        ("<span style='color: white; font-weight:bold'>11</span>12", "12"),
        ("<font color=#ffffff>11</font>12", "12"),
        ("<span class=w>11</span>12", "12"),
        ("<span style='color:rgb(255,255,255)'>11</span>12", "12"),
        ("<span style='font-size:0'>11</span>12", "12"),
        ("<span style='font-size:1px'>11</span>12", "12"),
        ("<span style='opacity:0'>11</span>12", "12"),
        ("<span style='color:white;background:#336699'>11</span>12", "1112"),
        ("<span style='background-color:navy'><b style='color:white'>11</b></span>12", "1112"),
        ("<span class=w><b style='color:black'>11</b></span>12", "1112"),
        ("<span style='color:#eeeeee'>11</span>12", "1112"),
        ("<span style='background-color:white;color:white'>11</span>12", "12"),
        ("<span style='font-size:10.5pt'>11</span>12", "1112"),
        ("<span style='font-size:1em'>11</span>12", "1112"),
        ("<span style='border-color:white'>11</span>12", "1112"),
        ("<span style='display:none; display:inline'>11</span>12", "1112"),
        ("<span style='display:inline; display: none !important'>11</span>12", "12"),
    ],
)
def test_what_is_hidden_or_struck(inner, shown):
    assert texts(f"<p>{inner}</p>") == [shown]


def test_a_note_tells_what_was_left_out():
    document = read(b"<p><s>11</s>12</p><p style='display:none'>13</p>", "a.html")
    assert "划去" in document.note
    assert "隐藏" in document.note


@pytest.mark.parametrize(
    "head",
    [
        "<link rel=stylesheet href=site.css>",
        "<style>table.list th {background:#336699}</style>",
    ],
    ids=["a-style-sheet-that-is-not-there", "a-ground-by-a-rule-that-is-not-understood"],
)
def test_white_type_is_seen_where_a_ground_may_lie_under_it(head):
    page = f"<html><head>{head}</head><body><p><span style='color:white'>11</span>12</p></body></html>"
    assert [block.text for block in read(page.encode(), "a.html").pages[0].blocks] == ["1112"]


ROWS = "<tr><th>姓名<th>年龄<tr><td>甲<td>46{}"


@pytest.mark.parametrize(
    ("row", "left_out"),
    [
        ("<tr style='color:white'><td>乙<td>39", 1),
        ("<tr><td style='color:white'>乙<td style='color:white'>39", 1),
        ("<tr><td><span style='color:white'>乙</span><td><span style='color:white'>39</span>", 1),
        ("<tr><td style='color:white'>乙<td>39", 0),
        ("<tr bgcolor=#003366 style='color:white'><td>乙<td>39", 0),
        ("<tr><td><td>", 0),
    ],
)
def test_rows_in_white_are_rows_left_out_and_keep_their_columns(row, left_out):
    (table,) = read(f"<table>{ROWS.format(row)}</table>".encode(), "名单.xls").pages[0].blocks
    assert table.rows_left_out == left_out
    assert table.columns == 2


@pytest.mark.parametrize(
    ("medium", "shown"),
    [
        ("@media print { .a { color: red } .n { display: none } }", "1112"),
        ("@media screen, print { .n { display: none } }", "12"),
        ("@media print { .a { color: red } } .n { display: none }", "12"),
        ("@media print { .a { color: red }", "1112"),
    ],
)
def test_what_is_hidden_on_paper_alone_is_seen(medium, shown):
    (page,) = read(f"<style>{medium}</style><p><span class=n>11</span>12</p>".encode(), "a.html").pages
    assert [block.text for block in page.blocks] == [shown]


def test_a_page_all_of_which_is_hidden_may_hold_what_is_missing():
    assert read(b"<html><body><div style='display:none'><p>13</p></div></body></html>", "a.html").unread
    assert not read(b"<html><body><p>12</p><p style='display:none'>13</p></body></html>", "a.html").unread
