"""Which files does a file hold: attachments of a message or a PDF, objects and chunks in an Office file?

They are read as files of a folder of the holding file's name. What is an archive is the intake's work.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from extractors.read import default_password
from extractors.read import media_type as media_types
from extractors.read.contained import ofd, office, old_office
from extractors.read.held import HeldFile, named, numbered
from extractors.read.message import attachments
from extractors.read.pdf.attachments import attachments as hanging_on
from schemas.errors import UnreadableDocument

__all__ = ["HeldFile", "files_in"]


def _hanging(data: bytes, _: str) -> list[HeldFile]:
    return list(numbered(named(one.data, one.name, "附件") for one in hanging_on(data)))


_BY_TYPE: Mapping[str, Callable[[bytes, str], Sequence[HeldFile]]] = {
    **dict.fromkeys(
        (media_types.DOCX, media_types.DOCM, media_types.XLSX, media_types.XLSM, media_types.FLAT_PACKAGE),
        office.files_in,
    ),
    **dict.fromkeys((media_types.XLS, media_types.ET, media_types.DOC, media_types.WPS), old_office.files_in),
    **dict.fromkeys((media_types.MAIL, media_types.MSG, media_types.WEB_ARCHIVE), attachments.files_in),
    media_types.PDF: _hanging,
    media_types.OFD: ofd.files_in,
}


def files_in(data: bytes, path: str) -> list[HeldFile]:
    """The files that this one holds, in its order, names as they are called there; none where it does not open."""
    kind = media_types.media_type(data, path)
    unlocked = default_password.unlocked(data, kind)
    if unlocked is not None:
        data, kind = unlocked, media_types.media_type(unlocked, path)
    found = _BY_TYPE.get(kind)
    if found is None:
        return []
    try:
        return list(found(data, path))
    except UnreadableDocument:
        # The file itself says what is wrong with it, once it is read.
        return []
