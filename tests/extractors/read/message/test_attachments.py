"""The attachments of a message are had whichever program wrote it."""

from email.message import EmailMessage

from extractors.read.message.attachments import files_in
from tests.builders.old_files import stored


def test_of_a_mail_and_of_a_message_of_outlook():
    message = EmailMessage()
    message["From"], message["To"], message["Date"] = "a@example.com", "b@example.com", "Mon, 2 Mar 2026 08:00:00 +0800"
    message.add_attachment(b"one", maintype="application", subtype="pdf", filename="甲.pdf")
    streams = {"__substg1.0_3707001F": "乙.pdf".encode("utf-16-le"), "__substg1.0_37010102": b"two"}
    outlook = stored("__attach_version1.0_#00000000", streams, {"__properties_version1.0": b"\0"})
    assert [held.name for held in files_in(message.as_bytes(), "邮件.eml")] == ["甲.pdf"]
    assert [held.name for held in files_in(outlook, "邮件.msg")] == ["乙.pdf"]
