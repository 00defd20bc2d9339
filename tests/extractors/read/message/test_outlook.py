"""A message of Outlook is opened with its attachments."""

from extractors.read import media_type as media_types
from extractors.read.message.outlook import opened
from tests.builders.old_files import compound, stored

HEAD = {
    "__properties_version1.0": b"\0" * 32,
    "__substg1.0_0037001F": "申报材料".encode("utf-16-le"),
    "__substg1.0_1000001F": "请查收附件".encode("utf-16-le"),
}
ATTACHMENT = {
    "__substg1.0_3707001F": "名单.docx".encode("utf-16-le"),
    "__substg1.0_37010102": b"PK content",
}


def test_attachments_and_body():
    data = stored("__attach_version1.0_#00000000", ATTACHMENT, HEAD)
    content = opened(data)
    (held,) = content.files
    assert held.name == "名单.docx"
    assert held.data.startswith(b"PK content")
    assert content.head == ("主题：申报材料",)
    assert content.bodies == (("plain", "请查收附件"),)


def test_it_is_told_by_its_streams():
    assert media_types.media_type(compound(HEAD), "邮件.msg") == media_types.MSG


def test_a_cut_off_message_is_empty():
    assert opened(compound(HEAD)[:700]).files == ()
