"""Which glyphs, lines and pictures does an OFD page draw, and where?

In:     a page's (or template's) element tree; millimetres from the top left.
Out:    the same glyphs and edges that the PDF reader gives its layout, in points.
Raises: nothing.
Source: GB/T 33190-2016, 8 (page), 9 (paths), 11.3 (TextCode, DeltaX with "g n v" runs).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from lxml.etree import _Element as Element

from extractors.layout.characters import cleaned, is_private
from extractors.layout.geometry import Drawing, Edge, Glyph, Glyphs, Upright
from extractors.layout.lines import is_wide
from extractors.read.pdf.drawing import LARGEST_STROKE, MOST_SEGMENTS, MOST_STROKES
from extractors.read.pdf.glyphs import MOST_GLYPHS
from extractors.read.pdf.objects import MOST_OBJECTS
from schemas.locator import Box

POINTS = 72 / 25.4
"""Points in a millimetre."""

_ASCENT = 0.86
"""How much of a line of hanzi stands above its base line."""

_THIN = 3.0
_DEEPEST = 6
_SLOPE = 0.05
_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_NARROW, _BROAD, _LETTER = 0.3, 0.85, 0.55
"""Widths of letters in ems, where the file does not say how far the next one stands."""

_BROAD_LETTERS = "mwMW%@"

Point = tuple[float, float]
Matrix = tuple[float, ...]


def name_of(element: Element) -> str:
    """The element's name; the namespace has changed between editions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: Element, name: str) -> Iterator[Element]:
    """The direct children of this name."""
    return (child for child in element if name_of(child) == name)


def first(element: Element, name: str) -> Element | None:
    """The first direct child of this name."""
    return next(children(element, name), None)


def numbers(text: str | None) -> tuple[float, ...]:
    """The numbers in a list; none where one of them is none."""
    try:
        found = tuple(float(part) for part in (text or "").split())
    except ValueError:
        return ()
    return found if all(math.isfinite(each) for each in found) else ()


def deltas(text: str | None, most: int) -> list[float]:
    """Steps from letter to letter; ``g 5 3.5`` stands for five times 3.5."""
    parts = iter((text or "").split())
    found: list[float] = []
    try:
        for part in parts:
            count, value = (int(next(parts)), next(parts)) if part == "g" else (1, part)
            found.extend([float(value)] * min(count, most - len(found)))
            if len(found) >= most:
                break
    except (ValueError, StopIteration):
        pass
    return found


