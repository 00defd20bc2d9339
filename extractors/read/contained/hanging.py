"""Which files hang on a PDF, as on a message?"""

from __future__ import annotations

from dataclasses import replace

from extractors.read.held import HeldFile, named, numbered
from extractors.read.pdf.attachments import attachments


def files_in(data: bytes, _: str) -> list[HeldFile]:
    """The attachments of the PDF, each under a name of its own."""
    every = attachments(data)
    return list(numbered(replace(named(one.data, one.name, "附件"), too_large=one.too_large) for one in every))
