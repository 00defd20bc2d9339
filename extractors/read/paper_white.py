"""Is this colour the white of paper, so that type in it on no other ground is seen by nobody?

In:     a colour as an office format or a page writes it: RRGGBB with or without #, three digits, rgb(…), a name.
Out:    its parts from 0 to 255, and whether it is white.
Raises: nothing; what is no colour is None, and not white.
"""

from __future__ import annotations

import re

PAPER = 0xF0
"""Every part of a colour is at least so bright (of 255): it is the paper's white. Range 0xE8-0xFA."""

_WHITES = frozenset(
    "white snow ivory ghostwhite whitesmoke floralwhite mintcream azure aliceblue window transparent".split()
)
"""Names of colours that are as white as paper, or none."""
_HEX = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_RGB = re.compile(
    r"rgba?\(\s{0,9}(\d{1,3})\s{0,9}[, ]\s{0,9}(\d{1,3})\s{0,9}[, ]\s{0,9}(\d{1,3})\s{0,9}"
    r"(?:[,/]\s{0,9}([\d.]{1,6}))?\s{0,9}\)"
)


def parts(written: str) -> tuple[int, int, int] | None:
    """Red, green, blue; None where it is no such colour. A colour that lets all shine through is white."""
    text = written.strip().lower()
    if text in _WHITES:
        return 255, 255, 255
    if found := _HEX.fullmatch(text):
        digits = found[1] if len(found[1]) == len("rrggbb") else "".join(2 * digit for digit in found[1])
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    if found := _RGB.fullmatch(text):
        if found[4] is not None and not found[4].strip("0."):
            return 255, 255, 255
        return int(found[1]), int(found[2]), int(found[3])
    return None


def is_white(written: str) -> bool:
    """Whether the colour is the paper's white."""
    colour = parts(written)
    return colour is not None and min(colour) >= PAPER