class Painter:
    """Takes in the objects of one page; its templates first."""

    def __init__(self, box: Sequence[float], fonts: Mapping[str, str], shared: Mapping[str, Element]) -> None:
        self.drawn = Drawing()
        self._left, self._top = box[0], box[1]
        self._turn = Upright(0, 0.0, 0.0, box[2] * POINTS, box[3] * POINTS)
        self._names = fonts
        self._numbers: dict[str, int] = {}
        self._shared = shared
        self._glyphs: list[Glyph] = []
        self._askew: list[tuple[str, tuple[float, float, float, float]]] = []
        self._hidden = 0
        self._runs = 0
        self.pictures: list[tuple[str, Box]] = []
        """The resource of each picture and where it stands, in the order of painting."""
        self.covered = 0
        """Glyphs that an area painted later hides."""

    def seen(self) -> Glyphs:
        """The glyphs of the page."""
        fonts = tuple(self._names.get(name, "") for name in self._numbers)
        unmapped = sum(is_private(glyph.text) for glyph in self._glyphs)
        cut = len(self._glyphs) >= MOST_GLYPHS
        return Glyphs(tuple(self._glyphs), self._turn, tuple(self._askew), self._hidden, unmapped, fonts, cut)

    def paint(self, root: Element) -> None:
        """Take in a page or a template."""
        content = first(root, "Content")
        for layer in children(content, "Layer") if content is not None else ():
            self._objects(layer, (-self._left, -self._top), _IDENTITY, 0)

    def paint_over(self, appearance: Element) -> None:
        """Take in what an annotation shows; its boundary stands on the page, its objects within it."""
        x, y = (numbers(appearance.get("Boundary")) or (0.0, 0.0))[:2]
        self._objects(appearance, (x - self._left, y - self._top), _IDENTITY, 0)

    def _objects(self, parent: Element, origin: Point, outer: Matrix, depth: int) -> None:
        for item in parent:
            self.drawn.objects += 1
            if self.drawn.objects > MOST_OBJECTS:
                self.drawn.cut = True
                return
            name = name_of(item)
            if name == "PageBlock" and depth < _DEEPEST:
                self._objects(item, origin, outer, depth + 1)
            elif name in ("TextObject", "PathObject", "ImageObject", "CompositeObject"):
                self._object(name, item, _ObjectFrame(item, origin, outer), depth)

    def _object(self, name: str, item: Element, frame: _ObjectFrame, depth: int) -> None:
        hidden = item.get("Visible") == "false" or item.get("Alpha") == "0"
        if name == "TextObject":
            self._text(item, frame, hidden=hidden)
        elif hidden:
            return
        elif name == "PathObject":
            self._path(item, frame)
        elif name == "ImageObject":
            self.drawn.images.append(frame.box())
            self.pictures.append((item.get("ResourceID", ""), frame.box()))
        elif depth < _DEEPEST:
            unit = self._shared.get(item.get("ResourceID", ""))
            inside = None if unit is None else first(unit, "Content")
            if inside is not None:
                self._objects(inside, frame.origin, frame.matrix, depth + 1)

    def _text(self, item: Element, frame: _ObjectFrame, *, hidden: bool) -> None:
        size = (numbers(item.get("Size")) or (0.0,))[0]
        stretch = (numbers(item.get("HScale")) or (1.0,))[0]
        name = item.get("Font", "")
        font = self._numbers.setdefault(name, len(self._numbers))
        family = self._names.get(name, "")
        self._runs += 1
        ink = _ink(item)
        weight = item.get("Weight") or ""
        bold = (weight.isdecimal() and int(weight) >= 600) or "bold" in family.lower()
        along, across, slope = frame.scale()
        x = y = 0.0
        said = ""
        for code in children(item, "TextCode"):
            text = code.text or ""
            x = (numbers(code.get("X")) or (x,))[0]
            y = (numbers(code.get("Y")) or (y,))[0]
            blank = False
            for char, at, width in _placed(text, x, y, code, size * stretch):
                meant = cleaned(ord(char), family)
                if not meant:
                    blank = True
                elif hidden:
                    self._hidden += 1
                elif slope > _SLOPE:
                    said += meant
                elif len(self._glyphs) < MOST_GLYPHS:
                    px, py = frame.point(*at)
                    high = size * across * POINTS
                    top = py - _ASCENT * high
                    box = (px, top, px + width * along * POINTS, top + high)
                    self._glyphs.append(Glyph(meant, *box, high, font, bold, blank, ink, self._runs))
                    blank = False
        if said:
            self._askew.append((said, frame.box()))

    def _path(self, item: Element, frame: _ObjectFrame) -> None:
        stroked, filled = item.get("Stroke") != "false", item.get("Fill") == "true"
        data = first(item, "AbbreviatedData")
        if (not stroked and not filled) or data is None or self.drawn.cut:
            return
        for points, curved in _subpaths(data.text or ""):
            self.drawn.segments += len(points)
            if self.drawn.segments > MOST_SEGMENTS:
                self.drawn.cut = True
                return
            placed = [frame.point(*point) for point in points]
            if curved:
                self.drawn.curves += 1
            else:
                self._straight(item, placed, as_lines=stroked and not (filled and _is_thin(placed)))
            self._over_text(item, placed, leans=curved or _leans(placed), filled=filled)

    def _straight(self, item: Element, points: list[Point], *, as_lines: bool) -> None:
        """A shape without curves: the strokes around it are lines; without them it is an area."""
        if as_lines:
            self._lines(points)
        elif len(points) >= 4:
            self._area(item, points)

    def _over_text(self, item: Element, points: list[Point], *, leans: bool, filled: bool) -> None:
        """What a shape does to text below it: it may tick a box, or cover what it lies on."""
        if leans:
            self._stroke(points)
        elif filled and not _is_thin(points) and _is_solid(item):
            self._cover(points)

    def _area(self, item: Element, points: list[Point]) -> None:
        """A filled shape: thin ones are lines; a coloured area has borders where the colour ends."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        if _is_thin(points):
            middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
            wide = max(xs) - min(xs) >= max(ys) - min(ys)
            ends = (
                [(min(xs), middle[1]), (max(xs), middle[1])] if wide else [(middle[0], min(ys)), (middle[0], max(ys))]
            )
            self._lines(ends)
        elif not _is_pale(item):
            self._lines(points if points[0] == points[-1] else [*points, points[0]])

    def _cover(self, points: list[Point]) -> None:
        """Take away the glyphs over which a solid area is painted."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        x0, x1, top, bottom = min(xs), max(xs), min(ys), max(ys)
        left = [
            glyph
            for glyph in self._glyphs
            if not (x0 <= (glyph.x0 + glyph.x1) / 2 <= x1 and top <= (glyph.top + glyph.bottom) / 2 <= bottom)
        ]
        self.covered += len(self._glyphs) - len(left)
        self._glyphs = left

    def _stroke(self, points: list[Point]) -> None:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        small = max(max(xs) - min(xs), max(ys) - min(ys)) <= LARGEST_STROKE
        if small and len(self.drawn.strokes) < MOST_STROKES:
            self.drawn.strokes.append(tuple(points))

    def _lines(self, points: list[Point]) -> None:
        for (xa, ya), (xb, yb) in pairwise(points):
            wide, high = abs(xb - xa), abs(yb - ya)
            if high <= 1.0 and wide > high:
                self.drawn.level.append(Edge((ya + yb) / 2, min(xa, xb), max(xa, xb)))
            elif wide <= 1.0 and high > wide:
                self.drawn.upright.append(Edge((xa + xb) / 2, min(ya, yb), max(ya, yb)))


