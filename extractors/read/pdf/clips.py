"""Which glyphs of a PDF page does a clip cut off, as the cell of a spreadsheet does with words too long for it?

In:     the content of a page.
Out:    the numbers of those glyphs.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from ctypes import CFUNCTYPE, addressof, c_float, c_int, c_size_t, c_void_p, cast

from pypdfium2 import raw

from extractors.layout.geometry import Upright
from extractors.layout.settings import OVERLAY
from extractors.read.pdf.objects import IDENTITY, Form, Matrix
from extractors.read.pdf.page_content import PageContent
from schemas.locator import Box

_MOST_POINTS = 64
"""Points of a clip that is looked at; a longer one is an ornament."""

_HAIR = 0.1
_EVERYWHERE: Box = (-1e9, -1e9, 1e9, 1e9)

# Calls made for every string, with plain integers for pointers.
_clip_of = CFUNCTYPE(c_size_t, c_size_t)(cast(raw.FPDFPageObj_GetClipPath, c_void_p).value or 0)
_paths_of = CFUNCTYPE(c_int, c_size_t)(cast(raw.FPDFClipPath_CountPaths, c_void_p).value or 0)
_points_of = CFUNCTYPE(c_int, c_size_t, c_int)(cast(raw.FPDFClipPath_CountPathSegments, c_void_p).value or 0)
_point_of = CFUNCTYPE(c_size_t, c_size_t, c_int, c_int)(cast(raw.FPDFClipPath_GetPathSegment, c_void_p).value or 0)
_place_of = CFUNCTYPE(c_int, c_size_t, c_void_p, c_void_p)(cast(raw.FPDFPathSegment_GetPoint, c_void_p).value or 0)


class _Clips:
    """The boxes that strings are clipped to; many strings share a clip."""

    def __init__(self, turn: Upright) -> None:
        self._turn = turn
        self._x, self._y = c_float(), c_float()
        self._places = addressof(self._x), addressof(self._y)
        self._known: dict[tuple[int, int, Matrix], Box] = {}

    def box(self, address: int, forms: Sequence[Form] = ()) -> Box:
        """The box, upright, outside which nothing of a text object is drawn, nor of the forms it stands in."""
        spaces = [(form.address, form.outer) for form in forms]
        spaces.append((address, forms[-1].inner if forms else IDENTITY))
        x0, top, x1, bottom = _EVERYWHERE
        for place, space in spaces:
            clip = _clip_of(place)
            for path in range(max(_paths_of(clip), 0) if clip else 0):
                box = self._path(clip, path, space)
                x0, top, x1, bottom = max(x0, box[0]), max(top, box[1]), min(x1, box[2]), min(bottom, box[3])
        return x0, top, x1, bottom

    def _path(self, clip: int, path: int, space: Matrix) -> Box:
        count = _points_of(clip, path)
        if not 0 < count <= _MOST_POINTS:
            return _EVERYWHERE
        first = _point_of(clip, path, 0)
        key = first, count, space
        if key not in self._known:
            points = [self._point(_point_of(clip, path, number), space) for number in range(count)]
            xs, ys = [x for x, _ in points], [y for _, y in points]
            self._known[key] = min(xs), min(ys), max(xs), max(ys)
        return self._known[key]

    def _point(self, segment: int, space: Matrix) -> tuple[float, float]:
        _place_of(segment, *self._places)
        a, b, c, d, e, f = space
        x, y = self._x.value, self._y.value
        return self._turn.point(a * x + c * y + e, b * x + d * y + f)


def cut(content: PageContent, nested: Mapping[int, Sequence[Form]]) -> set[int]:
    """The glyphs of which too little lies within the clip of their string; ``nested``: strings in forms, and these."""
    glyphs, clips = content.seen.glyphs, _Clips(content.seen.turn)
    boxes = [clips.box(address, nested.get(address, ())) for address in content.objects]
    if all(box == _EVERYWHERE for box in boxes):
        return set()
    found = set()
    for number in content.own:
        glyph = glyphs[number]
        x0, top, x1, bottom = boxes[glyph.run]
        if x0 <= glyph.x0 and glyph.x1 <= x1 and top <= glyph.top and glyph.bottom <= bottom:
            continue
        across = (min(glyph.x1, x1) - max(glyph.x0, x0)) / max(glyph.x1 - glyph.x0, _HAIR)
        down = (min(glyph.bottom, bottom) - max(glyph.top, top)) / max(glyph.bottom - glyph.top, _HAIR)
        if across < OVERLAY.cut_across or down < OVERLAY.cut_down:
            found.add(number)
    return found
