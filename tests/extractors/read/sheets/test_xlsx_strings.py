"""Runs of a cell's text that are struck out are not read; an underlined option is ticked."""

import pytest

from extractors.read import read
from schemas.document import Table
from tests.builders.office_files import cell, data, row, xlsx

FONTS = '<fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts>'
STYLES = FONTS + "".join(
    ["<cellXfs>", *(f'<xf numFmtId="0" fontId="{n}" borderId="0"/>' for n in range(3)), "</cellXfs>"]
)


def rich(address, *runs, style=0):
    inner = "".join(f"<r>{'' if look is None else f'<rPr>{look}</rPr>'}<t>{text}</t></r>" for text, look in runs)
    return f'<c r="{address}" s="{style}" t="inlineStr"><is>{inner}</is></c>'


def shown(first, strings=""):
    sheet = data(row(1, first, cell("B1", "旁")), row(2, cell("A2", "下"), cell("B2", "下")))
    document = read(xlsx(sheet, styles=STYLES, strings=strings), "名单.xlsx")
    (table,) = document.pages[0].blocks
    assert isinstance(table, Table)
    return next((each.text for each in table.cells if each.address == "A1"), ""), document.note


@pytest.mark.parametrize(
    ("first", "text"),
    [
        pytest.param(rich("A1", ("工程师", "<strike/>"), ("高级工程师", "")), "高级工程师", id="a-run-struck"),
        pytest.param(rich("A1", ("工程师", '<strike val="0"/>')), "工程师", id="switched-off"),
        pytest.param(
            rich("A1", ("35", ""), ("1", '<vertAlign val="superscript"/>')), "35", id="a-note-behind-a-number"
        ),
        pytest.param(rich("A1", ("m", ""), ("2", '<vertAlign val="superscript"/>')), "m2", id="square-metres"),
        pytest.param(cell("A1", "工程师", 1), "", id="the-cell-struck"),
        pytest.param(cell("A1", "工程师", 2), "工程师", id="a-font-that-says-it-does-not"),
        pytest.param('<c r="A1" s="1"><v>46</v></c>', "", id="a-number-struck"),
        pytest.param(rich("A1", ("旧", None), ("新", ""), style=1), "新", id="a-run-of-its-own-in-a-struck-cell"),
        pytest.param(rich("A1", ("租用", '<u val="single"/>'), ("□自有□", "")), "租用☑自有□", id="underlined"),
        pytest.param(rich("A1", ("租用", '<u val="none"/>'), ("□自有□", "")), "租用□自有□", id="not-underlined"),
    ],
)
def test_what_is_left_of_a_cell(first, text):
    assert shown(first)[0] == text


def test_a_shared_string_is_struck_where_its_cell_is():
    text, note = shown('<c r="A1" t="s" s="1"><v>0</v></c>', "<si><t>工程师</t></si>")
    assert text == ""
    assert "划去的内容 1 处未计入" in note