class _ObjectFrame:
    """Where one object's own coordinates stand on the page: its matrix, then its boundary, then what holds it."""

    def __init__(self, item: Element, origin: Point, outer: Matrix) -> None:
        box = numbers(item.get("Boundary"))
        self._size = (box[2], box[3]) if len(box) == 4 else (0.0, 0.0)
        corner = (box[0], box[1]) if len(box) == 4 else (0.0, 0.0)
        x, y = _through(outer, *corner)
        self.origin = (origin[0] + x, origin[1] + y)
        own = numbers(item.get("CTM"))
        self._outer = outer[:4]
        self.matrix = _times(own if len(own) == 6 else _IDENTITY, (*outer[:4], 0.0, 0.0))

    def point(self, x: float, y: float) -> Point:
        """A point of the object, in points of the page."""
        px, py = _through(self.matrix, x, y)
        return (self.origin[0] + px) * POINTS, (self.origin[1] + py) * POINTS

    def box(self) -> tuple[float, float, float, float]:
        """The object's boundary, in points of the page."""
        wide, high = self._size
        x, y = _through((*self._outer, 0.0, 0.0), wide, high)
        x0, y0 = self.origin[0] * POINTS, self.origin[1] * POINTS
        x1, y1 = x0 + x * POINTS, y0 + y * POINTS
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def scale(self) -> tuple[float, float, float]:
        """How much the object is stretched along a line and across it, and how steep its lines run."""
        a, b, c, d = self.matrix[:4]
        along, across = math.hypot(a, b), math.hypot(c, d)
        steep = abs(math.atan2(b, a)) if along else 0.0
        return along, across, steep


def _through(matrix: Matrix, x: float, y: float) -> Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    """First ``inner``, then ``outer``."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _placed(text: str, x: float, y: float, code: Element, size: float) -> Iterator[tuple[str, Point, float]]:
    """Each letter with the left end of its base line and its width.

    A letter reaches to the next one unless that stands too far off to belong to the same word.
    """
    right, down = deltas(code.get("DeltaX"), len(text)), deltas(code.get("DeltaY"), len(text))
    for index, char in enumerate(text):
        usual = size * _em(char)
        # The last letter has no step, nor have those of a line whose steps the file leaves out.
        step = right[index] if index < len(right) else None if not down else 0.0
        widest = (1.1 if is_wide(char) or char in _BROAD_LETTERS else 0.95) * size
        yield char, (x, y), step if step is not None and 0 < step <= widest else usual
        x += usual if step is None else step
        y += down[index] if index < len(down) else 0.0


def _em(char: str) -> float:
    if is_wide(char):
        return 1.0
    return _NARROW if char in "iIjl.,:;'|!()[]" else _BROAD if char in _BROAD_LETTERS else _LETTER


_COUNTS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}


def _subpaths(text: str) -> Iterator[tuple[list[Point], bool]]:
    """The stretches of a path between moves, and whether each bends; what cannot be read ends it."""
    parts = text.replace(",", " ").split()
    points: list[Point] = []
    curved, at = False, 0
    while at < len(parts):
        letter = parts[at]
        count = _COUNTS.get(letter)
        values = numbers(" ".join(parts[at + 1 : at + 1 + (count or 0)])) if count else ()
        if count is None or len(values) != count:
            break
        if letter in "MS" and points:
            yield points, curved
            points, curved = [], False
        curved |= letter in "QBA"
        if values:
            points.append((values[-2], values[-1]))
        elif points and points[0] != points[-1]:
            points.append(points[0])
        at += 1 + count
    if len(points) > 1:
        yield points, curved


def _is_thin(points: Sequence[Point]) -> bool:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return len(points) >= 4 and min(max(xs) - min(xs), max(ys) - min(ys)) <= _THIN


def _leans(points: Sequence[Point]) -> bool:
    """Whether a stretch is neither level nor upright."""
    return any(abs(xa - xb) > 1.0 and abs(ya - yb) > 1.0 for (xa, ya), (xb, yb) in pairwise(points))


def _ink(item: Element) -> int:
    """The colour of a text, as white paper shows it; black where the file says none."""
    colour = first(item, "FillColor")
    value = numbers(colour.get("Value")) if colour is not None else ()
    if colour is None or len(value) != 3:
        return 0
    solid = min(max((numbers(colour.get("Alpha")) or (255.0,))[0], 0.0), 255.0) / 255
    red, green, blue = (round(255 - (255 - min(max(part, 0.0), 255.0)) * solid) for part in value)
    return red << 16 | green << 8 | blue


def _is_solid(item: Element) -> bool:
    """Whether nothing shines through the fill, which has a colour of its own."""
    colour = first(item, "FillColor")
    alphas = (item.get("Alpha"), colour.get("Alpha") if colour is not None else None)
    return colour is not None and all(alpha in (None, "255") for alpha in alphas)


def _is_pale(item: Element) -> bool:
    """Whether the fill cannot be seen: white, or wholly transparent."""
    colour = first(item, "FillColor")
    if colour is None:
        return False
    value = numbers(colour.get("Value"))
    return colour.get("Alpha") == "0" or (len(value) == 3 and min(value) >= 250)
