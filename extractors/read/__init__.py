"""One folder per family of formats: bytes to pages of blocks, every one with its place."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from types import ModuleType
from typing import NamedTuple

from extractors.read import default_password, refusals
from extractors.read import media_type as media_types
from extractors.read.ocr.scope import OcrScope, ScopeOf
from extractors.read.refusals import refusal
from schemas.document import Document
from schemas.errors import UnreadableDocument
from schemas.process import mishaps

Read = Callable[[bytes, str], Document]


class FormatReader(NamedTuple):
    """The module below this folder that reads a format; ``scanned``: how much is recognised is asked of the caller.

    ``read(data, path, sha256)``, and where it is ``scanned`` ``read(data, path, sha256, scope)``. Named, not
    imported: the parsers are heavy, and ``dossier --help`` must not wait for them.
    """

    module: str
    scanned: bool = False


FORMATS: Mapping[str, FormatReader] = {
    media_types.PDF: FormatReader("pdf.reader"),
    **dict.fromkeys((media_types.DOCX, media_types.DOCM), FormatReader("word.reader", scanned=True)),
    media_types.FLAT_PACKAGE: FormatReader("flat_package", scanned=True),
    media_types.HTML: FormatReader("html.reader", scanned=True),
    **dict.fromkeys(
        (media_types.MAIL, media_types.MSG, media_types.WEB_ARCHIVE), FormatReader("message.reader", scanned=True)
    ),
    **dict.fromkeys((media_types.XLSX, media_types.XLSM), FormatReader("sheets.xlsx", scanned=True)),
    media_types.SHEET_XML: FormatReader("sheets.xml_2003"),
    **dict.fromkeys((media_types.TEXT, media_types.CSV), FormatReader("plain_text")),
    **dict.fromkeys((media_types.XLS, media_types.ET), FormatReader("sheets.xls", scanned=True)),
    media_types.ODS: FormatReader("sheets.ods"),
    media_types.OFD: FormatReader("ofd.reader", scanned=True),
    **dict.fromkeys(media_types.PICTURES, FormatReader("scan.reader", scanned=True)),
    **dict.fromkeys(media_types.OLD_OFFICE, FormatReader("converted.reader", scanned=True)),
}


def read(data: bytes, path: str, scope: OcrScope | None = None) -> Document:
    """The document in these bytes, told by content and not by suffix; scanned pages as far as ``scope`` says.

    Raises UnreadableDocument, and nothing else, where it cannot be read.
    """
    media_type = media_types.media_type(data, path)
    unlocked = default_password.unlocked(data, media_type)
    if unlocked is not None:
        return _opened(unlocked, data, path, scope)
    if media_type not in FORMATS:
        raise UnreadableDocument(path, *refusal(media_type))
    module, scanned = FORMATS[media_type]
    reader = _on_demand(module)
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        document: Document = reader.read(data, path, sha256, *([scope] if scanned else []))
        if media_type == media_types.PDF:
            document = _recognised(document, data, scope)
    except UnreadableDocument:
        raise
    except MemoryError as error:
        mishaps.short_of_memory()
        raise UnreadableDocument(path, *refusals.TOO_LARGE) from error
    except RecursionError as error:
        raise UnreadableDocument(path, *refusals.TOO_DEEP) from error
    except Exception as error:
        reason, ask = refusal(media_types.DAMAGED)
        raise UnreadableDocument(path, f"{reason}（{type(error).__name__}）", ask) from error
    return _with_comments(replace(document, media_type=media_type))


def _opened(unlocked: bytes, data: bytes, path: str, scope: OcrScope | None) -> Document:
    """The document under the password that is built in, as what it was handed in as."""
    document = read(unlocked, path, scope)
    note = "；".join(part for part in ("文件以软件内置口令加密，已打开读取", document.note) if part)
    return replace(document, sha256=hashlib.sha256(data).hexdigest(), note=note)


def _recognised(document: Document, data: bytes, scope: OcrScope | None) -> Document:
    """The document with its scanned pages recognised, as far as they matter."""
    if not any(page.kind == "mixed" or (page.is_picture and not page.blocks) for page in document.pages):
        return document
    recognised: Document = _on_demand("scan.reader").recognised(document, data, scope)
    return recognised


def foresee(data: bytes, path: str, scope: OcrScope | None) -> None:
    """Recognise the later scanned pages of a PDF for whoever comes to them: what a picture says is kept.

    Of other files nothing, and nothing of what does not open: ``read`` says why.
    """
    if media_types.media_type(data, path) != media_types.PDF:
        return
    with suppress(Exception):  # whatever is raised here is raised again where it counts
        document: Document = _on_demand(FORMATS[media_types.PDF].module).read(data, path, "")
        _on_demand("scan.reader").foresee(document, data, scope)


def _with_comments(document: Document) -> Document:
    hung: Document = _on_demand("comments").hung(document)
    return hung


def _on_demand(module: str) -> ModuleType:
    """A module below this folder, loaded by the first file that needs it."""
    return import_module(f"{__name__}.{module}")


def waits(data: bytes, path: str) -> bool:
    """Whether this file is best read together with others of its kind: see ``together``."""
    return media_types.media_type(data, path) in media_types.OLD_OFFICE


def together(files: Sequence[tuple[bytes, str]], scope_of: ScopeOf) -> Read:
    """A ``read`` for these files (content and path), all of them converted at once beforehand."""
    converted_reader = _on_demand("converted.reader")
    results = converted_reader.together(files, scope_of)

    def taken(data: bytes, path: str) -> Document:
        sha256 = hashlib.sha256(data).hexdigest()
        if sha256 not in results:
            return read(data, path, scope_of(path))
        document: Document = converted_reader.taken(results, path, sha256)
        return _with_comments(replace(document, media_type=media_types.media_type(data, path)))

    return taken
