"""Pages under any name are read as a person sees them: lists that systems export, forms that Office saves."""

import base64

import pytest

from extractors.read import read
from schemas.document import Paragraph, Table
from schemas.errors import UnreadableDocument
from tests.builders.office_files import docx, p

LIST = "<table><tr><td>序号</td><td>企业名称</td></tr><tr><td>1</td><td>甲公司</td></tr></table>"


def blocks(page, name="名单.xls", encoding="utf-8"):
    return read(page.encode(encoding), name).pages[0].blocks


@pytest.mark.parametrize(
    ("page", "encoding"),
    [
        pytest.param(LIST, "utf-8", id="a-fragment"),
        pytest.param(f"<html><body>{LIST}</body></html>", "utf-8", id="a-page"),
        pytest.param(f'<html><head><meta charset="gb2312"></head>{LIST}</html>', "gb18030", id="gbk-declared"),
        pytest.param(LIST, "gb18030", id="gbk-undeclared"),
        pytest.param(LIST, "utf-16", id="utf-16"),
        pytest.param('<?xml version="1.0" encoding="utf-8"?><html>' + LIST + "</html>", "utf-8", id="xhtml"),
        pytest.param(f'<meta charset="utf-8">{LIST}', "gb18030", id="declared-wrongly"),
    ],
)  # fmt: skip
def test_a_list_exported_as_a_page(page, encoding):
    (table,) = blocks(page, encoding=encoding)
    assert isinstance(table, Table)
    assert [cell.text for cell in table.cells] == ["序号", "企业名称", "1", "甲公司"]
    assert table.cells[3].address == "表1!R2C2"


def test_lines_and_tables_stand_in_their_order():
    page = f"<h1>申报表</h1><p>单位：甲公司<br>日期：2026年</p>{LIST}<div>以上属实</div>"
    shown = [block.text if isinstance(block, Paragraph) else "表" for block in blocks(page, "表.doc")]
    assert shown == ["申报表", "单位：甲公司", "日期：2026年", "表", "以上属实"]


def test_a_table_that_only_frames_others_is_none():
    page = f"<table><tr><td><p>申报表</p>{LIST}</td></tr></table>"
    shown = [block.text if isinstance(block, Paragraph) else "表" for block in blocks(page)]
    assert shown == ["申报表", "表"]


def test_a_picture_laid_into_the_page_that_does_not_open_gives_no_page():
    picture = base64.b64encode(docx(p("字"))).decode()
    document = read(f'<p>字</p><img src="data:image/png;base64,{picture}">'.encode(), "表.html")
    assert len(document.pages) == 1


def test_a_picture_outside_the_file_may_hold_what_is_missing():
    document = read("<p>名单见图</p><img src='image001.png'>".encode(), "名单.html")
    assert "不在文件中" in document.note
    assert document.unread


def test_what_is_no_text_is_refused():
    with pytest.raises(UnreadableDocument):
        read(b"\0\1\2\3<html>", "表.html")


def test_the_caption_of_a_table_stands_above_it():
    made = blocks("<table><caption>人员名单</caption><tr><th>姓名<th>年龄<tr><td>甲<td>12</table>")
    assert [type(block) for block in made] == [Paragraph, Table]
    assert made[0].text == "人员名单"


def test_a_page_in_a_frame_may_hold_what_is_missing():
    document = read(b'<html><frameset><frame src="sheet001.htm"></frameset></html>', "a.htm")
    assert document.unread
    assert "1 个不在文件中" in document.note
    assert not read(b'<html><body><iframe src="about:blank"></iframe><p>a</p></body></html>', "a.htm").unread


def test_a_reading_set_above_a_name_is_none_of_the_name():
    (line,) = blocks("<p><ruby>顾<rp>(</rp><rt>gu</rt><rp>)</rp></ruby>清岚</p>")
    assert line.text == "顾清岚"


@pytest.mark.parametrize(("deep", "reads"), [(200, True), (300, False), (50_000, False)])
def test_what_nests_deeper_than_the_parser_goes_is_not_half_read(deep, reads):
    page = f"<p>前文</p>{'<div>' * deep}核心内容{'</div>' * deep}<p>后文</p>"
    if reads:
        assert [block.text for block in blocks(page, "表.html")] == ["前文", "核心内容", "后文"]
        return
    with pytest.raises(UnreadableDocument, match="层数过多"):
        blocks(page, "表.html")


def test_text_laid_out_beforehand_with_tabs_is_a_table():
    page = "<body><h3>人员名单</h3><pre>姓名\t年龄\t学历\n甲\t30\t本科\n乙\t31\t大专</pre></body>"
    title, table = blocks(page)
    assert isinstance(title, Paragraph)
    assert isinstance(table, Table)
    assert [cell.text for cell in table.cells if cell.row == 1] == ["甲", "30", "本科"]


def test_text_laid_out_beforehand_that_no_sign_parts_is_lines():
    (block,) = blocks("<body><pre>情况说明\n服务三家</pre></body>")
    assert isinstance(block, Paragraph)


def test_heads_and_lists_end_the_line_before_them():
    found = blocks("<body><h3>人员名单</h3><ul><li>甲</li><li>乙</li></ul></body>")
    assert [block.text for block in found] == ["人员名单", "甲", "乙"]
