"""Strings of an old workbook that are struck out in part are found, over the seams of its records too."""

import struct

import pytest

from extractors.read.set_off import Look
from extractors.read.sheets.xls_strings import marked_strings

STRUCK = {7: Look.STRUCK}


def entry(text, runs=(), wide=True):
    body = text.encode("utf-16-le") if wide else text.encode("latin-1")
    flags = int(wide) | (8 if runs else 0)
    counted = struct.pack("<H", len(runs)) if runs else b""
    return struct.pack("<HB", len(text), flags) + counted + body + b"".join(struct.pack("<HH", *run) for run in runs)


def record(kind, content):
    return struct.pack("<HH", kind, len(content)) + content


def stream(*entries, cut=None):
    table = struct.pack("<LL", len(entries), len(entries)) + b"".join(entries)
    if cut is None:
        return record(0x809, b"\0\6") + record(0xFC, table) + record(0x0A, b"")
    return record(0xFC, table[:cut]) + record(0x3C, b"\1" + table[cut:]) + record(0x0A, b"")


def test_a_run_of_a_struck_font_is_struck_and_what_stands_before_has_the_cells_font():
    found = marked_strings(stream(entry("姓名"), entry("工程师高级工程师", [(0, 7), (3, 2)])), STRUCK)
    assert found[1].runs == (("工程师", Look.STRUCK), ("高级工程师", Look.PLAIN))
    assert list(found) == [1]


def test_what_stands_before_the_first_run_has_the_font_of_the_cell():
    found = marked_strings(stream(entry("4645", [(2, 7)], wide=False)), STRUCK)
    assert found[0].runs == (("46", None), ("45", Look.STRUCK))


def test_a_string_over_the_seam_of_two_records():
    # Eight bytes of head, three of the string's own and two of its count of runs: the cut falls between two letters.
    found = marked_strings(stream(entry("旧新旧新", [(0, 7), (1, 2)]), cut=8 + 3 + 2 + 4), STRUCK)
    assert "".join(text for text, _ in found[0].runs) == "旧新旧新"


@pytest.mark.parametrize("fonts", [{}, {3: Look.STRUCK}])
def test_without_such_a_font_nothing_is_struck(fonts):
    assert marked_strings(stream(entry("旧新", [(0, 7)])), fonts) == {}


def test_a_run_of_a_raised_font_is_raised():
    found = marked_strings(stream(entry("351", [(2, 5)], wide=False)), {5: Look.RAISED})
    assert found[0].runs == (("35", None), ("1", Look.RAISED))
