"""Which files hang on a message?"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.read import media_type as media_types
from extractors.read.held import HeldFile, MessageContent
from extractors.read.message import mail, outlook


def opened(data: bytes, path: str) -> MessageContent:
    """The message in these bytes, whichever program wrote it."""
    outlooks = media_types.media_type(data, path) == media_types.MSG
    return outlook.opened(data) if outlooks else mail.opened(data)


def files_in(data: bytes, path: str) -> Sequence[HeldFile]:
    """The attachments of the message."""
    return opened(data, path).files
