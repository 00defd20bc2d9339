"""Which whole number did somebody type into a form?"""

from __future__ import annotations

_MOST_DIGITS = 18
"""More are no number that any form of ours asks for, and take long to read."""


def whole(text: str, least: int = 1, most: int | None = None) -> int | None:
    """The number that these digits are, from ``least`` to ``most``; None for any other text."""
    if not (text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS):
        return None
    number = int(text)
    return number if least <= number and (most is None or number <= most) else None
