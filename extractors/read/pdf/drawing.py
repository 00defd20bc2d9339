"""Which straight lines a PDF page draws, and how much of it is pictures and curves.

In:     a loaded pdfium page and the turn at which it reads.
Out:    level and upright edges in points from the top left, boxes of images, counts of what is drawn.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import byref, c_float, c_int, c_uint
from itertools import pairwise

import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.layout.geometry import ColouredFrame, Drawing, Edge, Overlay, Upright
from extractors.layout.settings import NAME_SEAL
from extractors.read.pdf.objects import DEEPEST, IDENTITY, MOST_OBJECTS, Matrix, times
from schemas.locator import Box

MOST_SEGMENTS = 80_000
"""Bound of the work one page may ask for, with MOST_OBJECTS; a drawing beyond them is no table for people."""

MOST_STROKES = 400
"""Small leaning strokes that are kept; a page of more is a drawing, or letters drawn as outlines."""

LARGEST_STROKE = 800.0
"""Points: a larger stroke crosses no row of a list."""

SCRAWL_HEIGHT, SCRAWL_LENGTH = 4.0, 4.0
"""How high (points) a line of many parts is at most that strikes words out, and how many times longer than high."""

_LEAST_STROKE = 3.0
_TICK_BOX = 5.0, 18.0, 2.0
"""How large (points) a square at least and at most is that is drawn to be ticked, and how far from square."""

_CORNERS = 5
"""Points of a rectangle that ends where it began."""

_WHITE_PART, _SOLID = 250, 255
THIN = 3.0
"""A filled rectangle up to this thick is a line (points)."""

MOST_PIXELS = 1_500_000_000
"""Of the pictures that a page draws: the largest sheet scanned finely has 140 million, and these take ten seconds."""

_WHOLE = 0.8
"""A picture over this share of the page, drawn after the text, leaves nothing of it to be seen."""


class TooManyPixels(Exception):
    """The page draws so many pictures, so large, that it would take for ever to show it."""


def drawing(page: pdfium.PdfPage, turn: Upright) -> Drawing:
    """Everything drawn on the page, forms within forms included. Raises TooManyPixels."""
    found = Drawing()
    count, get = raw.FPDFPage_CountObjects(page.raw), raw.FPDFPage_GetObject
    reader = _ObjectWalker(found, turn)
    for index in range(count):
        if found.cut:
            break
        reader.read(get(page.raw, index), IDENTITY, 0)
        if found.pixels > MOST_PIXELS:
            raise TooManyPixels
    return found


class _ObjectWalker:
    """Walks page objects; keeps the ctypes buffers that every call needs."""

    def __init__(self, found: Drawing, turn: Upright) -> None:
        self._found = found
        self._turn = turn
        self._matrix = raw.FS_MATRIX()
        self._x, self._y = c_float(), c_float()
        self._fill, self._stroke = c_int(), c_int()
        self._colour = [c_uint() for _ in range(4)]
        self._wide, self._high = c_uint(), c_uint()
        self._written = 0

    def read(self, item: object, outer: Matrix, depth: int) -> None:
        """Note one object: a path's edges, an image's box, the objects of a form."""
        found = self._found
        found.objects += 1
        if found.objects > MOST_OBJECTS:
            found.cut = True
            return
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            self._path(item, outer)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            self._image(item, outer)
        elif kind == raw.FPDF_PAGEOBJ_TEXT:
            found.buries = False
            self._written += 1
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            found.forms += 1
            inner = times(self._own(item), outer)
            for index in range(raw.FPDFFormObj_CountObjects(item)):
                if found.cut:
                    return
                self.read(raw.FPDFFormObj_GetObject(item, index), inner, depth + 1)

    def _own(self, item: object) -> Matrix:
        matrix = self._matrix
        if not raw.FPDFPageObj_GetMatrix(item, byref(matrix)):
            return IDENTITY
        return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f

    def _image(self, item: object, outer: Matrix) -> None:
        a, b, c, d, e, f = times(self._own(item), outer)
        corners = [self._turn.point(*spot) for spot in ((e, f), (e + a, f + b), (e + c, f + d), (e + a + c, f + b + d))]
        x0, y0, x1, y1 = _about(corners)
        self._found.images.append((x0, y0, x1, y1))
        if raw.FPDFImageObj_GetImagePixelSize(item, byref(self._wide), byref(self._high)):
            self._found.pixels += self._wide.value * self._high.value
        whole = (x1 - x0) * (y1 - y0) >= _WHOLE * self._turn.width * self._turn.height
        if (whole or self._written) and not raw.FPDFPageObj_HasTransparency(item):
            self._found.buries |= whole
            if self._written:
                self._found.overlays.append(Overlay((x0, y0, x1, y1), self._written, picture=True))
        # Some producers draw their borders as one-pixel images.
        if min(x1 - x0, y1 - y0) <= THIN < max(x1 - x0, y1 - y0):
            self._rectangle(x0, y0, x1, y1)

    def _path(self, item: object, outer: Matrix) -> None:
        raw.FPDFPath_GetDrawMode(item, byref(self._fill), byref(self._stroke))
        filled, stroked = self._fill.value != 0, bool(self._stroke.value)
        if not filled and not stroked:
            return
        for points, curved in self._subpaths(item, times(self._own(item), outer)):
            if stroked:
                self._frame(item, points)
            self._shape(points, covers=filled and self._written > 0, leans=curved or _leans(points))
            if curved:
                self._found.curves += 1
            elif not (stroked and not filled and self._is_white_band(item, points)):
                self._straight(item, points, as_lines=stroked and not (filled and _is_thin(points)))
                if filled and stroked and self._square(points) and not self._pale(item):
                    self._found.dark.append(_about(points))

    def _straight(self, item: object, points: list[tuple[float, float]], *, as_lines: bool) -> None:
        """A shape without curves: the strokes around it are lines; without them it is an area."""
        if as_lines:
            if self._square(points):
                self._found.squares.append(_about(points))
            self._strokes(points)
        elif len(points) >= 4:
            self._area(item, points)

    def _frame(self, item: object, points: list[tuple[float, float]]) -> None:
        """Note a closed outline of the size of a seal, where it has a colour."""
        if len(points) < _CORNERS or points[0] != points[-1] or len(self._found.frames) >= MOST_STROKES:
            return
        box = _about(points)
        least, most = sorted((box[2] - box[0], box[3] - box[1]))
        if not (NAME_SEAL.least <= least and most <= min(NAME_SEAL.largest, NAME_SEAL.sides * least)):
            return
        red, green, blue, alpha = self._colour
        if raw.FPDFPageObj_GetStrokeColor(item, byref(red), byref(green), byref(blue), byref(alpha)):
            parts = red.value, green.value, blue.value
            if max(parts) - min(parts) >= NAME_SEAL.colour:
                self._found.frames.append(ColouredFrame(box, parts[0] << 16 | parts[1] << 8 | parts[2]))

    def _square(self, points: list[tuple[float, float]]) -> bool:
        """Whether this is a square of the size of a tick box."""
        if len(points) != _CORNERS or points[0] != points[-1] or len(self._found.squares) >= MOST_STROKES:
            return False
        x0, y0, x1, y1 = _about(points)
        wide, high = x1 - x0, y1 - y0
        return _TICK_BOX[0] <= min(wide, high) and max(wide, high) <= _TICK_BOX[1] and abs(wide - high) <= _TICK_BOX[2]

    def _is_white_band(self, item: object, points: list[tuple[float, float]]) -> bool:
        """Note what a line covers that is so thick that words find room beneath; whether it is white, and no rule."""
        width = c_float()
        if len(points) != len(("begin", "end")) or not raw.FPDFPageObj_GetStrokeWidth(item, byref(width)):
            return False
        if width.value <= THIN:
            return False
        x0, y0, x1, y1 = _about(points)
        half = width.value / 2
        across, down = (half, 0.0) if x1 - x0 < y1 - y0 else (0.0, half)
        if self._written:
            box = x0 - across, y0 - down, x1 + across, y1 + down
            self._found.overlays.append(Overlay(box, self._written, picture=False))
        return self._is_white_stroke(item)

    def _is_white_stroke(self, item: object) -> bool:
        red, green, blue, alpha = self._colour
        if not raw.FPDFPageObj_GetStrokeColor(item, byref(red), byref(green), byref(blue), byref(alpha)):
            return False
        return min(red.value, green.value, blue.value) >= _WHITE_PART and alpha.value == _SOLID

    def _shape(self, points: list[tuple[float, float]], *, covers: bool, leans: bool) -> None:
        """Note what may cover text that was painted before, and what may be a tick."""
        if not covers and not leans:
            return
        x0, y0, x1, y1 = _about(points)
        least, most = sorted((x1 - x0, y1 - y0))
        if covers and least > THIN:
            self._found.overlays.append(Overlay((x0, y0, x1, y1), self._written, picture=False))
        if leans and _LEAST_STROKE <= most <= LARGEST_STROKE and len(self._found.strokes) < MOST_STROKES:
            self._found.strokes.append(tuple(points))

    def _subpaths(self, item: object, matrix: Matrix) -> list[tuple[list[tuple[float, float]], bool]]:
        """The stretches of a path between moves, upright, and whether each bends."""
        a, b, c, d, e, f = matrix
        found, turn, px, py = self._found, self._turn, self._x, self._y
        x_at, y_at = byref(px), byref(py)
        get, kind_of, point_of = raw.FPDFPath_GetPathSegment, raw.FPDFPathSegment_GetType, raw.FPDFPathSegment_GetPoint
        paths: list[tuple[list[tuple[float, float]], bool]] = []
        points: list[tuple[float, float]] = []
        curved = False
        for index in range(raw.FPDFPath_CountSegments(item)):
            found.segments += 1
            if found.segments > MOST_SEGMENTS:
                found.cut = True
                break
            segment = get(item, index)
            kind = kind_of(segment)
            point_of(segment, x_at, y_at)
            x, y = px.value, py.value
            spot = turn.point(a * x + c * y + e, b * x + d * y + f)
            if kind == raw.FPDF_SEGMENT_MOVETO:
                if len(points) > 1:
                    paths.append((points, curved))
                points, curved = [], False
            elif kind == raw.FPDF_SEGMENT_BEZIERTO:
                curved = True
            points.append(spot)
            if raw.FPDFPathSegment_GetClose(segment) and points[0] != spot:
                points.append(points[0])
        if len(points) > 1:
            paths.append((points, curved))
        return paths

    def _strokes(self, points: list[tuple[float, float]]) -> None:
        if _is_level_scrawl(points):
            x0, top, x1, bottom = _about(points)
            self._level((top + bottom) / 2, x0, x1)
            return
        for (xa, ya), (xb, yb) in pairwise(points):
            self._line(xa, ya, xb, yb)

    def _line(self, xa: float, ya: float, xb: float, yb: float) -> None:
        wide, high = abs(xb - xa), abs(yb - ya)
        if high <= 1.0 and wide > high:
            self._level((ya + yb) / 2, min(xa, xb), max(xa, xb))
        elif wide <= 1.0 and high > wide:
            self._upright((xa + xb) / 2, min(ya, yb), max(ya, yb))

    def _area(self, item: object, points: list[tuple[float, float]]) -> None:
        """A filled shape: thin ones are lines; a coloured area has borders where the colour ends."""
        x0, y0, x1, y1 = _about(points)
        if min(x1 - x0, y1 - y0) <= THIN:
            self._rectangle(x0, y0, x1, y1)
        elif not self._pale(item):
            self._found.dark.append((x0, y0, x1, y1))
            self._strokes(points if points[0] == points[-1] else [*points, points[0]])

    def _pale(self, item: object) -> bool:
        """Whether the fill cannot be seen: white, or wholly transparent."""
        red, green, blue, alpha = self._colour
        if not raw.FPDFPageObj_GetFillColor(item, byref(red), byref(green), byref(blue), byref(alpha)):
            return False
        return alpha.value == 0 or min(red.value, green.value, blue.value) >= 250

    def _rectangle(self, x0: float, y0: float, x1: float, y1: float) -> None:
        if x1 - x0 >= y1 - y0:
            self._level((y0 + y1) / 2, x0, x1)
        else:
            self._upright((x0 + x1) / 2, y0, y1)

    def _level(self, at: float, start: float, end: float) -> None:
        turn = self._turn
        start, end = max(start, -2.0), min(end, turn.width + 2.0)
        if -2.0 <= at <= turn.height + 2.0 and start < end:
            self._found.level.append(Edge(at, start, end))

    def _upright(self, at: float, start: float, end: float) -> None:
        turn = self._turn
        start, end = max(start, -2.0), min(end, turn.height + 2.0)
        if -2.0 <= at <= turn.width + 2.0 and start < end:
            self._found.upright.append(Edge(at, start, end))


def _about(points: Sequence[tuple[float, float]]) -> Box:
    """The box around these points."""
    across, down = zip(*points, strict=True)
    return min(across), min(down), max(across), max(down)


def _is_level_scrawl(points: list[tuple[float, float]]) -> bool:
    """Whether an open line of many short parts runs along level all in all, as a pen strikes words out."""
    x0, top, x1, bottom = _about(points)
    return (
        len(points) > 2
        and points[0] != points[-1]
        and 0 < bottom - top <= SCRAWL_HEIGHT
        and x1 - x0 >= SCRAWL_LENGTH * (bottom - top)
    )


def _is_thin(points: list[tuple[float, float]]) -> bool:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return len(points) >= 4 and min(max(xs) - min(xs), max(ys) - min(ys)) <= THIN


def _leans(points: list[tuple[float, float]]) -> bool:
    """Whether a stretch is neither level nor upright."""
    return any(abs(xa - xb) > 1.0 and abs(ya - yb) > 1.0 for (xa, ya), (xb, yb) in pairwise(points))
