"""What stands on a page, whoever read it: glyphs, and the lines and areas drawn between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple


class Glyph(NamedTuple):
    """One visible character. ``size`` is its height in points, ``font`` counts the fonts of the page."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    font: int
    bold: bool
    blank: bool = False
    """Whether the file has a blank before it; how wide it is, the gap tells."""
    ink: int = 0
    """The colour it has on white paper, red, green and blue as one number; 0 is black."""
    run: int = 0
    """Counts the strings that the file draws: glyphs of one number were drawn together."""


# What stands in a glyph, fetched without a step of Python for each: for loops over all glyphs of a page.
x0_of, top_of, x1_of, bottom_of, run_of = map(itemgetter, (1, 2, 3, 4, 10))
top_and_bottom_of, font_and_text_of, ink_and_size_of = itemgetter(2, 4), itemgetter(6, 0), itemgetter(9, 5)


class Upright(NamedTuple):
    """How the page is turned so that its text reads: clockwise degrees and the page's box in PDF space."""

    rotation: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Width of the page as it reads."""
        return self.right - self.left if self.rotation % 180 == 0 else self.top - self.bottom

    @property
    def height(self) -> float:
        """Height of the page as it reads."""
        return self.top - self.bottom if self.rotation % 180 == 0 else self.right - self.left

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of PDF space, from the top left of the upright page."""
        if self.rotation == 0:
            return x - self.left, self.top - y
        if self.rotation == 90:
            return y - self.bottom, x - self.left
        if self.rotation == 180:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The glyphs of one page and what is odd about its text layer.

    ``askew`` are runs of text drawn at another angle than the page's own (watermarks, binding lines).
    ``hidden`` counts invisible characters (the layer a recogniser laid under a scan), ``unmapped`` those
    that the file gives no Unicode for. ``fonts`` are their names by ``Glyph.font``.
    """

    glyphs: tuple[Glyph, ...]
    turn: Upright
    askew: tuple[tuple[str, tuple[float, float, float, float]], ...]
    hidden: int
    unmapped: int
    fonts: tuple[str, ...]
    cut: bool = False


class Edge(NamedTuple):
    """A straight stretch: at ``at`` across its direction, from ``start`` to ``end`` along it."""

    at: float
    start: float
    end: float


class Overlay(NamedTuple):
    """An area or picture painted when ``above`` strings had been drawn: it may cover these."""

    box: tuple[float, float, float, float]
    above: int
    picture: bool


class ColouredFrame(NamedTuple):
    """A closed outline of the size of a seal, in a colour that is no grey (as ``Glyph.ink``)."""

    box: tuple[float, float, float, float]
    ink: int


@dataclass(slots=True)
class Drawing:
    """What a page draws besides text. ``cut`` says that there was more than MOST_SEGMENTS or MOST_OBJECTS.

    ``buries`` says that a picture of the whole page lies over all of its text. ``dark`` are the areas whose colour
    shows, ``overlays`` the areas and pictures that were painted after some text had been; ``strokes`` the small
    drawings that lean (ticks, crosses, signatures), ``squares`` such as are drawn to be ticked.
    """

    level: list[Edge] = field(default_factory=list)
    upright: list[Edge] = field(default_factory=list)
    images: list[tuple[float, float, float, float]] = field(default_factory=list)
    pixels: int = 0
    """Of all its pictures together, each as often as it is drawn."""
    curves: int = 0
    segments: int = 0
    objects: int = 0
    forms: int = 0
    cut: bool = False
    buries: bool = False
    dark: list[tuple[float, float, float, float]] = field(default_factory=list)
    overlays: list[Overlay] = field(default_factory=list)
    strokes: list[tuple[tuple[float, float], ...]] = field(default_factory=list)
    squares: list[tuple[float, float, float, float]] = field(default_factory=list)
    frames: list[ColouredFrame] = field(default_factory=list)
