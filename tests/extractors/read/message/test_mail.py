"""A mail is opened with its attachments, whatever encoding its names are in."""

from email.message import EmailMessage

import pytest

from extractors.read.held import MOST
from extractors.read.message.mail import _LONGEST_HEAD, opened
from tests.builders.office_files import docx, p

FORM = docx(p("申报表"))


def mail():
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.com", "b@example.com", "申报材料"
    message.set_content("请查收附件")
    return message


def test_attachments_keep_their_names_and_bytes():
    message = mail()
    message.add_attachment(FORM, maintype="application", subtype="octet-stream", filename="01 申报表.docx")
    content = opened(message.as_bytes())
    assert [(held.name, held.data) for held in content.files] == [("01 申报表.docx", FORM)]
    assert content.head == ("主题：申报材料", "发件人：a@example.com", "收件人：b@example.com")
    assert content.bodies[0][0] == "plain"


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(b'filename="=?GB2312?B?yeqxqLHtLmRvY3g=?="', id="encoded-word-in-gb2312"),
        pytest.param('filename="申报表.docx"'.encode("gb18030"), id="raw-gbk"),
        pytest.param('filename="申报表.docx"'.encode(), id="raw-utf-8"),
        pytest.param(b"filename*=utf-8''%E7%94%B3%E6%8A%A5%E8%A1%A8.docx", id="rfc-2231"),
    ],
)
def test_a_name_in_any_encoding(name):
    head = b"From: a@example.com\r\nTo: b@example.com\r\nContent-Type: multipart/mixed; boundary=x\r\n"
    part = b"\r\n--x\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; " + name
    content = opened(head + part + b"\r\n\r\nPK\r\n--x--\r\n")
    assert [held.name for held in content.files] == ["申报表.docx"]


def test_a_mail_in_a_mail_is_an_attachment():
    message = mail()
    message.add_attachment(mail())
    assert [held.name for held in opened(message.as_bytes()).files] == ["转发的邮件.eml"]


def test_of_two_forms_of_one_body_the_richer_is_read():
    message = mail()
    message.add_alternative("<p>请查收附件</p>", subtype="html")
    assert [kind for kind, _ in opened(message.as_bytes()).bodies] == ["html"]


def test_a_picture_that_the_body_shows_is_no_attachment():
    message = mail()
    message.add_alternative("<img src='cid:one'>", subtype="html")
    message.get_payload()[1].add_related(b"\x89PNG", "image", "png", cid="<one>")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="执照.png")
    content = opened(message.as_bytes())
    assert content.shown["cid:one"] == b"\x89PNG"
    assert [held.name for held in content.files] == ["执照.png"]


@pytest.mark.parametrize("content", [b"", b"Subject: x", b"MIME-Version: 1.0\nContent-Type: multipart/mixed\n\n--"])
def test_what_is_cut_off_opens_without_files(content):
    assert opened(content).files == ()


@pytest.mark.parametrize(
    "encoding",
    [
        pytest.param(b"utf\x00-8", id="a-null-in-its-name"),
        pytest.param(b"\xb8\xe6-8", id="bytes-beyond-ascii-in-its-name"),
        pytest.param(b"x-none", id="nobody-knows-it"),
    ],
)
def test_a_head_in_an_encoding_that_is_none_is_read_all_the_same(encoding):
    content = opened(b"Subject: =?" + encoding + b"?b?" + b"yeqxqLLEwc8=" + b"?=\n\nx")
    assert content.head == ("主题：申报材料",)


def test_a_head_is_as_long_as_its_bound_at_most():
    head = "=?utf-8?b?5LiA?= " * 60_000
    (subject,) = opened(f"Subject: {head}\r\n\r\n甲".encode()).head
    assert subject.startswith("主题：一一一")
    assert len(subject) <= _LONGEST_HEAD


@pytest.mark.parametrize(("attached", "lost"), [(MOST, 0), (MOST + 1, 1), (MOST + 500, 500)])
def test_attachments_beyond_the_bound_are_counted(attached, lost):
    part = '--x\r\nContent-Disposition: attachment; filename="a.txt"\r\n\r\nabc\r\n'
    data = f"From: a@b.c\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n{part * attached}--x--".encode()
    content = opened(data)
    assert (len(content.files), content.lost) == (MOST, lost)
