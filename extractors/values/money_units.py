"""Which unit of money does a line, the head of a column, or a note in brackets name?"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from extractors.values.text import any_of, one_width, unspaced
from extractors.values.units import units

_YUAN = "元"


def unit_of_head(head: str) -> str:
    """The unit that a head or a line names: （万元）, 单位：元; empty where none."""
    match = _of_head().search(one_width(unspaced(head)))
    return match["unit"] if match else ""


def unit_of_line(text: str, *, noted: bool = False) -> str:
    """The unit that a line of a statement (单位：元) or, where ``noted``, a head (金额（万元）) states; else empty."""
    line = unspaced(text)
    match = _of_line().search(line) or (_of_note().search(line) if noted else None)
    return (match.groupdict().get("unit") or _YUAN) if match else ""


def in_yuan(unit: str) -> Decimal:
    """How many 元 one of this unit is."""
    return Decimal(10) ** units().money[unit]


@cache
def yuan_words() -> str:
    """A regular expression for the units that end in 元: a step alone (万) names no unit in a line."""
    return any_of(unit for unit in units().money if unit.endswith(_YUAN))


@cache
def _of_head() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[(\[【/:]|^|单位为?)(?:人民币:?|RMB|单位:?)?(?P<unit>{yuan_words()})(?:[)\]】/,;，]|币种|$|整)"
    )


@cache
def _of_line() -> re.Pattern[str]:
    return re.compile(rf"单位[:：]?(?:人民币|rmb|RMB|￥|¥)*[(（]?(?P<unit>{yuan_words()})")


@cache
def _of_note() -> re.Pattern[str]:
    return re.compile(
        rf"[（(](?:金额)?(?:单位[:：]?)?(?:人民币)?(?P<unit>{yuan_words()})[)）]|(?:货币|币种).{{0,6}}人民币元"
    )
