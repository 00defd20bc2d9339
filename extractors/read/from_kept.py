"""Has this file been read before, by the readers as they are now and just as far? Then what they saw is taken.

A document depends on the bytes of its file, on the kind of file that these and its name make of it, on how much of
its pages is asked for, and on the readers. A file that would not open is tried anew: that takes no time, and what
kept it closed may be the machine's fault.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

from extractors import read as readers
from extractors.kept import codec, store, version
from extractors.read import media_type as media_types
from extractors.read.converted import libreoffice
from extractors.read.ocr.scope import OcrScope, ScopeOf
from schemas.document import Document
from schemas.process import mishaps

DOCUMENTS = "documents"

Read = Callable[[bytes, str], Document]


def read(data: bytes, path: str, scope: OcrScope | None = None) -> Document:
    """What ``read`` says of these bytes, now or before. Raises UnreadableDocument."""
    key = _key(data, path, scope)
    seen = _taken(key, path)
    return seen or _kept(key, lambda: readers.read(data, path, scope))


def waits(data: bytes, path: str, scope: OcrScope | None = None) -> bool:
    """Whether this file is best read together with others of its kind: not where it has been read before."""
    return readers.waits(data, path) and not holds(data, path, scope)


def holds(data: bytes, path: str, scope: OcrScope | None = None) -> bool:
    """Whether something is kept of this file, read just as far."""
    kept = store.current()
    return kept is not None and kept.holds(DOCUMENTS, _key(data, path, scope))


def together(files: Sequence[tuple[bytes, str]], scope_of: ScopeOf) -> Read:
    """A ``read`` for these files, all of them converted at once beforehand."""
    taken = readers.together(files, scope_of)

    def read_one(data: bytes, path: str) -> Document:
        return _kept(_key(data, path, scope_of(path)), lambda: taken(data, path))

    return read_one


def foresee(data: bytes, path: str, scope_of: ScopeOf) -> None:
    """Recognise what lies in the second half of a long scan, for whoever reads the file from its beginning.

    The titles of the pages before may ask for less of a page, or for more: then this was for nothing.
    """
    readers.foresee(data, path, scope_of(path))


def _key(data: bytes, path: str, scope: OcrScope | None) -> str:
    kind = media_types.media_type(data, path)
    asked = [] if scope is None else list(scope.expected)
    office = libreoffice.stamp() if kind in media_types.OLD_OFFICE else ""
    return store.key_of(hashlib.sha256(data).hexdigest(), kind, asked, office, version.of_readers())


def _taken(key: str, path: str) -> Document | None:
    """The document as it was seen, under the name that its file has now."""
    kept = store.current()
    body = None if kept is None else kept.get(DOCUMENTS, key)
    if body is None:
        return None
    try:
        return replace(codec.unpacked(body, Document), path=path)
    except codec.Foreign:
        return None


def _kept(key: str, seen: Callable[[], Document]) -> Document:
    """What is seen now, kept for the next time, unless it was seen less well than another time."""
    kept = store.current()
    before = mishaps.count()
    document = seen()
    if kept is not None and mishaps.count() == before:
        with suppress(codec.Foreign):
            kept.put(DOCUMENTS, key, codec.packed(document, Document))
    return document
