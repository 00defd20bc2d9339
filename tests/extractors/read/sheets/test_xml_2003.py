"""A workbook that a system wrote as XML is read as the sheets it stands for."""

from decimal import Decimal

import pytest

from extractors.read import read
from schemas.document import Table
from schemas.errors import UnreadableDocument
from schemas.trust import Doubt

STYLES = (
    '<Styles><Style ss:ID="Default"/><Style ss:ID="删"><Font ss:StrikeThrough="1"/></Style>'
    '<Style ss:ID="白"><Font ss:Color="#FFFFFF"/></Style>'
    '<Style ss:ID="蓝底" ss:Parent="白"><Interior ss:Color="#003366" ss:Pattern="Solid"/></Style>'
    '<Style ss:ID="白底" ss:Parent="白"><Interior ss:Color="#FFFFFF" ss:Pattern="Solid"/></Style>'
    '<Style ss:ID="万"><NumberFormat ss:Format="0!.0,"/></Style></Styles>'
)


def book(rows, more=""):
    return (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
        ' xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:html="http://www.w3.org/TR/REC-html40">'
        f'{STYLES}<Worksheet ss:Name="名单"><Table>{more}{rows}</Table></Worksheet></Workbook>'
    ).encode()


def text(*texts):
    cells = "".join(f'<Cell><Data ss:Type="String">{one}</Data></Cell>' for one in texts)
    return f"<Row>{cells}</Row>"


def table(rows, more=""):
    document = read(book(rows, more), "名单.xls")
    (found,) = document.pages[0].blocks
    assert isinstance(found, Table)
    return found, document


def test_rows_and_their_places():
    found, document = table(
        text("姓名", "年龄")
        + '<Row><Cell><Data ss:Type="String">甲</Data></Cell><Cell><Data ss:Type="Number">46</Data></Cell></Row>'
    )
    assert [cell.text for cell in found.cells] == ["姓名", "年龄", "甲", "46"]
    assert (found.cells[3].address, found.cells[3].native) == ("B2", Decimal(46))
    assert document.pages[0].sheet == "名单"


def test_places_that_are_skipped_and_merged():
    rows = text("一", "二", "三") + (
        '<Row><Cell ss:Index="3"><Data ss:Type="String">丙</Data></Cell></Row>'
        '<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">合</Data></Cell>'
        '<Cell><Data ss:Type="String">后</Data></Cell></Row>'
    )
    found, _ = table(rows)
    placed = {cell.text: (cell.address, cell.colspan) for cell in found.cells if cell.text}
    assert placed["丙"] == ("C2", 1)
    assert placed["合"] == ("A3", 2)
    assert placed["后"] == ("C3", 1)


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ('<Cell ss:StyleID="万"><Data ss:Type="Number">186000</Data></Cell>', "18.6"),
        ('<Cell ss:StyleID="删"><Data ss:Type="Number">46</Data></Cell>', ""),
        ('<Cell><Data ss:Type="String"><html:S>45</html:S>46</Data></Cell>', "46"),
        ('<Cell><Data ss:Type="String">35<html:Sup>1</html:Sup></Data></Cell>', "35"),
        ('<Cell><Data ss:Type="Boolean">1</Data></Cell>', "TRUE"),
        ('<Cell><Data ss:Type="DateTime">2020-03-05T00:00:00.000</Data></Cell>', "2020-03-05"),
    ],
)
def test_what_a_cell_shows(cell, shown):
    found, _ = table(text("甲", "乙") + f'<Row><Cell><Data ss:Type="String">丙</Data></Cell>{cell}</Row>')
    assert next((each.text for each in found.cells if each.address == "B2"), "") == shown


def test_hidden_rows_are_left_out_and_counted():
    found, document = table(
        text("甲", "乙") + text("丙", "丁").replace("<Row>", '<Row ss:Hidden="1">') + text("戊", "己")
    )
    assert [cell.text for cell in found.cells] == ["甲", "乙", "戊", "己"]
    assert found.rows_left_out == 1
    assert "隐藏行 1 行未计入" in document.note


@pytest.mark.parametrize("cut", [300, -20])
def test_a_cut_off_file_is_said_to_be_damaged(cut):
    with pytest.raises(UnreadableDocument):
        read(book(text("甲", "乙"))[:cut], "名单.xls")


def styled(style, *texts):
    cells = "".join(f'<Cell ss:StyleID="{style}"><Data ss:Type="String">{one}</Data></Cell>' for one in texts)
    return f"<Row>{cells}</Row>"


@pytest.mark.parametrize(("style", "seen"), [("白", False), ("白底", False), ("蓝底", True), ("Default", True)])
def test_white_type_is_seen_on_a_ground_alone(style, seen):
    found, document = table(text("姓名", "年龄") + text("甲", "46") + styled(style, "乙", "39"))
    assert ("乙" in [cell.text for cell in found.cells]) is seen
    assert found.rows_left_out == (0 if seen else 1)
    assert ("A3" in document.note) is not seen


def test_a_name_struck_out_alone_leaves_its_row_for_a_person():
    row = (
        '<Row><Cell ss:StyleID="删"><Data ss:Type="String">乙</Data></Cell>'
        '<Cell><Data ss:Type="String">39</Data></Cell></Row>'
    )
    found, _ = table(text("姓名", "年龄") + text("甲", "46") + row)
    assert {cell.address for cell in found.cells if Doubt.MARKED_AS_GONE in cell.doubts} == {"A3"}
