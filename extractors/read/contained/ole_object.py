"""Which file is laid into this OLE object?

Source: [MS-OLEDS] 2.3.6 (OLENativeStream), [MS-DOC] and [MS-XLS] 2.1 (streams of a document within another).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence

from extractors.read import media_type as media_types
from extractors.read import ole
from extractors.read.held import HeldFile, is_paper, named

_NATIVE = "\x01ole10native"
_WHOLE = ("package", "contents", "embeddedodf")
"""Streams that are a file by themselves: of Office, of a PDF program, of LibreOffice."""
_DOCUMENTS = ("worddocument", "workbook", "book")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def payload(content: bytes, otherwise: str) -> HeldFile | None:
    """The file in an object's part: the part itself where it is a file, else what its streams hold."""
    if not content.startswith(_OLE):
        return named(content, "", otherwise) if is_paper(content) else None
    try:
        compound = ole.Compound(content)
    except ole.Damaged:
        return None
    return in_storage(compound, "", otherwise)


def in_storage(compound: ole.Compound, folder: str, otherwise: str) -> HeldFile | None:
    """The file in this storage (``MBD0001/``; "" for the whole)."""
    streams = {path[len(folder) :].casefold(): path for path in compound.streams if path.startswith(folder)}
    own = {name: path for name, path in streams.items() if "/" not in name}
    try:
        if _NATIVE in own:
            return _native(compound.read(own[_NATIVE]) or b"", otherwise)
        content = _whole(compound, own) or _document(compound, folder, own)
    except ole.Damaged:
        return None
    return named(content, "", otherwise) if content else None


def _whole(compound: ole.Compound, own: Mapping[str, str]) -> bytes:
    """The file that one stream holds as it is; nothing where none does."""
    contents = ((compound.read(own[name]) or b"") if name in own else b"" for name in _WHOLE)
    return next((content for content in contents if is_paper(content)), b"")


def _document(compound: ole.Compound, folder: str, own: Mapping[str, str]) -> bytes:
    """The streams of the storage as a file of their own, where they are a document; else nothing."""
    if not any(name in own for name in _DOCUMENTS):
        return b""
    return ole.assembled({path[len(folder) :]: compound.read(path) or b"" for path in own.values()})


def _native(stream: bytes, otherwise: str) -> HeldFile | None:
    """A file that was packed as it is: its label, its path on the machine it came from, its bytes."""
    try:
        at = 6
        label, at = _text(stream, at)
        _, at = _text(stream, at)
        at += 4
        (length,) = struct.unpack_from("<L", stream, at)
        at += 4 + length
        (size,) = struct.unpack_from("<L", stream, at)
    except (struct.error, ValueError):
        return None
    content = stream[at + 4 : at + 4 + size]
    return named(content, label, otherwise) if content else None


def _text(stream: bytes, at: int) -> tuple[str, int]:
    end = stream.index(b"\0", at)
    raw = stream[at:end]
    return media_types.decoded(raw) or raw.decode("latin-1"), end + 1


def storages(compound: ole.Compound, names: Sequence[str]) -> Iterator[str]:
    """The storages, with their slash, whose name begins with one of these (``MBD``, ``ObjectPool/_``)."""
    folders: Mapping[str, None] = dict.fromkeys(
        path[: len(name) + path[len(name) :].index("/") + 1]
        for path in compound.streams
        for name in names
        if path.startswith(name) and "/" in path[len(name) :]
    )
    yield from folders
