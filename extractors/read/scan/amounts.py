"""What amount a recogniser saw that took commas for points: 69.558,687.59 can only be 69,558,687.59.

In:     the text of a cell or a line.
Out:    the text with the commas put right where nothing else can be meant; else the text itself.
Raises: nothing.
"""

from __future__ import annotations

import re

# Two groups of thousands at the least, then two places: a single point or comma may be the decimal one.
_AMOUNT = re.compile(r"(?<![\d.,])(\d{1,3})((?:[.,]\d{3}){2,})\.(\d{2})(?![\d.,])")


def with_commas(text: str) -> str:
    """The text with its amounts mended."""
    if text.count(".") < 2 or "," not in text:
        return text
    return _AMOUNT.sub(lambda found: f"{found[1]}{found[2].replace('.', ',')}.{found[3]}", text)
