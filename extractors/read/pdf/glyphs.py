"""Which glyphs a PDF page shows, and where: pdfium's characters, turned upright.

In:     a loaded pdfium page.
Out:    visible glyphs with boxes in points from the top left of the page as it reads, and how often the text
        layer was hidden, unmapped or askew.
Raises: nothing of its own.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import (
    CFUNCTYPE,
    addressof,
    byref,
    c_float,
    c_int,
    c_size_t,
    c_ushort,
    c_void_p,
    cast,
    create_string_buffer,
)
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.layout.characters import cleaned
from extractors.layout.geometry import Glyph, Glyphs, Upright
from extractors.read.pdf.boxes import FontBoxes, Frame, frame

MOST_GLYPHS = 120_000
"""More than any page for people holds; the rest is left aside."""

_INVISIBLE = 3
_NOWHERE = (math.inf,) * 4
_MISSING = 0xFFFD


class _Run(NamedTuple):
    """What the characters of one text object share."""

    quarter: int
    straight: bool
    size: float
    font: int
    bold: bool
    hidden: bool


_Char = tuple[int, float, float, float, float, _Run, str]
"""Code point, left, bottom, right, top in PDF space, run, and the further letters of a ligature."""


def glyphs(page: pdfium.PdfPage) -> Glyphs:
    """Every visible glyph of the page, upright, in the order of the file."""
    textpage = page.get_textpage()
    try:
        chars, unmapped, fonts, cut = _chars(textpage.raw)
    finally:
        textpage.close()
    runs = {char[5] for char in chars}
    shown = [char for char in chars if not char[5].hidden] if any(run.hidden for run in runs) else chars
    turn = _upright(page, shown)
    level = {run for run in runs if run.straight and run.quarter * 90 == turn.rotation}
    straight, askew = shown, list[_Char]()
    if len(level) < len(runs):
        straight = [char for char in shown if char[5] in level]
        askew = [char for char in shown if char[5] not in level]
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


def _chars(textpage: c_void_p) -> tuple[list[_Char], int, tuple[str, ...], bool]:
    """All characters that the file itself draws; the blanks and line ends that pdfium invents are not among them."""
    count = raw.FPDFText_CountChars(textpage)
    found: list[_Char] = []
    unmapped = 0
    reader = _Runs(textpage)
    page, box = int.from_bytes(bytes(textpage), sys.byteorder), (c_float * 4)()
    place = addressof(box)
    own = FontBoxes(textpage)
    codes = _codes(textpage, count)
    last, run, before = 0, reader.nothing, _NOWHERE
    for index in range(min(count, MOST_GLYPHS)):
        drawn = _object_of(page, index)
        if not drawn:
            continue
        if drawn != last:
            last, run, before = drawn, reader.read(index), _NOWHERE
            own.enter(reader.font, reader.frame)
        code = codes[index]
        if _error_of(page, index) == 1:
            unmapped += not run.hidden
            code = _MISSING
        if own.wanted:
            here = own.box(index, code)
        elif _box_of(page, index, place):
            here = tuple(box)
        else:
            continue
        if here == before:
            # pdfium gives each letter of a ligature the ligature's box.
            found[-1] = (*found[-1][:6], found[-1][6] + chr(code))
            continue
        before = here
        x0, high, x1, low = here
        found.append((code, x0, low, x1, high, run, ""))
    return found, unmapped, tuple(reader.fonts), count > MOST_GLYPHS


def _codes(textpage: object, count: int) -> Sequence[int]:
    """The code point of every character: in one call where the text has one unit for each, else one by one."""
    units = (c_ushort * (count + 1))()
    if raw.FPDFText_GetText(textpage, 0, count, units) == count + 1:
        said = units[:count]
        if not any(0xD800 <= unit < 0xE000 for unit in said):
            return said
    return [raw.FPDFText_GetUnicode(textpage, index) for index in range(count)]


# The calls made for every character, with plain integers for pointers: half the time of pypdfium2's typed ones.
_object_of = CFUNCTYPE(c_size_t, c_void_p, c_int)(cast(raw.FPDFText_GetTextObject, c_void_p).value or 0)
_error_of = CFUNCTYPE(c_int, c_void_p, c_int)(cast(raw.FPDFText_HasUnicodeMapError, c_void_p).value or 0)
_box_of = CFUNCTYPE(c_int, c_void_p, c_int, c_void_p)(cast(raw.FPDFText_GetLooseCharBox, c_void_p).value or 0)


class _Runs:
    """Reads each text object once: the characters of one object follow each other."""

    def __init__(self, textpage: object) -> None:
        self.fonts: list[str] = []
        self._textpage = textpage
        self.nothing = _Run(0, True, 0.0, 0, False, False)
        self._known: dict[bytes, int] = {}
        self._matrix = raw.FS_MATRIX()
        self._size = c_float()
        self.font: object = None
        self.frame: Frame = (0.0, 0.0, 0.0, 0.0)

    def read(self, index: int) -> _Run:
        """What the text object of this character says about it."""
        drawn = raw.FPDFText_GetTextObject(self._textpage, index)
        matrix = self._matrix
        raw.FPDFText_GetMatrix(self._textpage, index, byref(matrix))
        quarter, slope = 0, 0.0
        if matrix.b or matrix.a <= 0:
            along = math.atan2(matrix.b, matrix.a)
            quarter = round(along / (math.pi / 2)) % 4
            slope = abs(math.remainder(along, math.pi / 2))
        size = self._size
        raw.FPDFTextObj_GetFontSize(drawn, byref(size))
        self.frame = frame(matrix, size.value)
        scale = math.hypot(matrix.c, matrix.d) or math.hypot(matrix.a, matrix.b) or 1.0
        mode = raw.FPDFTextObj_GetTextRenderMode(drawn)
        font = self._font(drawn)
        bold = mode == raw.FPDF_TEXTRENDERMODE_FILL_STROKE or "bold" in self.fonts[font].lower()
        return _Run(quarter, slope < 0.05, abs(size.value) * scale, font, bold, mode == _INVISIBLE)

    def _font(self, drawn: object) -> int:
        self.font = font = raw.FPDFTextObj_GetFont(drawn)
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
    quarters = Counter(char[5].quarter for char in chars if char[5].straight)
    quarter = quarters.most_common(1)[0][0] if quarters else raw.FPDFPage_GetRotation(page.raw)
    return Upright(quarter * 90, *page_box(page))


class _Meanings(dict[int, str]):
    """What the codes of one font mean, each looked up once."""

    def __init__(self, font: str) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, code: int) -> str:
        self[code] = text = cleaned(code, self._font)
        return text


def _shown(chars: Sequence[_Char], turn: Upright, fonts: Sequence[str]) -> Iterator[Glyph]:
    """The glyphs of the characters, cleaned; control characters and blanks leave nothing but a note of the blank."""
    blank = False
    meanings = [_Meanings(font) for font in fonts]
    across, down = 2 * turn.width, 2 * turn.height
    unturned, west, north = turn.rotation == 0, turn.left, turn.top
    for code, left, low, right, high, run, more in chars:
        text = meanings[run.font][code]
        if not text:
            blank = True
            continue
        if unturned:
            x0, x1, top, bottom = left - west, right - west, north - high, north - low
        else:
            (xa, ya), (xb, yb) = turn.point(left, low), turn.point(right, high)
            x0, x1, top, bottom = min(xa, xb), max(xa, xb), min(ya, yb), max(ya, yb)
        # What stands off the page nobody sees.
        if not (0 < x0 + x1 < across and 0 < top + bottom < down):
            continue
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
    for code, left, low, right, high, run, _ in chars:
        text = cleaned(code, "") or " "
        xa, ya = turn.point(left, low)
        xb, yb = turn.point(right, high)
        box = (min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))
        angle = (run.quarter, run.straight)
        if runs and angle == last:
            said, old = runs[-1]
            union = (min(old[0], box[0]), min(old[1], box[1]), max(old[2], box[2]), max(old[3], box[3]))
            runs[-1] = (said + text, union)
        else:
            runs.append((text, box))
        last = angle
    return tuple((said.strip(), box) for said, box in runs if said.strip())
