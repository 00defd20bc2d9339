"""Formulas without a stored value are worked out where that gives the same every day, else they are marked not read."""

import pytest

from extractors.read import read
from extractors.read.converted import libreoffice
from schemas.document import Table
from schemas.trust import Doubt
from tests.builders.office_files import cell, data, row, xlsx

with_office = pytest.mark.skipif(libreoffice.program() is None, reason="LibreOffice is not installed here")
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)


def book(formula, value="", behind=""):
    stored = f'<c r="B2"><f>{formula}</f>{value}</c>'
    sheet = data(row(1, cell("A1", "姓名"), cell("B1", "年龄")), row(2, cell("A2", "甲"), stored))
    return xlsx(sheet, behind=behind, parts={"[Content_Types].xml": TYPES})


def age(content):
    document = read(content, "名单.xlsx")
    (table,) = document.pages[0].blocks
    assert isinstance(table, Table)
    return next(each for each in table.cells if each.address == "B2"), document.note


@with_office
@pytest.mark.parametrize(
    ("value", "behind"),
    [("", ""), ("<v></v>", ""), ("<v>0</v>", '<calcPr fullCalcOnLoad="1"/>')],
    ids=["no-value", "an-empty-value", "a-zero-for-want-of-a-result"],
)
def test_a_value_that_was_not_stored_is_worked_out(value, behind):
    found, note = age(book("2026-1980", value, behind))
    assert found.text == "46"
    assert "LibreOffice 计算" in note


def test_a_zero_that_was_calculated_stands():
    assert age(book("1-1", "<v>0</v>"))[0].text == "0"


@pytest.mark.parametrize("formula", ["YEAR(TODAY())-1980", "RAND()", "year(now())"])
def test_what_changes_from_day_to_day_is_not_worked_out(formula):
    found, note = age(book(formula))
    assert found.doubts == {Doubt.NOT_READ}
    assert "B2" in note


def test_without_libreoffice_the_cell_is_marked_not_read(monkeypatch):
    monkeypatch.setenv(libreoffice.VARIABLE, "no-such-program")
    found, _ = age(book("2026-1980"))
    assert (found.text, found.doubts) == ("", {Doubt.NOT_READ})
