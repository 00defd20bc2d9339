"""Which characters of a file are no writing: controls, zero-width and direction marks."""

from __future__ import annotations

import re

_NOISE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\xa0\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffe\uffff]"
)
_KEPT = {"\r": "\n", "\x0b": "\n", "\x0c": "\n", "\u2028": "\n", "\u2029": "\n", "\xa0": " "}


def cleaned(text: str) -> str:
    """The text without control and invisible characters; every kind of line end is a line feed."""
    if text.isascii() and text.isprintable():
        return text
    return _NOISE.sub(lambda match: _KEPT.get(match.group(), ""), text.replace("\r\n", "\n"))
