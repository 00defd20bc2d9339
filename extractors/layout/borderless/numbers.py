"""Does a cell say a figure, or a line several?

In:     texts.
Out:    yes or no.
Raises: nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.layout.lines import is_hanzi

_NUMBER = re.compile(r"\A[\s$€£¥￥(（<>≤≥~±+\-–—−]*+(?=[.,:/ ]*+\d)[\d.,:/ ]++\s*[%％)）*a-z万亿元]{0,3}")
_NOTHING = re.compile(r"[-–—−.…/*]+|n/?a|N/?A|无")
_YEAR = re.compile(r"(19|20)\d\d\s*年?[度末初]?")
_SERIAL = re.compile(r"\d{1,4}")
_UNITS = frozenset(
    "年月日时分秒第前后约近至到上下半季度多余个位名人户家次岁件项台套批份种间幢层元角万亿千百十平方米吨克公里斤"
)
"""Hanzi that stand with a figure and leave it one."""


def is_number(text: str) -> bool:
    """Whether a cell says a figure, or that there is none; an address with numbers in it does not."""
    figure = text.strip()
    mostly = 2 * sum(char.isdecimal() for char in figure) >= len(figure) > 0
    if mostly and any(is_hanzi(char) and char not in _UNITS for char in figure):
        return False
    return mostly or bool(_NUMBER.fullmatch(figure) or _NOTHING.fullmatch(figure))


def is_data(texts: Sequence[str]) -> bool:
    """Whether a line holds figures: a serial number first, or in two cells or in most; bare years head columns."""
    figures = [text for text in texts if is_number(text)]
    if len(texts) < 2 or _are_years(texts, figures):
        return False
    several = sum(any(map(str.isdigit, figure)) for figure in figures) >= 2
    if len(texts) > 2 and (several or _SERIAL.fullmatch(texts[0])):
        return True
    return 0 < len(texts) <= 3 * len(figures)


def _are_years(texts: Sequence[str], figures: Sequence[str]) -> bool:
    """Whether the figures of a line are years that head columns."""
    return all(_YEAR.fullmatch(text) for text in figures) and (len(texts) > 2 or len(figures) == len(texts))
