"""What does a file hold beside itself: files of their own, and, where it is a message, a head and bodies?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from extractors.read import media_type as media_types

MOST = 200
"""Files that one file may hold; those after them are left unread, which the intake says."""
_SUFFIXES = {
    media_types.DOCX: ".docx",
    media_types.DOCM: ".docm",
    media_types.XLSX: ".xlsx",
    media_types.XLSM: ".xlsm",
    media_types.XLSB: ".xlsb",
    media_types.DOC: ".doc",
    media_types.XLS: ".xls",
    media_types.PPT: ".ppt",
    media_types.PPTX: ".pptx",
    media_types.PDF: ".pdf",
    media_types.OFD: ".ofd",
    media_types.RTF: ".rtf",
    media_types.ODT: ".odt",
    media_types.ODS: ".ods",
    media_types.HTML: ".html",
    media_types.MAIL: ".eml",
    media_types.WEB_ARCHIVE: ".mht",
    media_types.TEXT: ".txt",
    media_types.ZIP: ".zip",
}
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]')
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class HeldFile:
    """One file inside another: ``name`` is a plain file name, ``data`` its bytes."""

    name: str
    data: bytes
    too_large: bool = False
    """It is there, and larger than anything that is taken out."""


Body = tuple[Literal["html", "plain"], str]
"""One body of a message: how it is written, and its text."""


@dataclass(frozen=True, slots=True)
class MessageContent:
    """A message: lines of its head (主题：…), bodies in order, pictures by the name a body calls them, attachments."""

    head: tuple[str, ...] = ()
    bodies: tuple[Body, ...] = ()
    shown: Mapping[str, bytes] = field(default_factory=dict)
    files: tuple[HeldFile, ...] = ()
    lost: int = 0
    """Attachments whose bytes could not be had."""


def named(content: bytes, name: str, otherwise: str) -> HeldFile:
    """The file under the name it is called by, else ``otherwise`` with the suffix that its content asks for."""
    plain = _UNSAFE.sub("_", name.replace("\\", "/").rsplit("/", 1)[-1]).strip(" .")[-_LONGEST_NAME:]
    return HeldFile(plain or otherwise + _SUFFIXES.get(media_types.media_type(content, ""), ""), content)


def is_paper(content: bytes) -> bool:
    """Whether the bytes are anything that could be read or refused by name: no picture of an icon, no link."""
    return media_types.media_type(content, "") in _SUFFIXES


def numbered(files: Iterable[HeldFile]) -> Iterator[HeldFile]:
    """The files, those of equal name told apart, no more than MOST."""
    seen: dict[str, int] = {}
    for count, held in enumerate(files):
        if count >= MOST:
            return
        seen[held.name] = seen.get(held.name, 0) + 1
        if seen[held.name] == 1:
            yield held
            continue
        stem, dot, suffix = held.name.rpartition(".")
        yield replace(held, name=f"{stem or suffix} ({seen[held.name]}){dot if stem else ''}{suffix if stem else ''}")
