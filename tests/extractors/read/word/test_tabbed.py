"""Paragraphs cut by single tabs below heads are a table; lines to fill in are none."""

import pytest

from extractors.read import read
from extractors.read.word.tabbed import COLUMNS, ROWS, with_tabbed_tables
from schemas.document import Paragraph, Table
from schemas.trust import Doubt
from tests.builders.office_files import docx, p

HEADS = "姓名\t年龄\t学历\t职称"
PEOPLE = ["赵甲\t30\t本科\t工程师", "钱乙\t41\t大专", "孙丙\t\t硕士\t会计师"]


def made(*lines):
    return with_tabbed_tables([Paragraph(line, cell=f"段{at}") for at, line in enumerate(lines, 1)])


def test_heads_and_the_rows_below_them():
    title, table, note = made("人员名单", HEADS, *PEOPLE, "制表人：赵甲")
    assert isinstance(title, Paragraph)
    assert isinstance(note, Paragraph)
    assert isinstance(table, Table)
    assert (table.rows, table.columns) == (4, 4)
    assert [(cell.text, cell.address) for cell in table.cells if cell.row == 3] == [
        ("孙丙", "段5"),
        ("", "段5"),
        ("硕士", "段5"),
        ("会计师", "段5"),
    ]
    assert all(Doubt.BY_LAYOUT in cell.doubts for cell in table.cells)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([HEADS, *PEOPLE[: ROWS - 2]], id="too-few-rows"),
        pytest.param(["\t".join("甲乙丙丁"[: COLUMNS - 1])] * ROWS, id="too-few-columns"),
        pytest.param(["联系人：\t\t电话：\t\t手机："] * ROWS, id="lines-to-fill-in"),
        pytest.param(["姓名\t\t年龄\t\t学历\t\t职称", *PEOPLE], id="heads-set-apart-by-several-tabs"),
        pytest.param(["本平台成立于二〇一八年并已完成各项登记\t甲\t乙\t丙", *PEOPLE], id="a-sentence-is-no-head"),
        pytest.param([HEADS, "一、管理人员", *PEOPLE], id="a-line-between"),
    ],
)
def test_what_is_no_table(lines):
    assert all(isinstance(block, Paragraph) for block in made(*lines))


def test_a_document_of_such_lines():
    def line(text):
        return p(inner="<w:r><w:tab/></w:r>".join(f"<w:r><w:t>{part}</w:t></w:r>" for part in text.split("\t")))

    document = read(docx("".join(map(line, [HEADS, *PEOPLE]))), "名单.docx")
    (table,) = document.pages[0].blocks
    assert isinstance(table, Table)
    assert [cell.text for cell in table.cells if cell.row == 1] == ["赵甲", "30", "本科", "工程师"]
