"""How much of each glyph of a PDF page is seen, and how much would be, were there nothing but its text?

Every string is given a colour of its own and the page is rendered, once as it is and once with its text alone.

In:     the content of a page, which is good for nothing but closing afterwards.
Out:    pixels of each glyph.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from ctypes import byref, c_float, c_size_t
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pypdfium2 import raw

from extractors.read.pdf.covers import covers
from extractors.read.pdf.objects import PageObject, address_of, painted
from extractors.read.pdf.page_content import PageContent
from extractors.read.pdf.pixels import Picture, picture
from schemas.locator import Box


class InkLeft:
    """A page with every string in a colour of its own: once as it is, once with nothing but its text."""

    def __init__(self, content: PageContent, aside: frozenset[int], box: Box) -> None:
        page, seen = content.page, content.seen
        self._glyphs = seen.glyphs
        self._apart: set[int] = set()
        others = self._coloured_strings(content, aside)
        self._as_is = _numbers(picture(page, seen.turn, box, plain=True))
        for handle in others:
            raw.FPDFPageObj_SetIsActive(handle, False)
        self._text = _numbers(picture(page, seen.turn, box, plain=True))

    def _coloured_strings(self, content: PageContent, aside: frozenset[int]) -> list[object]:
        """Give every string its colour and switch off what hides none of them; what is left besides the strings."""
        runs = {address: run for run, address in enumerate(content.objects)}
        others: list[object] = []
        items = list(painted(content.page))
        runs |= _drawn_again(items, runs)
        for item in items:
            if item.kind == raw.FPDF_PAGEOBJ_TEXT:
                run = runs.get(address_of(item.handle))
                if run is None or run in aside:
                    raw.FPDFPageObj_SetIsActive(item.handle, False)
                else:
                    _coloured(item.handle, run + 1)
                    if item.veiled or _draws_itself(item.handle):
                        self._apart.add(run)
            elif not item.veiled and covers(item.handle, item.kind, content.page):
                others.append(item.handle)
            else:
                raw.FPDFPageObj_SetIsActive(item.handle, False)
        return others

    def is_apart(self, run: int) -> bool:
        """Whether nothing can be said of a string: it need not take the colour it is given."""
        return run in self._apart

    def left(self, number: int) -> int:
        """How many pixels of a glyph are seen on the page."""
        return self._count(self._as_is, number)

    def whole(self, number: int) -> int:
        """How many would be, were there nothing but text."""
        return self._count(self._text, number)

    def _count(self, picture: _Numbered, number: int) -> int:
        glyph = self._glyphs[number]
        part = picture.numbers[picture.shown.rows((glyph.x0, glyph.top, glyph.x1, glyph.bottom))]
        return int(np.count_nonzero(part == glyph.run + 1))


def _drawn_again(items: Sequence[PageObject], runs: Mapping[int, int]) -> dict[int, int]:
    """The strings that pdfium takes for others drawn once more in their place, with the runs of these.

    What was covered and then written anew over its cover shows all the same.
    """
    strings = [(address_of(item.handle), item) for item in items if item.kind == raw.FPDF_PAGEOBJ_TEXT]
    if all(address in runs for address, _ in strings):
        return {}
    places = {_place(item): runs[address] for address, item in strings if address in runs}
    unread = ((address, places.get(_place(item))) for address, item in strings if address not in runs)
    return {address: run for address, run in unread if run is not None}


def _place(item: PageObject) -> tuple[object, ...]:
    """Where an object stands, to the point; what stands in a form is measured in the form's own space."""
    sides = [c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(item.handle, *map(byref, sides))
    return (*(form.address for form in item.forms), *(round(side.value) for side in sides))


class _Numbered(NamedTuple):
    """A picture, and the number that the colour of each pixel stands for."""

    shown: Picture
    numbers: NDArray[np.int32]


def _numbers(shown: Picture) -> _Numbered:
    blue, green, red = (shown.pixels[:, :, part].astype(np.int32) for part in range(3))
    return _Numbered(shown, blue | green << 8 | red << 16)


def _coloured(handle: object, number: int) -> None:
    red, green, blue = number >> 16 & 255, number >> 8 & 255, number & 255
    raw.FPDFPageObj_SetBlendMode(handle, b"Normal")
    raw.FPDFPageObj_SetFillColor(handle, red, green, blue, 255)
    raw.FPDFPageObj_SetStrokeColor(handle, red, green, blue, 255)


def _draws_itself(handle: object) -> bool:
    """Whether the font of a string is a set of drawings (Type 3), which may have colours of their own."""
    font, size = raw.FPDFTextObj_GetFont(handle), c_size_t()
    if not font or raw.FPDFFont_GetIsEmbedded(font) != 1:
        return False
    return not raw.FPDFFont_GetFontData(font, None, 0, byref(size)) or size.value == 0
