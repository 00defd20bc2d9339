"""Which files does a file hold: attachments of a message or a PDF, objects and chunks in an Office file?

They are read as files of a folder of the holding file's name. What is an archive is the intake's work.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import PurePosixPath

from extractors.read import default_password
from extractors.read import media_type as media_types
from extractors.read.held import MOST, HeldFile
from schemas.errors import UnreadableDocument

__all__ = ["MOST", "HeldFile", "files_in"]


# Named, not imported, as readers are: what takes messages apart is heavy, and most dossiers hold none.
_BY_TYPE: Mapping[str, str] = {
    **dict.fromkeys(
        (media_types.DOCX, media_types.DOCM, media_types.XLSX, media_types.XLSM, media_types.FLAT_PACKAGE),
        "contained.office",
    ),
    **dict.fromkeys((media_types.XLS, media_types.ET, media_types.DOC, media_types.WPS), "contained.old_office"),
    **dict.fromkeys((media_types.MAIL, media_types.MSG, media_types.WEB_ARCHIVE), "message.attachments"),
    media_types.PDF: "contained.hanging",
    media_types.OFD: "contained.ofd",
}
"""Media type → the module below ``extractors.read`` whose ``files_in`` finds them."""


_EMPTY: set[str] = set()
"""Digests of files that hold none: the same are looked into again within a screening, and at every act of a clerk."""

_MOST_KNOWN = 20_000


def files_in(data: bytes, path: str) -> list[HeldFile]:
    """The files that this one holds, in its order, names as they are called there; none where it does not open."""
    known = f"{hashlib.sha256(data).hexdigest()} {PurePosixPath(path).suffix.lower()}"
    if known in _EMPTY:
        return []
    found = _held_in(data, path)
    if not found:
        if len(_EMPTY) >= _MOST_KNOWN:
            _EMPTY.clear()
        _EMPTY.add(known)
    return found


def _held_in(data: bytes, path: str) -> list[HeldFile]:
    kind = media_types.media_type(data, path)
    unlocked = default_password.unlocked(data, kind)
    if unlocked is not None:
        data, kind = unlocked, media_types.media_type(unlocked, path)
    found = _BY_TYPE.get(kind)
    if found is None:
        return []
    try:
        held: Sequence[HeldFile] = import_module(f"extractors.read.{found}").files_in(data, path)
        return list(held)
    except UnreadableDocument:
        # The file itself says what is wrong with it, once it is read.
        return []
