"""Which objects does a page of a PDF draw, those inside its forms included?

In:     a loaded pdfium page.
Out:    the objects in the order in which they are painted, as many and as deep as a page for people holds.
Raises: nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from ctypes import byref
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

MOST_OBJECTS = 150_000
"""A drawing of more is no table for people."""

DEEPEST = 6
"""Forms within forms that are followed."""


Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Form(NamedTuple):
    """A form in which an object stands: its address, and how the space that the form itself stands in lies."""

    address: int
    outer: Matrix
    inner: Matrix


class PageObject(NamedTuple):
    """One object: pdfium's handle, its kind (FPDF_PAGEOBJ_…), and the forms it stands in, the outermost first.

    ``veiled``: in a form that shines through.
    """

    handle: object
    kind: int
    forms: tuple[Form, ...]
    veiled: bool

    @property
    def depth(self) -> int:
        """How many forms it stands in."""
        return len(self.forms)


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """First ``inner``, then ``outer``."""
    if outer is IDENTITY:
        return inner
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def painted(page: pdfium.PdfPage) -> Iterator[PageObject]:
    """Every object of the page that is no form, in the order in which they are painted."""
    left = [MOST_OBJECTS]
    for index in range(raw.FPDFPage_CountObjects(page.raw)):
        yield from _within(raw.FPDFPage_GetObject(page.raw, index), left, (), veiled=False)


def text_addresses(form: object) -> Iterator[int]:
    """The addresses of the text objects of a form."""
    for item in _within(form, [MOST_OBJECTS], (), veiled=False):
        if item.kind == raw.FPDF_PAGEOBJ_TEXT:
            yield address_of(item.handle)


def address_of(handle: object) -> int:
    """The address that a pointer of pdfium holds; text objects are told apart by it."""
    return int.from_bytes(bytes(handle), sys.byteorder)  # type: ignore[call-overload]


def _entered(handle: object, forms: tuple[Form, ...]) -> tuple[Form, ...]:
    """The forms in which the objects of this form stand."""
    matrix = raw.FS_MATRIX()
    outer = forms[-1].inner if forms else IDENTITY
    own = IDENTITY
    if raw.FPDFPageObj_GetMatrix(handle, byref(matrix)):
        own = (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
    return (*forms, Form(address_of(handle), outer, times(own, outer)))


def _within(handle: object, left: list[int], forms: tuple[Form, ...], *, veiled: bool) -> Iterator[PageObject]:
    left[0] -= 1
    if left[0] < 0:
        return
    kind = raw.FPDFPageObj_GetType(handle)
    if kind != raw.FPDF_PAGEOBJ_FORM:
        yield PageObject(handle, kind, forms, veiled)
    elif len(forms) < DEEPEST:
        entered = _entered(handle, forms)
        veiled = veiled or bool(raw.FPDFPageObj_HasTransparency(handle))
        for index in range(raw.FPDFFormObj_CountObjects(handle)):
            if left[0] < 0:
                return
            yield from _within(raw.FPDFFormObj_GetObject(handle, index), left, entered, veiled=veiled)
