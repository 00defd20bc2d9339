"""One file format each: bytes to pages of blocks, every one with its place."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from typing import cast

from extractors.read import media_type as media_types
from extractors.read.refusals import refusal
from schemas.document import Document
from schemas.errors import UnreadableDocument

Reader = Callable[[bytes, str, str], Document]

# Media type → the module of this package whose ``read(data, path, sha256)`` reads it. Named, not
# imported: the parsers are heavy, and ``dossier --help`` must not wait for them.
FORMATS: Mapping[str, str] = {
    media_types.PDF: "pdf.reader",
    media_types.DOCX: "word.reader",
    media_types.DOCM: "word.reader",
    media_types.XLSX: "sheets.xlsx",
    media_types.XLSM: "sheets.xlsx",
    media_types.TEXT: "plain_text",
    media_types.CSV: "plain_text",
    **dict.fromkeys((media_types.XLS, media_types.ET), "sheets.xls"),
    media_types.ODS: "sheets.ods",
    media_types.OFD: "ofd.reader",
    **dict.fromkeys(("image/jpeg", "image/png", "image/gif", "image/tiff", "image/bmp", "image/webp"), "scan.reader"),
    **dict.fromkeys(
        (
            media_types.DOC,
            media_types.WPS,
            media_types.RTF,
            media_types.ODT,
            media_types.WORD_XML,
            media_types.XLSB,
        ),
        "converted.reader",
    ),
}
PICTURED = ("scan", "vector", "unreliable_text")
Read = Callable[[bytes, str], Document]


def read(data: bytes, path: str) -> Document:
    """The document in these bytes, told by content and not by suffix.

    Raises UnreadableDocument, and nothing else, where it cannot be read.
    """
    media_type = media_types.media_type(data, path)
    if media_type not in FORMATS:
        raise UnreadableDocument(path, *refusal(media_type))
    reader = cast("Reader", import_module(f"{__name__}.{FORMATS[media_type]}").read)
    try:
        document = reader(data, path, hashlib.sha256(data).hexdigest())
        if media_type == media_types.PDF:
            document = _pictured(document, data)
    except UnreadableDocument:
        raise
    except Exception as error:
        reason, ask = refusal(media_types.DAMAGED)
        raise UnreadableDocument(path, f"{reason}（{type(error).__name__}）", ask) from error
    return replace(document, media_type=media_type)


def _pictured(document: Document, data: bytes) -> Document:
    """The document with its scanned pages recognised, as far as they matter."""
    if not any(page.kind == "mixed" or (page.kind in PICTURED and not page.blocks) for page in document.pages):
        return document
    from extractors.papers.ocr_scope import policy  # noqa: PLC0415
    from extractors.read.scan import reader as scan_reader  # noqa: PLC0415

    return scan_reader.recognised(document, data, policy(document.path))


def waits(data: bytes, path: str) -> bool:
    """Whether this file is best read together with others of its kind: see ``together``."""
    from extractors.read.converted import reader as converted_reader  # noqa: PLC0415

    return converted_reader.waits(data, path)


def together(files: Sequence[tuple[bytes, str]]) -> Read:
    """A ``read`` for these files (content and path), all of them converted at once beforehand."""
    from extractors.read.converted import reader as converted_reader  # noqa: PLC0415

    results = converted_reader.together(files)

    def taken(data: bytes, path: str) -> Document:
        sha256 = hashlib.sha256(data).hexdigest()
        if sha256 not in results:
            return read(data, path)
        document = converted_reader.taken(results, path, sha256)
        return replace(document, media_type=media_types.media_type(data, path))

    return taken
