"""A style of tables strikes or hides the text of a whole table, or of the rows and columns that the table sets off."""

import pytest

from extractors.read import read
from schemas.document import Table
from tests.builders.office_files import docx, p, tc, tr


def part(region, properties):
    return f'<w:tblStylePr w:type="{region}"><w:rPr>{properties}</w:rPr></w:tblStylePr>'


def style(key, inner, kind="table"):
    return f'<w:style w:type="{kind}" w:styleId="{key}">{inner}</w:style>'


STYLES = (
    style("末划", part("lastRow", "<w:strike/>"))
    + style("列隐", part("lastCol", "<w:vanish/>"))
    + style("全划", "<w:rPr><w:strike/></w:rPr>" + part("firstRow", '<w:strike w:val="0"/>'))
    + style("字", "<w:rPr><w:strike/></w:rPr>", kind="character")
)


def texts(named, look):
    rows = tr(tc("姓名"), tc("年龄")) + tr(tc("赵"), tc("30")) + tr(tc("钱"), tc("40"))
    body = f'<w:tbl><w:tblPr><w:tblStyle w:val="{named}"/>{look}</w:tblPr>{rows}</w:tbl>' + p("后")
    document = read(docx(body, styles=STYLES), "表.docx")
    (table,) = (block for block in document.pages[0].blocks if isinstance(block, Table))
    return [cell.text for cell in table.cells], document.pages[0].blocks[-1].text, document.note


@pytest.mark.parametrize(
    ("named", "look", "seen"),
    [
        pytest.param("末划", '<w:tblLook w:lastRow="1"/>', ["姓名", "年龄", "赵", "30", "", ""], id="last-row-struck"),
        pytest.param("末划", '<w:tblLook w:val="0040"/>', ["姓名", "年龄", "赵", "30", "", ""], id="asked-by-bits"),
        pytest.param(
            "末划",
            '<w:tblLook w:lastRow="0" w:val="0040"/>',
            ["姓名", "年龄", "赵", "30", "钱", "40"],
            id="not-set-off",
        ),
        pytest.param("末划", "", ["姓名", "年龄", "赵", "30", "钱", "40"], id="nothing-said"),
        pytest.param(
            "列隐", '<w:tblLook w:lastColumn="1"/>', ["姓名", "", "赵", "", "钱", ""], id="last-column-hidden"
        ),
        pytest.param("全划", "", [""] * 6, id="whole-table-struck"),
        pytest.param("全划", '<w:tblLook w:firstRow="1"/>', ["姓名", "年龄", "", "", "", ""], id="but-its-head"),
        pytest.param(
            "无", '<w:tblLook w:lastRow="1"/>', ["姓名", "年龄", "赵", "30", "钱", "40"], id="an-unknown-style"
        ),
    ],
)
def test_what_is_seen(named, look, seen):
    found, behind, note = texts(named, look)
    assert found == seen
    assert behind == "后"
    assert bool(note) is (seen.count("") > 0)
