"""How far does a character reach whose font the PDF does not hold, or states no height for that can be true?

pdfium widens the box of a character by the glyph it draws, and where the file holds no font that glyph is of whatever
font the machine has: heads and ticks would stand elsewhere on another machine. Such a character is as wide as the file
says and as high as its type, and its glyph counts for nothing. Some fonts in the file state that they reach a tenth of
their size (WenQuanYi, as Linux offices embed it): then the box is as high as the ink, and a 、 lies below its line.
Such a character is as wide as pdfium says and as high as its type.

In:     a page's characters, one text object after the other.
Out:    boxes in PDF space.
Raises: nothing.
"""

from __future__ import annotations

import math
import sys
from ctypes import CFUNCTYPE, addressof, byref, c_double, c_float, c_int, c_void_p, cast

from pypdfium2 import raw

from extractors.read.pdf.run_shape import Frame

_UP, _DOWN = 0.86, -0.14
"""How far a Chinese character reaches above and below the line, of the size of its type (as in 宋体)."""

_NOWHERE = math.inf, math.inf

_LOWEST = 0.6
"""Of the size of its type: no font for text reaches less far from its lowest to its highest."""

_SPACE = 0x20
"""A blank that pdfium puts into a gap stands where the letter behind it begins."""

_UNMAPPED = 0xFFFD
"""Stands for any character that the file gives no Unicode for: their widths differ."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_origin_of = CFUNCTYPE(c_int, c_void_p, c_int, c_void_p, c_void_p)(
    cast(raw.FPDFText_GetCharOrigin, c_void_p).value or 0
)


class FontBoxes:
    """The boxes of those characters of a page whose fonts are not in the file, or tell no true height."""

    def __init__(self, textpage: c_void_p) -> None:
        self.wanted = False
        self._textpage = textpage
        self._x, self._y = c_double(), c_double()
        self._to_x, self._to_y = addressof(self._x), addressof(self._y)
        self._page = int.from_bytes(bytes(textpage), sys.byteorder)
        self._font: object = None
        self._address = 0
        self._ems = 0.0, 0.0
        self._is_level = False
        self._about: Box = (0.0, 0.0, 0.0, 0.0)
        self._widths: dict[int, float] = {}
        self._is_held = False
        self._known: dict[int, tuple[bool, bool, dict[int, float]]] = {}
        self._last: tuple[float, float] = _NOWHERE
        self._last_box: Box = (0.0, 0.0, 0.0, 0.0)

    def enter(self, address: int, frame: Frame) -> None:
        """Go on with a text object, its font at this address. ``wanted``: whether its boxes are to be had here."""
        if address not in self._known:
            font = cast(c_void_p(address), raw.FPDF_FONT)
            held = not address or raw.FPDFFont_GetIsEmbedded(font) != 0
            self._known[address] = not held or (bool(address) and _is_flat(font)), held, {}
        self.wanted, self._is_held, self._widths = self._known[address]
        self._last = _NOWHERE
        if not self.wanted:
            return
        if address != self._address:
            self._font, self._address = cast(c_void_p(address), raw.FPDF_FONT), address
        self._ems = frame[:2]
        self._is_level = self._ems[0] >= 0 and self._ems[1] == 0
        (left, right), (under, over) = (sorted((side * _UP, side * _DOWN)) for side in frame[2:])
        self._about = left, over, right, under

    def box(self, index: int, code: int) -> Box:
        """The box of one character of the text object; all letters of a ligature have the box of the first."""
        _origin_of(self._page, index, self._to_x, self._to_y)
        here = x, y = self._x.value, self._y.value
        if here == self._last:
            return self._last_box
        width = self._widths.get(code) or self._width(index, code)
        left, over, right, under = self._about
        if self._is_level and width >= 0:
            # As nearly all type is; the same as below, without the steps that change nothing.
            box = x + left, y + over, x + self._ems[0] * width + right, y + under
        else:
            across, along = self._ems[0] * width, self._ems[1] * width
            box = (
                (x if across >= 0 else x + across) + left,
                (y + along if along >= 0 else y) + over,
                (x + across if across >= 0 else x) + right,
                (y if along >= 0 else y + along) + under,
            )
        self._last, self._last_box = here if code > _SPACE else _NOWHERE, box
        return box

    def _width(self, index: int, code: int) -> float:
        """How wide the file's font makes the character, in ems.

        pdfium looks widths up by Unicode and may find another character's: never is it wider than pdfium's own box.
        """
        said, drawn = c_float(), raw.FS_RECTF()
        raw.FPDFText_GetLooseCharBox(self._textpage, index, byref(drawn))
        across, along = map(abs, self._ems)
        extent: float = drawn.right - drawn.left if across >= along else drawn.top - drawn.bottom
        most = extent / (max(across, along) or 1.0)
        if code == _UNMAPPED or self._is_held:
            return most
        raw.FPDFFont_GetGlyphWidth(self._font, code, 1.0, byref(said))
        self._widths[code] = width = min(said.value, most) if said.value > 0 else most
        return width


def _is_flat(font: object) -> bool:
    """Whether the font says that its type reaches hardly up or down; one that says nothing is left as it is."""
    up, down = c_float(), c_float()
    raw.FPDFFont_GetAscent(font, 1.0, byref(up))
    raw.FPDFFont_GetDescent(font, 1.0, byref(down))
    return 0 < up.value - down.value < _LOWEST
