"""Which objects does a page of a PDF draw, those inside its forms included?

In:     a loaded pdfium page.
Out:    the objects in the order in which they are painted, as many and as deep as a page for people holds.
Raises: nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

MOST_OBJECTS = 150_000
"""A drawing of more is no table for people."""

DEEPEST = 6
"""Forms within forms that are followed."""


class PageObject(NamedTuple):
    """One object: pdfium's handle, its kind (FPDF_PAGEOBJ_…), and how many forms it stands in.

    ``veiled``: in a form that shines through.
    """

    handle: object
    kind: int
    depth: int
    veiled: bool


def painted(page: pdfium.PdfPage) -> Iterator[PageObject]:
    """Every object of the page that is no form, in the order in which they are painted."""
    left = [MOST_OBJECTS]
    for index in range(raw.FPDFPage_CountObjects(page.raw)):
        yield from _within(raw.FPDFPage_GetObject(page.raw, index), left, 0, veiled=False)


def text_addresses(form: object) -> Iterator[int]:
    """The addresses of the text objects of a form."""
    for item in _within(form, [MOST_OBJECTS], 0, veiled=False):
        if item.kind == raw.FPDF_PAGEOBJ_TEXT:
            yield address_of(item.handle)


def address_of(handle: object) -> int:
    """The address that a pointer of pdfium holds; text objects are told apart by it."""
    return int.from_bytes(bytes(handle), sys.byteorder)  # type: ignore[call-overload]


def _within(handle: object, left: list[int], depth: int, *, veiled: bool) -> Iterator[PageObject]:
    left[0] -= 1
    if left[0] < 0:
        return
    kind = raw.FPDFPageObj_GetType(handle)
    if kind != raw.FPDF_PAGEOBJ_FORM:
        yield PageObject(handle, kind, depth, veiled)
    elif depth < DEEPEST:
        veiled = veiled or bool(raw.FPDFPageObj_HasTransparency(handle))
        for index in range(raw.FPDFFormObj_CountObjects(handle)):
            if left[0] < 0:
                return
            yield from _within(raw.FPDFFormObj_GetObject(handle, index), left, depth + 1, veiled=veiled)
