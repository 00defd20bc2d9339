"""Sheets saved as SYLK or DIF are read as the sheets they are."""

from __future__ import annotations

from extractors.read import plain_text
from extractors.read.interchange import rows
from schemas.document import Table

SYLK = 'ID;PWXL;N;E\r\nC;Y1;X1;K"序号"\r\nC;X2;K"名称"\r\nC;Y2;X1;K1\r\nC;X2;K"甲;;乙公司"\r\nE\r\n'
DIF = (
    'TABLE\n0,1\n"EXCEL"\nVECTORS\n0,2\n""\nDATA\n0,0\n""\n-1,0\nBOT\n1,0\n"序号"\n1,0\n"名称"\n'
    '-1,0\nBOT\n0,1\nV\n1,0\n"甲公司"\n-1,0\nEOD\n'
)


def test_records_of_sylk_are_rows() -> None:
    assert list(rows(SYLK) or ()) == [["序号", "名称"], ["1", "甲;乙公司"]]


def test_records_of_dif_are_rows() -> None:
    assert list(rows(DIF) or ()) == [["序号", "名称"], ["1", "甲公司"]]


def test_other_text_is_neither() -> None:
    assert rows("ID;名称\n1;甲公司\n") is None
    assert rows("TABLE\n甲,乙\n") is None


def test_a_sheet_under_a_workbooks_name_is_one_table() -> None:
    for name in ("名单.slk", "名单.xls"):
        read = plain_text.read(SYLK.encode("gb18030"), name, "0")
        (table,) = read.pages[0].blocks
        assert isinstance(table, Table)
        assert (table.rows, table.columns) == (2, 2)
