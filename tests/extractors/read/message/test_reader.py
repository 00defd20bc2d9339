"""A mail is read as its head and body; a page saved as one file as its pages."""

from email.message import EmailMessage

import pytest

from extractors.read import media_type as media_types
from extractors.read import read
from schemas.document import Paragraph, Table
from schemas.errors import UnreadableDocument

WEB = (
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
    b"Content-Location: file:///C:/a.htm\r\nContent-Transfer-Encoding: 8bit\r\n"
    b"Content-Type: text/html; charset=gb2312\r\n\r\n"
    + "<html><table><tr><td>姓名</td><td>年龄</td></tr></table></html>".encode("gb18030")
    + b"\r\n--x--\r\n"
)


def test_a_mail_shows_its_head_its_body_and_its_attachments():
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.com", "b@example.com", "申报材料"
    message.set_content("请查收附件")
    message.add_attachment(b"PK", maintype="application", subtype="zip", filename="表.zip")
    document = read(message.as_bytes(), "邮件.eml")
    texts = [block.text for block in document.pages[0].blocks if isinstance(block, Paragraph)]
    assert texts == ["主题：申报材料", "发件人：a@example.com", "收件人：b@example.com", "附件：表.zip", "请查收附件"]
    assert "作为单独的文件读取" in document.note


def test_a_page_saved_as_one_file():
    assert media_types.media_type(WEB, "名单.xls") == media_types.WEB_ARCHIVE
    (table,) = read(WEB, "名单.xls").pages[0].blocks
    assert isinstance(table, Table)
    assert [cell.text for cell in table.cells] == ["姓名", "年龄"]


def test_a_message_with_nothing_in_it_is_damaged():
    with pytest.raises(UnreadableDocument, match="损坏"):
        read(b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n", "页.mht")
