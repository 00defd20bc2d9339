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
    c_uint,
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
from extractors.read.pdf.boxes import FontBoxes
from extractors.read.pdf.run_shape import Frame, RunShape, shape_of

MOST_GLYPHS = 120_000
"""More than any page for people holds; the rest is left aside."""

_INVISIBLE = 3
_PAPER = 0xFFFFFF
"""The ink of type that only bounds what is painted after it: whether anything is, the picture of the page shows."""
_NOWHERE = (math.inf,) * 4
_MISSING = 0xFFFD
_SPACE = 0x20

_ANGLES = 4
"""A text that stands at so many angles runs round a seal."""

Box = tuple[float, float, float, float]


class _Run(NamedTuple):
    """What the characters of one text object share."""

    quarter: int
    straight: bool
    size: float
    font: int
    bold: bool
    hidden: bool
    angle: int
    ink: int
    number: int


_Char = tuple[int, float, float, float, float, _Run, str]
"""Code point, left, bottom, right, top in PDF space, run, and the further letters of a ligature."""


class PageText(NamedTuple):
    """The glyphs of a page, and pdfium's text object (its address) for each ``Glyph.run``."""

    glyphs: Glyphs
    objects: tuple[int, ...]


def glyphs(page: pdfium.PdfPage) -> Glyphs:
    """Every glyph of the page that is drawn with ink, upright, in the order of the file."""
    return text(page).glyphs


def text(page: pdfium.PdfPage, over: frozenset[int] = frozenset()) -> PageText:
    """The glyphs of the page, and which text object drew each.

    ``over``: text objects that lie over the page and do not say which way it reads.
    """
    textpage = page.get_textpage()
    try:
        chars, unmapped, reader, cut = _chars(textpage.raw)
    finally:
        textpage.close()
    fonts, runs = tuple(reader.fonts), reader.runs
    shown = [char for char in chars if not char[5].hidden] if any(run.hidden for run in runs) else chars
    under = [char for char in shown if reader.objects[char[5].number] not in over] if over else shown
    turn = _upright(page, under or shown, runs)
    straight, askew = shown, list[_Char]()
    if not all(run.straight and run.quarter * 90 == turn.rotation for run in runs):
        straight, askew = _parted(shown, turn.rotation)
    found = Glyphs(
        glyphs=tuple(_shown(straight, turn, fonts)),
        turn=turn,
        askew=_askew(askew, turn),
        hidden=len(chars) - len(shown),
        unmapped=unmapped,
        fonts=fonts,
        cut=cut,
    )
    return PageText(found, tuple(reader.objects))


def _parted(chars: Sequence[_Char], rotation: int) -> tuple[list[_Char], list[_Char]]:
    """The characters that read with the page, and those at other angles; what stands in a ring of these is theirs."""
    straight = [char for char in chars if _reads_at(char, rotation)]
    askew = [char for char in chars if not _reads_at(char, rotation)]
    rings = [(ink, box) for ink, box in _rings(askew) if not straight or ink != _usual(straight)]
    within = [char for char in straight if _is_of_ring(char, rings)]
    if not within:
        return straight, askew
    turned = set(map(id, (*askew, *within)))
    return [char for char in chars if id(char) not in turned], [char for char in chars if id(char) in turned]


def _reads_at(char: _Char, rotation: int) -> bool:
    return char[5].straight and char[5].quarter * 90 == rotation


def _is_of_ring(char: _Char, rings: Sequence[tuple[int, Box]]) -> bool:
    return any(char[5].ink == ink and _is_in(char, box) for ink, box in rings)


def _rings(askew: Sequence[_Char]) -> Iterator[tuple[int, Box]]:
    """The colour of each text that turns as it goes, as that of a seal does, and the box around it."""
    for ink in dict.fromkeys(char[5].ink for char in askew):
        ring = [char for char in askew if char[5].ink == ink]
        if len({char[5].angle for char in ring}) >= _ANGLES:
            yield ink, _about(ring)


def _about(ring: Sequence[_Char]) -> Box:
    """The box around a ring of letters, wider by the largest of them."""
    more = max(char[5].size for char in ring)
    left, bottom = min(char[1] for char in ring), min(char[2] for char in ring)
    right, top = max(char[3] for char in ring), max(char[4] for char in ring)
    return left - more, bottom - more, right + more, top + more


def _usual(chars: Sequence[_Char]) -> int:
    return Counter(char[5].ink for char in chars).most_common(1)[0][0]


