"""Which files hang on a PDF: its attachments, the members of a portfolio, files pinned to a page?

In:     the bytes of a PDF.
Out:    their names and bytes, in the order of the file.
Raises: nothing; of a file that does not open its reader says so.
Source: ISO 32000-1, 7.11.4 (embedded file streams), 12.3.5 (collections), 12.5.6.15 (file attachment annotations).
"""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_ulong, c_ushort, create_string_buffer
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

MOST = 200
"""Files that one PDF may bring; more are left alone."""

MOST_BYTES = 200_000_000
"""Bytes of one of them."""

MOST_PAGES = 500
"""Pages that are searched for pinned files."""

MOST_ANNOTATIONS = 2000

_LONGEST_NAME = 2048


class Attachment(NamedTuple):
    """One file, called as in the PDF."""

    name: str
    data: bytes
    too_large: bool = False
    """Its bytes were left where they are."""


def attachments(data: bytes) -> list[Attachment]:
    """The files that hang on this PDF; none where it does not open."""
    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        return []
    try:
        found: list[Attachment] = []
        for handle in _handles(pdf):
            size = _size(handle)
            content = _content(handle, size) if size <= MOST_BYTES else b""
            if content or size > MOST_BYTES:
                name = _name(handle) or f"附件{len(found) + 1}"
                found.append(Attachment(name, content, too_large=size > MOST_BYTES))
            if len(found) >= MOST:
                break
        return found
    finally:
        pdf.close()


def count(pdf: pdfium.PdfDocument) -> int:
    """How many files hang on an opened document as a whole."""
    return max(int(raw.FPDFDoc_GetAttachmentCount(pdf.raw)), 0)


def _handles(pdf: pdfium.PdfDocument) -> Iterator[object]:
    for index in range(min(count(pdf), MOST)):
        handle = raw.FPDFDoc_GetAttachment(pdf.raw, index)
        if handle:
            yield handle
    for index in range(min(len(pdf), MOST_PAGES)):
        yield from _pinned(pdf, index)


def _pinned(pdf: pdfium.PdfDocument, index: int) -> Iterator[object]:
    """The files pinned to a page."""
    try:
        page = pdf[index]
    except pdfium.PdfiumError:
        return
    try:
        for number in range(min(raw.FPDFPage_GetAnnotCount(page.raw), MOST_ANNOTATIONS)):
            annotation = raw.FPDFPage_GetAnnot(page.raw, number)
            if not annotation:
                continue
            if raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_FILEATTACHMENT:
                handle = raw.FPDFAnnot_GetFileAttachment(annotation)
                if handle:
                    yield handle
            raw.FPDFPage_CloseAnnot(annotation)
    finally:
        page.close()


def _name(handle: object) -> str:
    size = min(int(raw.FPDFAttachment_GetName(handle, None, 0)), _LONGEST_NAME)
    if size <= 2:
        return ""
    buffer = (c_ushort * (size // 2 + 1))()
    raw.FPDFAttachment_GetName(handle, buffer, size)
    name = bytes(buffer).decode("utf-16-le", "replace").split("\0")[0]
    return name.replace("\\", "/").rpartition("/")[2].strip()


def _size(handle: object) -> int:
    """Its bytes, 0 where there are none to be had."""
    size = c_ulong()
    return size.value if raw.FPDFAttachment_GetFile(handle, None, 0, byref(size)) else 0


def _content(handle: object, size: int) -> bytes:
    if not size:
        return b""
    buffer = create_string_buffer(size)
    said = c_ulong()
    if not raw.FPDFAttachment_GetFile(handle, buffer, size, byref(said)):
        return b""
    return buffer.raw[: said.value]
