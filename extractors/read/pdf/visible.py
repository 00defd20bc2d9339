"""Which glyphs of a PDF page does nobody see: covered, cut off by a cell, on a layer that is off, white on white?

The page as it is rendered is the judge, but only where something speaks against a glyph: a clip that cuts it, an area
or a picture painted later where it stands, a layer, a colour that is nearly that of paper.

In:     the content of a page, which is good for nothing but closing afterwards.
Out:    the numbers of the glyphs that are not seen, by reason.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from ctypes import CFUNCTYPE, byref, c_int, c_size_t, c_ulong, c_void_p, cast, create_string_buffer
from dataclasses import dataclass, field

import numpy as np
from pypdfium2 import raw

from extractors.layout.geometry import Drawing, Glyph
from extractors.layout.overlays import lightness
from extractors.layout.settings import OVERLAY
from extractors.read.pdf.clips import cut
from extractors.read.pdf.covers import maybe_covered
from extractors.read.pdf.ink_left import InkLeft
from extractors.read.pdf.page_content import PageContent
from extractors.read.pdf.pixels import Picture, picture
from schemas.locator import Box

MOST_DRAWN = 20_000
"""Objects of a page that is rendered for this; of a larger one the text is taken as it stands."""

_FEWEST = 3
"""Pixels of a glyph that it must have for their loss to say anything (a point of a table's type has four)."""

# Called for every string, with a plain integer for a pointer.
_marks_of = CFUNCTYPE(c_int, c_size_t)(cast(raw.FPDFPageObj_CountMarks, c_void_p).value or 0)


@dataclass(slots=True)
class UnseenGlyphs:
    """Glyphs by number. ``pictured``: covered by a picture, whose own words were not read."""

    cut: set[int] = field(default_factory=set)
    covered: set[int] = field(default_factory=set)
    pictured: set[int] = field(default_factory=set)
    layered: set[int] = field(default_factory=set)
    white: set[int] = field(default_factory=set)
    tiny: set[int] = field(default_factory=set)

    @property
    def every(self) -> set[int]:
        """All of them."""
        return self.cut | self.covered | self.layered | self.white | self.tiny


def unseen(content: PageContent, aside: Iterable[int] = ()) -> UnseenGlyphs:
    """The glyphs that nobody sees; ``aside``: strings that hide nothing."""
    found, glyphs, nested = UnseenGlyphs(), content.seen.glyphs, content.nested()
    found.cut = cut(content, nested)
    drawn_here = content.own
    found.tiny = {number for number in drawn_here if _is_tiny(glyphs[number])}
    gone = found.cut | found.tiny
    own = [number for number in drawn_here if number not in gone] if gone else drawn_here
    pale = [number for number in own if glyphs[number].ink and _may_be_lost(glyphs[number], content.drawn)]
    on_layers = _on_layers(content, own, nested)
    covered = maybe_covered(content, own)
    if not (pale or on_layers or covered) or content.drawn.objects > MOST_DRAWN:
        return found
    if pale:
        found.white = _white(glyphs, pale, picture(content.page, content.seen.turn, _around(glyphs, pale)))
    if on_layers or covered:
        inked = InkLeft(content, frozenset(aside), _around(glyphs, on_layers | set(covered)))
        _judge(found, inked, glyphs, covered, on_layers)
    return found


def _is_tiny(glyph: Glyph) -> bool:
    """Whether nobody can read type so small, on paper or on a screen."""
    return glyph.size <= OVERLAY.tiny and glyph.bottom - glyph.top <= OVERLAY.tiny


def _layered(objects: Sequence[int], nested: Collection[int]) -> set[int]:
    """The strings that may be on a layer: marked as such, or in a form, which may be on one as a whole."""
    return {run for run, address in enumerate(objects) if address in nested or _is_layered(address)}


def _around(glyphs: Sequence[Glyph], numbers: Iterable[int]) -> Box:
    """The box around some glyphs."""
    some = [glyphs[number] for number in numbers]
    return (
        min(glyph.x0 for glyph in some),
        min(glyph.top for glyph in some),
        max(glyph.x1 for glyph in some),
        max(glyph.bottom for glyph in some),
    )


def _on_layers(content: PageContent, own: Sequence[int], nested: Collection[int]) -> set[int]:
    """The glyphs of strings that belong to a layer."""
    layered = _layered(content.objects, nested) if content.layers else set()
    return {number for number in own if content.seen.glyphs[number].run in layered}


def _judge(
    found: UnseenGlyphs, inked: InkLeft, glyphs: Sequence[Glyph], covered: Mapping[int, bool], on_layers: set[int]
) -> None:
    """Decide by the ink that is left of the glyphs under suspicion."""
    for number in sorted(on_layers | set(covered)):
        whole = inked.whole(number)
        if number in covered and whole >= _FEWEST:
            if inked.left(number) <= OVERLAY.covered * whole:
                found.covered.add(number)
                if covered[number]:
                    found.pictured.add(number)
        elif number in on_layers and not whole and not inked.is_apart(glyphs[number].run):
            found.layered.add(number)
    _put_back(found, glyphs)


def _put_back(found: UnseenGlyphs, glyphs: Sequence[Glyph]) -> None:
    """Take the signs back that only seemed covered."""
    # Where a sign so small is lost between others that are seen, something was drawn across: nothing was taken out.
    for number in sorted(found.covered):
        if not glyphs[number].text.isalnum() and not {number - 1, number + 1} & found.covered:
            found.covered.discard(number)
            found.pictured.discard(number)


def _may_be_lost(glyph: Glyph, drawn: Drawing) -> bool:
    """Whether a glyph nearly as light as paper stands where nothing darker was painted."""
    if lightness(glyph.ink) < OVERLAY.white:
        return False
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    return not any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in (*drawn.dark, *drawn.images))


def _white(glyphs: Sequence[Glyph], pale: Sequence[int], shown: Picture) -> set[int]:
    """Those of the pale glyphs that leave no trace on what they stand on."""
    found = set()
    for number in pale:
        glyph = glyphs[number]
        part = shown.part((glyph.x0, glyph.top, glyph.x1, glyph.bottom))
        grey = part.astype(np.int32).sum(axis=2) // 3
        if grey.size and int(grey.max() - grey.min()) < OVERLAY.contrast:
            found.add(number)
    return found


def _is_layered(address: int) -> bool:
    """Whether a string belongs to a layer (marked content ``/OC``)."""
    count = _marks_of(address)
    if count <= 0:
        return False
    handle = cast(c_void_p(address), raw.FPDF_PAGEOBJECT)
    return any(_name(raw.FPDFPageObj_GetMark(handle, index)) == "OC" for index in range(count))


def _name(mark: object) -> str:
    buffer, size = create_string_buffer(32), c_ulong()
    if not raw.FPDFPageObjMark_GetName(mark, cast(buffer, raw.POINTER(raw.FPDF_WCHAR)), 32, byref(size)):
        return ""
    return buffer.raw[: size.value].decode("utf-16-le", "replace").rstrip("\0")
