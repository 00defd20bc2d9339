"""Does a cell say a figure, or a line several?

In:     texts.
Out:    yes or no.
Raises: nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.layout.lines import is_hanzi

_NUMBER = re.compile(r"[\s$€£¥￥(（<>≤≥~±+\-–—−]*[\d.,:/ ]*\d[\d.,:/ ]*\s*[%％)）*a-z万亿元]{0,3}")
_NOTHING = re.compile(r"[-–—−.…/*]+|n/?a|N/?A|无")
_YEAR = re.compile(r"(19|20)\d\d\s*年?[度末初]?")
_SERIAL = re.compile(r"\d{1,4}")
_UNITS = frozenset(
    "年月日时分秒第前后约近至到上下半季度多余个位名人户家次岁件项台套批份种间幢层元角万亿千百十平方米吨克公里斤"
)
"""Hanzi that stand with a figure and leave it one."""


def is_number(text: str) -> bool:
    """Whether a cell says a figure, or that there is none; an address with numbers in it does not."""
    said = text.strip()
    mostly = 2 * sum(char.isdecimal() for char in said) >= len(said) > 0
    if mostly and any(is_hanzi(char) and char not in _UNITS for char in said):
        return False
    return mostly or bool(_NUMBER.fullmatch(said) or _NOTHING.fullmatch(said))


def is_data(texts: Sequence[str]) -> bool:
    """Whether a line holds figures: a serial number first, or in two cells or in most; bare years head columns."""
    figures = [text for text in texts if is_number(text)]
    if all(_YEAR.fullmatch(text) for text in figures) and (len(texts) >= 3 or len(figures) == len(texts)):
        return False
    if len(texts) >= 3 and (_SERIAL.fullmatch(texts[0]) or sum(any(map(str.isdigit, said)) for said in figures) >= 2):
        return True
    return bool(figures) and len(texts) >= 2 and len(figures) * 3 >= len(texts)
