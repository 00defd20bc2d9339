"""What one character of a PDF means: tick boxes, ligatures, radicals standing for hanzi, nothing at all."""

from __future__ import annotations

import unicodedata
from functools import cache

# CJK Radicals Supplement code points that fonts give for everyday hanzi; NFKC leaves them as they are.
_RADICALS = dict(
    zip(
        "⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
        "民西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
        strict=True,
    )
)
_MARKS = {
    **dict.fromkeys("☐◻▢❏❐❑❒⬜◽", "□"),
    **dict.fromkeys("☑☒⊠🗹🗷⮽", "☑"),
    **dict.fromkeys("✓✔🗸", "√"),
    "◼": "■",
    "⬛": "■",
}
# Code points of the symbol fonts that office programs draw marks with, as they appear in the private-use area
# (0xF000 + code) or, where the font lost its symbol encoding, as the bare code.
_WINGDINGS = {0x6F: "□", 0x71: "□", 0x72: "□", 0xA8: "□", 0xFE: "☑", 0xFD: "☑", 0xFC: "√", 0x6E: "■", 0x6C: "●"}
_WINGDINGS |= {0x76: "❖", 0x77: "◆", 0xD8: "➢", 0xE0: "→", 0xE8: "→"}
_WINGDINGS_2 = {0xA3: "□", 0x2A: "□", 0x52: "☑", 0x53: "☑", 0x54: "☑", 0x50: "√", 0xA2: "■"}
_ARROW = "•"
"""Wingdings 3 holds arrows and triangles: none is a mark, and none is the letter it is stored as."""
_PRIVATE = range(0xF000, 0xF100)
_BROKEN_WORD = 0xFFFE
"""pdfium's code for a hyphen at which the file broke a word."""
_DROPPED = {0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFFFF}


def cleaned(code: int, font: str) -> str:
    """The text of one character as the rest of the program wants it; empty where it says nothing.

    A hyphen at which the file broke a word (pdfium: U+FFFE) is ``-``; a blank of any width is empty,
    because gaps are measured, not counted.
    """
    if code < 0x3000 and "wingdings" not in font.lower() and 0x20 < code < 0x7F:
        return chr(code)
    return _cleaned(code, _symbols(font))


def is_private(text: str) -> bool:
    """Whether the character means nothing outside its own font."""
    return text == "\ufffd" or unicodedata.category(text[0]) == "Co"


@cache
def _symbols(font: str) -> int:
    name = font.lower().replace(" ", "").replace("-", "")
    return 3 if "wingdings3" in name else 2 if "wingdings2" in name else 1 if "wingdings" in name else 0


@cache
def _cleaned(code: int, symbols: int) -> str:
    if symbols == 3:
        return _ARROW if code > 0x20 else ""
    mark = _mark(code, symbols)
    if mark or code == _BROKEN_WORD:
        return mark or "-"
    return _meaning(chr(code)) if _is_visible(code) else ""


def _mark(code: int, symbols: int) -> str:
    """The mark that a code of a symbol font draws; empty where it draws none that we know."""
    private = code in _PRIVATE
    if not symbols and not private:
        return ""
    low = code - 0xF000 if private else code
    own = (_WINGDINGS_2 if symbols == 2 else _WINGDINGS).get(low, "")
    return own or (_WINGDINGS_2.get(low, "") if private else "")


def _is_visible(code: int) -> bool:
    """Whether a code is a character that means something."""
    return code not in _DROPPED and 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF


def _meaning(char: str) -> str:
    """The character that people mean by this one."""
    if unicodedata.category(char) in ("Cc", "Cf", "Zs", "Zl", "Zp"):
        return ""
    if char in _MARKS or char in _RADICALS:
        return _MARKS.get(char) or _RADICALS[char]
    # Kangxi radicals, compatibility hanzi and Latin ligatures stand for ordinary letters.
    if "\u2f00" <= char <= "\u2fdf" or "\uf900" <= char <= "\ufaff" or "\ufb00" <= char <= "\ufb06":
        return unicodedata.normalize("NFKC", char)
    return char
