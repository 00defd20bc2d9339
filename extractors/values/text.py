"""Text as it is read, and text as it is compared: what is left away before two spellings are held against each other.

Only these four are asked for sameness; who leaves away more (punctuation, brackets, ordinals) says so where it does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_NOISE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\xa0\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffe\uffff]"
)
_KEPT = {"\r": "\n", "\x0b": "\n", "\x0c": "\n", "\u2028": "\n", "\u2029": "\n", "\xa0": " "}
_UNSEEN = re.compile(r"_x000[dD]_|[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def cleaned(text: str) -> str:
    """The text of a file without control and invisible characters; every kind of line end is a line feed."""
    if text.isascii() and text.isprintable():
        return text
    return _NOISE.sub(lambda match: _KEPT.get(match.group(), ""), text.replace("\r\n", "\n"))


def visible(text: str) -> str:
    """The text without characters that nobody sees (zero width, soft hyphens, controls, openpyxl's _x000D_)."""
    return _UNSEEN.sub("", text)


def one_width(text: str) -> str:
    """The text with letters, digits and signs at half width, and look-alike characters as the common ones."""
    return unicodedata.normalize("NFKC", text)


def unspaced(text: str) -> str:
    """The text without any white space: typists space out titles, and wrapped lines fall apart."""
    return "".join(text.split())


def comparable(text: str) -> str:
    """The text as two spellings of one thing are compared: visible, in one width, unspaced."""
    return unspaced(one_width(visible(text)))


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first, so that no word hides one that it begins."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def is_unanswered(text: str, struck: str) -> bool:
    """Whether words that were struck leave nothing, or a label with nothing behind it: 注册资本 of 注册资本100万元."""
    left = text.rstrip(" 　\n_＿")
    return not left or left.endswith(("：", ":")) or (_has_number(struck) and not _has_number(left))


def _has_number(text: str) -> bool:
    return any(sign.isdecimal() for sign in text)
