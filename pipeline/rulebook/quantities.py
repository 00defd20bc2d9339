"""Which quantities does a sentence of a regulation name? Numbers in all their spellings, in the units of measures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

NUMERAL = "[一二三四五六七八九十百两]+"
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_POWERS = {"十": 10, "百": 100, "千": 1000}
_UNITS = {
    "元": "万元",
    "年": "年",
    "周年": "年",
    "个月": "个月",
    "家": "家",
    "户": "家",
    "%": "%",
    "人次": "人次",
    "人": "人",
    "名": "人",
    "次": "次",
    "场": "次",
    "期": "次",
    "课时": "课时",
    "学时": "课时",
    "项": "项",
    "平方米": "平方米",
    "m2": "平方米",
    "台": "台（套）",
}
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_QUANTITY = re.compile(
    rf"(?P<share>百分之(?P<of>[一二三四五六七八九十百两\d.]+))"
    # 上一年度, 每一年, 第一次 count nothing; 2021年 is a date.
    rf"|(?<![第上每同任\d])(?P<number>\d+(?:\.\d+)?|[一二三四五六七八九十百千两]+)"
    rf"(?P<power>[万亿千]?)(?P<unit>{_UNIT})(?!度|末|的一)"
)
_FIRST_YEAR_OF_DATES = 1900


@dataclass(frozen=True, slots=True)
class StatedQuantity:
    """One number with its unit, as a measure would state it, and where it stands in the sentence."""

    value: Decimal
    unit: str
    text: str
    start: int


def quantities(sentence: str) -> Iterator[StatedQuantity]:
    """The quantities that the sentence names, in its order. ``sentence`` has half-width signs and no white space."""
    for match in _QUANTITY.finditer(sentence):
        if match["share"]:
            yield StatedQuantity(_value(match["of"]), "%", match[0], match.start())
            continue
        value, unit = _value(match["number"]), _UNITS[match["unit"]]
        if match["unit"] == "年" and value >= _FIRST_YEAR_OF_DATES:
            continue
        value *= {"": 1, "千": 1000, "万": 10_000, "亿": 100_000_000}[match["power"]]
        if unit == "万元":
            value /= 10_000
        yield StatedQuantity(value, unit, match[0], match.start())


def _value(text: str) -> Decimal:
    return Decimal(text) if text[0].isdigit() else Decimal(numeral(text))


def numeral(text: str) -> int:
    """A Chinese numeral below ten thousand as a number: 二十三 → 23."""
    total, digit = 0, 0
    for sign in text:
        if sign in _POWERS:
            total += (digit or 1) * _POWERS[sign]
            digit = 0
        else:
            digit = _DIGITS[sign]
    return total + digit


def spelled(number: int) -> str:
    """A number below a hundred as articles are counted: 23 → 二十三."""
    signs = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    head = "" if not tens else ("" if tens == 1 else signs[tens]) + "十"
    return head + (signs[ones] if ones or not tens else "")
