"""A note of an old workbook is the text of the drawn object that it names."""

from __future__ import annotations

import struct

import pytest

from extractors.read import read
from extractors.read.sheets.xls_drawn import XlsDrawn
from schemas.trust import Doubt
from tests.builders.old_files import noted, xls

OBJECT, TEXT, CONTINUED, NOTE = 0x5D, 0x1B6, 0x3C, 0x1C


def taken(*records):
    found = XlsDrawn()
    for kind, content in records:
        found.take(content, kind, 0, len(content))
    return dict(found.by_place())


def drawn(number):
    return OBJECT, struct.pack("<HHHH", 0x15, 18, 0x19, number)


def letters(count):
    return TEXT, struct.pack("<5HH", 0, 0, 0, 0, 0, count)


def note(row, column, number):
    return NOTE, struct.pack("<4H", row, column, 0, number)


WIDE = b"\1" + "应为61".encode("utf-16-le")


@pytest.mark.parametrize(
    ("records", "told"),
    [
        ([drawn(1), letters(4), (CONTINUED, WIDE), note(1, 1, 1)], {(2, 2): "应为61"}),
        ([drawn(1), letters(2), (CONTINUED, b"\x0061"), note(0, 0, 1)], {(1, 1): "61"}),
        (
            [drawn(1), letters(4), (CONTINUED, WIDE[:5]), (CONTINUED, b"\1" + WIDE[5:]), note(0, 0, 1)],
            {(1, 1): "应为61"},
        ),
        ([drawn(1), letters(4), (CONTINUED, WIDE), (CONTINUED, bytes(16)), note(0, 0, 1)], {(1, 1): "应为61"}),
        ([drawn(1), letters(4), (CONTINUED, WIDE), note(0, 0, 2)], {}),
        ([drawn(1), letters(0), (CONTINUED, bytes(16)), note(0, 0, 1)], {}),
    ],
    ids=["wide", "narrow", "in-two-parts", "its-looks-follow", "of-another-object", "empty"],
)
def test_the_records_of_a_note(records, told):
    assert taken(*records) == told


def test_a_note_in_a_workbook():
    cells = {(0, 0): "姓名", (0, 1): "年龄", (1, 0): "甲", (1, 1): 46}
    document = read(xls(cells, more=noted(1, 1, "审核:\n应为61")), "名单.xls")
    assert [(one.cell, one.text) for one in document.comments] == [("B2", "应为61")]
    (table,) = document.pages[0].blocks
    assert [one.address for one in table.cells if Doubt.COMMENTED in one.doubts] == ["B2"]
