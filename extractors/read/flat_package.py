"""Read an Office file that a system wrote as one XML (flat OPC: ``pkg:package``): its parts as the zip they stand for.

Raises: UnreadableDocument for a damaged file, and where the parts are of no format that is read.
"""

from __future__ import annotations

from extractors.read import media_type as media_types
from extractors.read.flat_parts import zipped
from extractors.read.ocr.scope import OcrScope
from extractors.read.refusals import refusal
from extractors.read.sheets import xlsx
from extractors.read.word import reader as word_reader
from schemas.document import Document
from schemas.errors import UnreadableDocument


def read(data: bytes, path: str, sha256: str, scope: OcrScope | None = None) -> Document:
    """The document that the parts make."""
    package = zipped(data)
    kind = media_types.media_type(package, path) if package else media_types.DAMAGED
    if kind in (media_types.DOCX, media_types.DOCM):
        return word_reader.read(package or b"", path, sha256, scope)
    if kind in (media_types.XLSX, media_types.XLSM):
        return xlsx.read(package or b"", path, sha256, scope)
    raise UnreadableDocument(path, *refusal(kind))
