"""Has this strip of this page been drawn before, by the same program?"""

from __future__ import annotations

from extractors.kept import store, version
from schemas.document import Document, Page

PICTURES = "pictures"
_JPEG = b"\xff\xd8\xff"

Strip = tuple[float, float]


def taken(document: Document, page: Page, strip: Strip) -> bytes | None:
    """The strip as a JPEG, as it was drawn before; None where it was not."""
    kept = store.current()
    jpeg = None if kept is None else kept.get(PICTURES, _key(document, page, strip))
    return jpeg if jpeg is not None and jpeg.startswith(_JPEG) else None


def kept(document: Document, page: Page, strip: Strip, jpeg: bytes) -> bytes:
    """The strip that was drawn now, kept for the next time."""
    folder = store.current()
    if folder is not None:
        folder.put(PICTURES, _key(document, page, strip), jpeg)
    return jpeg


def _key(document: Document, page: Page, strip: Strip) -> str:
    """All that the drawing depends on: the bytes of the file, which page, how it was read to lie, which strip."""
    lies = (page.number, page.rotation, page.kind, page.width, page.height)
    return store.key_of(document.sha256, document.media_type, *lies, *strip, version.of_pictures())
