"""Which glyphs of a PDF page does nobody see: under a white box or a picture, cut off by a cell, on a layer that is off?

The page as it is rendered is the judge, but only where something speaks against a glyph: a clip that cuts it, an area
or a picture painted later where it stands, a layer, a colour that is nearly that of paper. Then every string is given
a colour of its own and the page is rendered: what is left of a string's colour in a glyph's box is what is seen of it.

In:     a page whose text and drawing were read; the page is good for nothing but closing afterwards.
Out:    the numbers of the glyphs that are not seen, by reason.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from ctypes import CFUNCTYPE, addressof, byref, c_float, c_int, c_size_t, c_ulong, c_void_p, cast, create_string_buffer
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray
from pypdfium2 import raw

from extractors.layout.geometry import Drawing, Glyph, Glyphs, Overlay, Upright
from extractors.layout.overlays import lightness
from extractors.layout.settings import OVERLAY
from extractors.read.pdf.objects import address_of, painted
from extractors.read.pdf.pixels import Picture, picture
from schemas.locator import Box

MOST_DRAWN = 20_000
"""Objects of a page that is rendered for this; of a larger one the text is taken as it stands."""

_MOST_POINTS = 64
"""Points of a clip that is looked at; a longer one is an ornament."""

_FEWEST = 3
"""Pixels of a glyph that it must have for their loss to say anything (a point of a table's type has four)."""

_SOLID, _HOLES = 250, 0.05
"""Opacity from which a pixel of a picture is solid, and the share of others that a solid picture may have."""

_PLAIN, _PICTURE = "plain", "picture"

_EVERYWHERE: Box = (-1e9, -1e9, 1e9, 1e9)


@dataclass(slots=True)
class Unseen:
    """Glyphs by number. ``pictured``: covered by a picture, whose own words were not read."""

    cut: set[int] = field(default_factory=set)
    covered: set[int] = field(default_factory=set)
    pictured: set[int] = field(default_factory=set)
    layered: set[int] = field(default_factory=set)
    white: set[int] = field(default_factory=set)

    @property
    def every(self) -> set[int]:
        """All of them."""
        return self.cut | self.covered | self.layered | self.white


def unseen(
    page: pdfium.PdfPage, seen: Glyphs, drawn: Drawing, objects: Sequence[int], *, layers: bool, aside: Iterable[int]
) -> Unseen:
    """The glyphs that nobody sees. ``layers``: the file may have some; ``aside``: strings that hide nothing."""
    found = Unseen()
    own = [number for number, glyph in enumerate(seen.glyphs) if 0 <= glyph.run < len(objects)]
    nested = _nested(page, drawn)
    found.cut = _cut(seen, own, objects, nested)
    pale = [number for number in own if _may_be_lost(seen.glyphs[number], drawn)]
    layered = {run for run, address in enumerate(objects) if address in nested or _is_layered(address)} if layers else ()
    on_layers = {number for number in own if seen.glyphs[number].run in layered}
    own = [number for number in own if number not in found.cut]
    covered = _maybe_covered(page, seen.glyphs, own, drawn, objects)
    if not (pale or on_layers or covered) or drawn.objects > MOST_DRAWN:
        return found
    if pale:
        found.white = _white(seen.glyphs, pale, picture(page, seen.turn, _around(seen.glyphs, pale)))
    if on_layers or covered:
        inked = _Inked(page, seen, objects, frozenset(aside), _around(seen.glyphs, on_layers | set(covered)))
        _judge(found, inked, seen.glyphs, covered, on_layers)
    return found


def _around(glyphs: Sequence[Glyph], numbers: Iterable[int]) -> Box:
    """The box around some glyphs."""
    some = [glyphs[number] for number in numbers]
    return (
        min(glyph.x0 for glyph in some),
        min(glyph.top for glyph in some),
        max(glyph.x1 for glyph in some),
        max(glyph.bottom for glyph in some),
    )


def _judge(
    found: Unseen, inked: _Inked, glyphs: Sequence[Glyph], covered: Mapping[int, bool], on_layers: set[int]
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
    # Where a sign so small is lost between others that are seen, something was drawn across: nothing was taken out.
    for number in sorted(found.covered):
        if not glyphs[number].text.isalnum() and not {number - 1, number + 1} & found.covered:
            found.covered.discard(number)
            found.pictured.discard(number)


class _Inked:
    """A page with every string in a colour of its own: once as it is, once with nothing but its text."""

    def __init__(
        self, page: pdfium.PdfPage, seen: Glyphs, objects: Sequence[int], aside: frozenset[int], box: Box
    ) -> None:
        self._glyphs = seen.glyphs
        runs = {address: run for run, address in enumerate(objects)}
        self._apart: set[int] = set()
        others = []
        for item in painted(page):
            if item.kind == raw.FPDF_PAGEOBJ_TEXT:
                run = runs.get(address_of(item.handle))
                if run is None or run in aside:
                    raw.FPDFPageObj_SetIsActive(item.handle, False)
                else:
                    _coloured(item.handle, run + 1)
                    if item.veiled or _draws_itself(item.handle):
                        self._apart.add(run)
            elif not item.veiled and _covers(item.handle, item.kind, page):
                others.append(item.handle)
            else:
                raw.FPDFPageObj_SetIsActive(item.handle, False)
        self._as_is = _numbers(picture(page, seen.turn, box, plain=True))
        for handle in others:
            raw.FPDFPageObj_SetIsActive(handle, False)
        self._text = _numbers(picture(page, seen.turn, box, plain=True))

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


def _may_be_lost(glyph: Glyph, drawn: Drawing) -> bool:
    """Whether a glyph nearly as light as paper stands where nothing darker was painted."""
    if not glyph.ink or lightness(glyph.ink) < OVERLAY.white:
        return False
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    return not any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in (*drawn.dark, *drawn.images))


def _draws_itself(handle: object) -> bool:
    """Whether the font of a string is a set of drawings (Type 3), which may have colours of their own."""
    font, size = raw.FPDFTextObj_GetFont(handle), c_size_t()
    if not font or raw.FPDFFont_GetIsEmbedded(font) != 1:
        return False
    return not raw.FPDFFont_GetFontData(font, None, 0, byref(size)) or size.value == 0


def _covers(handle: object, kind: int, page: pdfium.PdfPage) -> bool:
    """Whether an object can hide what is beneath: a line cannot, nor what shines through, as the print of a seal."""
    if raw.FPDFPageObj_HasTransparency(handle):
        return False
    if kind == raw.FPDF_PAGEOBJ_IMAGE:
        return bool(_cover_of(handle, page))
    if kind != raw.FPDF_PAGEOBJ_PATH:
        return True
    fill, stroke = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(handle, byref(fill), byref(stroke))
    return fill.value != 0


def _cover_of(handle: object, page: pdfium.PdfPage) -> str:
    """What a picture can hide text as: one plain area, a picture of something, or nothing as it shines through."""
    rendered = raw.FPDFImageObj_GetRenderedBitmap(page.pdf.raw, page.raw, handle)
    if not rendered:
        return ""
    # The wrapper frees the picture when it is let go.
    bitmap = pdfium.PdfBitmap.from_raw(rendered)
    pixels = bitmap.to_numpy()
    if bitmap.format == raw.FPDFBitmap_BGRA and float((pixels[:, :, 3] < _SOLID).mean()) >= _HOLES:
        return ""
    return _PLAIN if int(np.ptp(pixels[:, :, 0])) < OVERLAY.contrast else _PICTURE


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


def _maybe_covered(
    page: pdfium.PdfPage, glyphs: Sequence[Glyph], own: Sequence[int], drawn: Drawing, objects: Sequence[int]
) -> dict[int, bool]:
    """The glyphs in whose place something was painted later, and whether that is a picture."""
    # Where a picture of the whole page lies over its text, the page is read as a picture.
    if not own or not drawn.overlays or drawn.buries:
        return {}
    beneath = {
        number: [over for over in drawn.overlays if _is_under(glyphs[number], over)]
        for number in _somewhere_under(glyphs, own, drawn.overlays)
    }
    if not beneath:
        return {}
    order, pictures = _order(page)
    at = [order.get(address, len(order)) for address in objects]
    handles = dict(zip((id(over) for over in drawn.overlays if over.picture), pictures, strict=False))
    solid: dict[int, str] = {}
    found: dict[int, bool] = {}
    for number, overlays in beneath.items():
        for over in overlays:
            if at[glyphs[number].run] >= over.above:
                continue
            if over.picture and id(over) not in solid:
                solid[id(over)] = _cover_of(handles[id(over)], page) if id(over) in handles else ""
            if not over.picture or solid[id(over)]:
                found[number] = over.picture and solid[id(over)] != _PLAIN
    return found


def _somewhere_under(glyphs: Sequence[Glyph], own: Sequence[int], overlays: Sequence[Overlay]) -> list[int]:
    """Those glyphs whose middle lies in the box of any of these."""
    boxes = np.array([over.box for over in overlays])
    middles = np.array([((glyphs[at].x0 + glyphs[at].x1) / 2, (glyphs[at].top + glyphs[at].bottom) / 2) for at in own])
    hit = np.zeros(len(own), bool)
    for x0, top, x1, bottom in boxes:
        hit |= (middles[:, 0] >= x0) & (middles[:, 0] <= x1) & (middles[:, 1] >= top) & (middles[:, 1] <= bottom)
    return [number for number, under in zip(own, hit, strict=True) if under]


def _is_under(glyph: Glyph, over: Overlay) -> bool:
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    x0, top, x1, bottom = over.box
    return x0 <= x <= x1 and top <= y <= bottom


def _order(page: pdfium.PdfPage) -> tuple[dict[int, int], list[object]]:
    """The number of each string in the order of painting, and the pictures that may lie over one, as in ``overlays``."""
    order: dict[int, int] = {}
    pictures = []
    for item in painted(page):
        if item.kind == raw.FPDF_PAGEOBJ_TEXT:
            order[address_of(item.handle)] = len(order)
        elif item.kind == raw.FPDF_PAGEOBJ_IMAGE and order and not raw.FPDFPageObj_HasTransparency(item.handle):
            pictures.append(item.handle)
    return order, pictures


def _nested(page: pdfium.PdfPage, drawn: Drawing) -> frozenset[int]:
    """The text objects that stand in forms; their clips are measured in a space of their own."""
    if not drawn.forms:
        return frozenset()
    return frozenset(
        address_of(item.handle) for item in painted(page) if item.depth and item.kind == raw.FPDF_PAGEOBJ_TEXT
    )


# Calls made for every string, with plain integers for pointers.
_clip_of = CFUNCTYPE(c_size_t, c_size_t)(cast(raw.FPDFPageObj_GetClipPath, c_void_p).value or 0)
_paths_of = CFUNCTYPE(c_int, c_size_t)(cast(raw.FPDFClipPath_CountPaths, c_void_p).value or 0)
_points_of = CFUNCTYPE(c_int, c_size_t, c_int)(cast(raw.FPDFClipPath_CountPathSegments, c_void_p).value or 0)
_point_of = CFUNCTYPE(c_size_t, c_size_t, c_int, c_int)(cast(raw.FPDFClipPath_GetPathSegment, c_void_p).value or 0)
_place_of = CFUNCTYPE(c_int, c_size_t, c_void_p, c_void_p)(cast(raw.FPDFPathSegment_GetPoint, c_void_p).value or 0)
_marks_of = CFUNCTYPE(c_int, c_size_t)(cast(raw.FPDFPageObj_CountMarks, c_void_p).value or 0)


class _Clips:
    """The boxes that strings are clipped to; many strings share a clip."""

    def __init__(self, turn: Upright) -> None:
        self._turn = turn
        self._x, self._y = c_float(), c_float()
        self._places = addressof(self._x), addressof(self._y)
        self._known: dict[tuple[int, int], Box] = {}

    def box(self, address: int) -> Box:
        """The box, upright, outside which nothing of a text object is drawn."""
        clip = _clip_of(address)
        paths = _paths_of(clip) if clip else 0
        x0, top, x1, bottom = _EVERYWHERE
        for path in range(max(paths, 0)):
            box = self._path(clip, path)
            x0, top, x1, bottom = max(x0, box[0]), max(top, box[1]), min(x1, box[2]), min(bottom, box[3])
        return x0, top, x1, bottom

    def _path(self, clip: int, path: int) -> Box:
        count = _points_of(clip, path)
        if not 0 < count <= _MOST_POINTS:
            return _EVERYWHERE
        first = _point_of(clip, path, 0)
        if (first, count) not in self._known:
            points = [self._point(_point_of(clip, path, number)) for number in range(count)]
            xs, ys = [x for x, _ in points], [y for _, y in points]
            self._known[first, count] = min(xs), min(ys), max(xs), max(ys)
        return self._known[first, count]

    def _point(self, segment: int) -> tuple[float, float]:
        _place_of(segment, *self._places)
        return self._turn.point(self._x.value, self._y.value)


def _cut(seen: Glyphs, own: Sequence[int], objects: Sequence[int], nested: frozenset[int]) -> set[int]:
    """The glyphs of which too little lies within the clip of their string."""
    clips = _Clips(seen.turn)
    boxes = [_EVERYWHERE if address in nested else clips.box(address) for address in objects]
    found = set()
    for number in own:
        glyph = seen.glyphs[number]
        x0, top, x1, bottom = boxes[glyph.run]
        if x0 <= glyph.x0 and glyph.x1 <= x1 and top <= glyph.top and glyph.bottom <= bottom:
            continue
        across = (min(glyph.x1, x1) - max(glyph.x0, x0)) / max(glyph.x1 - glyph.x0, 0.1)
        down = (min(glyph.bottom, bottom) - max(glyph.top, top)) / max(glyph.bottom - glyph.top, 0.1)
        if across < OVERLAY.cut_across or down < OVERLAY.cut_down:
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
