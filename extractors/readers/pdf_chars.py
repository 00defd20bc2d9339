"""Which glyphs a PDF page shows, and where: pdfium's characters, turned upright.

In:     a loaded pdfium page.
Out:    visible glyphs with boxes in points from the top left of the page as it reads, and how often the text
        layer was hidden, unmapped or askew.
Raises: nothing of its own.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import byref, c_float, create_string_buffer
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.readers.pdf_marks import cleaned

MOST_GLYPHS = 120_000
"""More than any page for people holds; the rest is left aside."""

_INVISIBLE = 3
_MISSING = 0xFFFD


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


class _Run(NamedTuple):
    """What the characters of one text object share."""

    quarter: int
    straight: bool
    size: float
    font: int
    bold: bool
    hidden: bool


class _Char(NamedTuple):
    code: int
    left: float
    bottom: float
    right: float
    top: float
    run: _Run
    more: str = ""


def glyphs(page: pdfium.PdfPage) -> Glyphs:
    """Every visible glyph of the page, upright, in the order of the file."""
    textpage = page.get_textpage()
    try:
        chars, unmapped, fonts, cut = _chars(textpage.raw)
    finally:
        textpage.close()
    shown = [char for char in chars if not char.run.hidden]
    turn = _upright(page, shown)
    quarter = turn.rotation // 90
    straight = [char for char in shown if char.run.straight and char.run.quarter == quarter]
    askew = [char for char in shown if not (char.run.straight and char.run.quarter == quarter)]
    return Glyphs(
        glyphs=tuple(_shown(straight, turn, fonts)),
        turn=turn,
        askew=_askew(askew, turn),
        hidden=len(chars) - len(shown),
        unmapped=unmapped,
        fonts=fonts,
        cut=cut,
    )


def page_box(page: pdfium.PdfPage) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of what the page shows, in PDF space (inherited boxes included)."""
    rect = raw.FS_RECTF()
    if raw.FPDF_GetPageBoundingBox(page.raw, byref(rect)) and rect.right > rect.left and rect.top > rect.bottom:
        return rect.left, rect.bottom, rect.right, rect.top
    return 0.0, 0.0, 612.0, 792.0


def _chars(textpage: object) -> tuple[list[_Char], int, tuple[str, ...], bool]:
    """All characters that the file itself draws; the blanks and line ends that pdfium invents are not among them."""
    count = raw.FPDFText_CountChars(textpage)
    found: list[_Char] = []
    unmapped = 0
    reader = _Runs(textpage)
    rect = raw.FS_RECTF()
    place = byref(rect)
    unicode_of, box_of, object_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetTextObject
    error_of = raw.FPDFText_HasUnicodeMapError
    last, run, left, right = b"", reader.nothing, 0.0, 0.0
    for index in range(min(count, MOST_GLYPHS)):
        drawn = object_of(textpage, index)
        if not drawn:
            continue
        here = bytes(drawn)
        if here != last:
            last, run = here, reader.read(drawn, index)
            left = right = math.inf
        code = unicode_of(textpage, index)
        if error_of(textpage, index) == 1:
            unmapped += not run.hidden
            code = _MISSING
        if not box_of(textpage, index, place):
            continue
        if rect.left == left and rect.right == right:
            # pdfium gives each letter of a ligature the ligature's box.
            found[-1] = found[-1]._replace(more=found[-1].more + chr(code))
            continue
        left, right = rect.left, rect.right
        found.append(_Char(code, left, rect.bottom, right, rect.top, run))
    return found, unmapped, tuple(reader.fonts), count > MOST_GLYPHS