def _is_in(char: _Char, box: Box) -> bool:
    x, y = (char[1] + char[3]) / 2, (char[2] + char[4]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def page_box(page: pdfium.PdfPage) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of what the page shows, in PDF space (inherited boxes included)."""
    rect = raw.FS_RECTF()
    if raw.FPDF_GetPageBoundingBox(page.raw, byref(rect)) and rect.right > rect.left and rect.top > rect.bottom:
        return rect.left, rect.bottom, rect.right, rect.top
    return 0.0, 0.0, 612.0, 792.0


def _chars(textpage: c_void_p) -> tuple[list[_Char], int, _Runs, bool]:
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
    own_box, wanted, append = own.box, False, found.append
    for index in range(min(count, MOST_GLYPHS)):
        drawn = _object_of(page, index)
        if not drawn:
            continue
        if drawn != last:
            last, run, before = drawn, reader.read(index, drawn), _NOWHERE
            own.enter(reader.font, reader.frame)
            wanted = own.wanted
        code = codes[index]
        if _error_of(page, index) == 1:
            unmapped += not run.hidden
            code = _MISSING
        if wanted:
            here = own_box(index, code)
        elif _box_of(page, index, place):
            here = tuple(box)
        else:
            continue
        if here == before:
            # pdfium gives each letter of a ligature the ligature's box.
            found[-1] = (*found[-1][:6], found[-1][6] + chr(code))
            continue
        # A gap between letters is a blank to pdfium, and stands where the letter behind it begins: it holds none.
        before = here if code > _SPACE else _NOWHERE
        x0, high, x1, low = here
        append((code, x0, low, x1, high, run, ""))
    return found, unmapped, reader, count > MOST_GLYPHS


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
_matrix_of = CFUNCTYPE(c_int, c_size_t, c_int, c_size_t)(cast(raw.FPDFText_GetMatrix, c_void_p).value or 0)
_size_of = CFUNCTYPE(c_int, c_size_t, c_size_t)(cast(raw.FPDFTextObj_GetFontSize, c_void_p).value or 0)
_mode_of = CFUNCTYPE(c_int, c_size_t)(cast(raw.FPDFTextObj_GetTextRenderMode, c_void_p).value or 0)
_font_of = CFUNCTYPE(c_size_t, c_size_t)(cast(raw.FPDFTextObj_GetFont, c_void_p).value or 0)
_fill_of = CFUNCTYPE(c_int, *[c_size_t] * 5)(cast(raw.FPDFPageObj_GetFillColor, c_void_p).value or 0)
_box_of = CFUNCTYPE(c_int, c_void_p, c_int, c_void_p)(cast(raw.FPDFText_GetLooseCharBox, c_void_p).value or 0)


class _Runs:
    """Reads each text object once: the characters of one object follow each other."""

    def __init__(self, textpage: c_void_p) -> None:
        self.fonts: list[str] = []
        self.runs: list[_Run] = []
        self.objects: list[int] = []
        self.nothing = _Run(0, True, 0.0, 0, False, False, 0, 0, 0)
        self.font = 0
        self.frame: Frame = (0.0, 0.0, 0.0, 0.0)
        self._textpage = int.from_bytes(bytes(textpage), sys.byteorder)
        self._colour = (c_uint * 4)()
        first = addressof(self._colour)
        self._parts = first, first + 4, first + 8, first + 12
        self._numbers: dict[int, int] = {}
        self._bold: list[bool] = []
        self._known: dict[int, int] = {}
        self._shapes: dict[tuple[float, ...], RunShape] = {}
        self._matrix = raw.FS_MATRIX()
        self._size = c_float()
        self._places = addressof(self._matrix), addressof(self._size)

    def read(self, index: int, address: int) -> _Run:
        """What the text object of this character, at this address, says about it."""
        matrix, size = self._matrix, self._size
        to_matrix, to_size = self._places
        _matrix_of(self._textpage, index, to_matrix)
        _size_of(address, to_size)
        key = matrix.a, matrix.b, matrix.c, matrix.d, size.value
        shape = self._shapes.get(key)
        if shape is None:
            shape = self._shapes[key] = shape_of(matrix, size.value)
        self.frame = shape.frame
        mode, font = _mode_of(address), self._font(address)
        number = self._numbers.setdefault(address, len(self.objects))
        run = _Run(
            shape.quarter,
            shape.straight,
            shape.size,
            font,
            mode == raw.FPDF_TEXTRENDERMODE_FILL_STROKE or self._bold[font],
            mode == _INVISIBLE,
            shape.angle,
            _PAPER if mode == raw.FPDF_TEXTRENDERMODE_CLIP else self._ink(address),
            number,
        )
        self.runs.append(run)
        if number == len(self.objects):
            self.objects.append(address)
        return run

    def _ink(self, address: int) -> int:
        """The colour that the object fills its letters with, as white paper shows it."""
        if not _fill_of(address, *self._parts):
            return 0
        red, green, blue, solid = self._colour
        if solid < 255:
            red, green, blue = (255 - (255 - part) * solid // 255 for part in (red, green, blue))
        return red << 16 | green << 8 | blue

    def _font(self, address: int) -> int:
        self.font = font = _font_of(address)
        if font not in self._known:
            self._known[font] = len(self.fonts)
            self.fonts.append(_font_name(font) if font else "")
            self._bold.append("bold" in self.fonts[-1].lower())
        return self._known[font]


def _font_name(address: int) -> str:
    font = cast(c_void_p(address), raw.FPDF_FONT)
    size = raw.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = create_string_buffer(max(size, 1))
    raw.FPDFFont_GetBaseFontName(font, buffer, size)
    name = buffer.value.decode("utf-8", "replace")
    return name.partition("+")[2] or name


def _upright(page: pdfium.PdfPage, chars: Sequence[_Char], runs: Sequence[_Run]) -> Upright:
    """The turn at which most of the text reads; a page without text is turned as the file says."""
    if chars and all(run.straight and run.quarter == runs[0].quarter for run in runs):
        return Upright(runs[0].quarter * 90, *page_box(page))
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
    blank, made = False, tuple.__new__
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
        said = text + more if more else text
        # What the class itself would do, without a step of Python in between.
        yield made(Glyph, (said, x0, top, x1, bottom, size, run.font, run.bold, blank, run.ink, run.number))
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
