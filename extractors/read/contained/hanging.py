"""Which files hang on a PDF, as on a message?"""

from __future__ import annotations

from extractors.read.held import HeldFile, named, numbered
from extractors.read.pdf.attachments import attachments


def files_in(data: bytes, _: str) -> list[HeldFile]:
    """The attachments of the PDF, each under a name of its own."""
    return list(numbered(named(one.data, one.name, "附件") for one in attachments(data)))
