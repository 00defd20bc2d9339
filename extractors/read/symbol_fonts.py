"""Which character a symbol font shows: ticks and boxes that are stored as letters or private code points.

Source: the glyph tables of Wingdings, Wingdings 2, Webdings, Marlett and Symbol; only what forms use as marks and
signs. ☑ is a ticked box, ☒ a crossed one, □ an empty one, √ a tick, × a cross.
"""

from __future__ import annotations

import re

_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x78: "☒",
    0x9F: "•", 0xA1: "○", 0xA4: "◉", 0xA5: "◎", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢",
    0xE0: "→", 0xE8: "→", 0xFB: "×", 0xFC: "√", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "×", 0x50: "√", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x55: "⊗",
    0x97: "●", 0x99: "○", 0x9A: "◉", 0xA2: "■", 0xA3: "□",
}  # fmt: skip
_WEBDINGS = {0x61: "√", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "×"}
_MARLETT = {0x61: "√", 0x62: "√", 0x69: "●", 0x6E: "●", 0x72: "×"}
_SYMBOL = {0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xD6: "√"}
# Arrows and triangles: none is a mark, and none is the letter it is stored as.
_WINGDINGS_3 = dict.fromkeys((*range(0x21, 0x7F), *range(0x80, 0x100)), "•")
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
    "marlett": _MARLETT,
    "symbol": _SYMBOL,
}

# A private code point whose font is lost: the marks of Wingdings, then those of its sister.
_LOST = _WINGDINGS_2 | _WINGDINGS
_PRIVATE = re.compile("[\uf000-\uf0ff]")
MARKS = frozenset("□■☑☒√×○●◉")


def is_symbol_font(font: str | None) -> bool:
    """True for a font whose letters are pictures."""
    return font is not None and font.strip().lower() in _FONTS


def shown(text: str, font: str | None = None) -> str:
    """The text as this font shows it; in an ordinary font only private code points change."""
    table = _FONTS.get(font.strip().lower()) if font else None
    if table is None:
        return _PRIVATE.sub(lambda match: _LOST.get(ord(match.group()) & 0xFF, match.group()), text)
    return "".join(_glyph(sign, table) for sign in text)


def _glyph(sign: str, table: dict[int, str]) -> str:
    code = ord(sign)
    private = 0xF000 <= code <= 0xF0FF
    return table.get(code & 0xFF, sign) if private or code < 0x100 else sign