class _Runs:
    """Reads each text object once: the characters of one object follow each other."""

    def __init__(self, textpage: object) -> None:
        self.fonts: list[str] = []
        self._textpage = textpage
        self.nothing = _Run(0, True, 0.0, 0, False, False)
        self._known: dict[bytes, int] = {}
        self._matrix = raw.FS_MATRIX()
        self._size = c_float()

    def read(self, drawn: object, index: int) -> _Run:
        """What the text object of this character says about it."""
        matrix = self._matrix
        raw.FPDFText_GetMatrix(self._textpage, index, byref(matrix))
        quarter, slope = 0, 0.0
        if matrix.b or matrix.a <= 0:
            along = math.atan2(matrix.b, matrix.a)
            quarter = round(along / (math.pi / 2)) % 4
            slope = abs(math.remainder(along, math.pi / 2))
        size = self._size
        raw.FPDFTextObj_GetFontSize(drawn, byref(size))
        scale = math.hypot(matrix.c, matrix.d) or math.hypot(matrix.a, matrix.b) or 1.0
        mode = raw.FPDFTextObj_GetTextRenderMode(drawn)
        font = self._font(drawn)
        bold = mode == raw.FPDF_TEXTRENDERMODE_FILL_STROKE or "bold" in self.fonts[font].lower()
        return _Run(quarter, slope < 0.05, abs(size.value) * scale, font, bold, mode == _INVISIBLE)

    def _font(self, drawn: object) -> int:
        font = raw.FPDFTextObj_GetFont(drawn)
        # The bytes of a ctypes pointer are the address it holds.
        address = bytes(font) if font else b""
        if address not in self._known:
            self._known[address] = len(self.fonts)
            self.fonts.append(_font_name(font) if font else "")
        return self._known[address]


def _font_name(font: object) -> str:
    size = raw.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = create_string_buffer(max(size, 1))
    raw.FPDFFont_GetBaseFontName(font, buffer, size)
    name = buffer.value.decode("utf-8", "replace")
    return name.partition("+")[2] or name


def _upright(page: pdfium.PdfPage, chars: Sequence[_Char]) -> Upright:
    """The turn at which most of the text reads; a page without text is turned as the file says."""
    quarters = Counter(char.run.quarter for char in chars if char.run.straight)
    quarter = quarters.most_common(1)[0][0] if quarters else raw.FPDFPage_GetRotation(page.raw)
    return Upright(quarter * 90, *page_box(page))


def _shown(chars: Sequence[_Char], turn: Upright, fonts: Sequence[str]) -> Iterator[Glyph]:
    """The glyphs of the characters, cleaned; control characters and blanks leave nothing but a note of the blank."""
    blank = False
    unturned, west, north = turn.rotation == 0, turn.left, turn.top
    for code, left, low, right, high, run, more in chars:
        text = cleaned(code, fonts[run.font])
        if not text:
            blank = True
            continue
        if unturned:
            x0, x1, top, bottom = left - west, right - west, north - high, north - low
        else:
            (xa, ya), (xb, yb) = turn.point(left, low), turn.point(right, high)
            x0, x1, top, bottom = min(xa, xb), max(xa, xb), min(ya, yb), max(ya, yb)
        size = run.size
        if not 0.4 * size <= bottom - top <= 2.5 * size:
            # Some fonts state no ascent or a mad one: the size of the type decides, about the middle of the box.
            middle = (top + bottom) / 2
            top, bottom = middle - size / 2, middle + size / 2
        yield Glyph(text + more, x0, top, x1, bottom, size, run.font, run.bold, blank)
        blank = False


def _askew(chars: Sequence[_Char], turn: Upright) -> tuple[tuple[str, tuple[float, float, float, float]], ...]:
    """Runs of text at other angles, in the order of the file, one per stretch of the same angle."""
    runs: list[tuple[str, tuple[float, float, float, float]]] = []
    last: tuple[int, bool] | None = None
    for char in chars:
        text = cleaned(char.code, "") or " "
        xa, ya = turn.point(char.left, char.bottom)
        xb, yb = turn.point(char.right, char.top)
        box = (min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))
        angle = (char.run.quarter, char.run.straight)
        if runs and angle == last:
            said, old = runs[-1]
            union = (min(old[0], box[0]), min(old[1], box[1]), max(old[2], box[2]), max(old[3], box[3]))
            runs[-1] = (said + text, union)
        else:
            runs.append((text, box))
        last = angle
    return tuple((said.strip(), box) for said, box in runs if said.strip())
