"""How many, how much, what share does the text state, and in which unit?

One number with what people write around it: 约, 余, 左右, the currency, a printed unit that stands there
twice, a note in brackets. Two numbers, a range, an upper limit (不足…) are not one number: None.
"""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.values.numerals import hundredths, numeral, plain
from extractors.values.text import comparable
from extractors.values.units import units
from extractors.values.written_numbers import WrittenNumber, folded, trimmed, written_number
from schemas.document import Native

_NUMERALS = re.compile(r"\d|[一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾]")


def number(text: str, native: Native = None) -> Decimal | None:
    """The one number that the text states, 万 and 亿 counted in, whatever unit follows it.

    (300) is an accountant's minus. A workbook's own number (``native``) is finer than its display.
    """
    read, stored = written_number(text), _stored(native)
    value = _settled(read, stored)
    return -value if value is not None and read is not None and read.bracketed and value != stored else value


def holds_number(text: str) -> bool:
    """Whether a number stands in the text at all, though it may not be the only one: 20-30, 12（11）, 每月3次."""
    return _NUMERALS.search(folded(text)) is not None


def approximate(text: str) -> bool:
    """Whether the number is stated as about so many (约, 余, 以上, +)."""
    read = written_number(text)
    return read is not None and read.approximate


def at_least(text: str) -> bool:
    """Whether a number that is not exact is said to be at least so many: 余, 以上, 超过; not 约, 近, 左右."""
    folded_text = folded(text)
    leads = units().about_before.findall(folded_text) + units().about_after.findall(folded_text)
    return approximate(text) and all(units().at_least.fullmatch(word) is not None for word in leads)


def amount(text: str, unit: str, stated: str = "", native: Native = None) -> Decimal | None:
    """The quantity in ``unit``. A unit in the text wins over ``stated`` (the column's or line's), this over ``unit``.

    None where the text's unit measures something else (人次 where 家 are asked, dollars).
    """
    read, target = written_number(text), folded_unit(unit)
    value = None if units().foreign.search(folded(text)) else _settled(read, _stored(native))
    if value is None:
        return None
    if target in units().money:
        return _in_unit(target, value, read, _column_unit(stated) or target)
    return value if units().compatible("" if read is None else read.unit, target) else None


def _in_unit(target: str, value: Decimal, read: WrittenNumber | None, otherwise: str) -> Decimal | None:
    """The value of money in the unit ``target``; None where the text counts something else."""
    money = units().money
    source = _money_unit(read, otherwise)
    if source not in money:
        return None
    shift = money[source] - money[target]
    signed = -abs(value) if read is not None and read.bracketed else value
    return signed if shift == 0 else trimmed(signed.scaleb(shift))


def money(text: str, native: Native = None) -> Decimal | None:
    """The number of a cell of money: in 元 where its unit stands beside it, else as written; (1,234.00) is negative.

    None for words and dates, for shares and for whatever else is counted.
    """
    if money_unit(text):
        return amount(text, "元", "", native)
    read = written_number(text)
    if read is not None and (read.unit or not re.search(r"\d", text)):
        return None
    return number(text, native)


def money_unit(text: str) -> str:
    """The unit of money that the text has beside its number, 元 where that is written with 万 or 亿; else ""."""
    unit = _money_unit(written_number(text), "")
    return unit if unit in units().money else ""


def _money_unit(read: WrittenNumber | None, otherwise: str) -> str:
    """The unit of the money: the text's, 元 where it writes 万 or 亿, else what column or blank say.

    ``3千`` in a column of 万元 may be 3000元 or 3000万元: "?".
    """
    if read is None:
        return otherwise
    if any(step in read.stepped for step in "万亿"):
        return "元" if read.unit in ("", *units().money) else "?"
    if read.unit:
        return read.unit
    return "?" if read.stepped and otherwise != "元" else otherwise


def share(text: str, native: Native = None, *, fraction: bool = False) -> Decimal | None:
    """A percentage from 0 to 100 as written: 85%, 85, 百分之八十五, 八成五, a workbook's 0.85 shown as 85%.

    A bare 0.85 may be a fraction or less than one per cent: it stays 0.85 unless ``fraction`` says that
    this list writes fractions.
    """
    spoken = _spoken_share(folded(text).replace(" ", ""))
    if spoken is not None:
        return spoken
    read, stored = written_number(text), _stored(native)
    if read is not None and read.unit == "%":
        return _finer(read.digits, stored)
    if read is not None and read.unit:
        return None
    value = _settled(read, stored)
    return trimmed(value * 100) if fraction and value is not None and 0 < value < 1 else value


def _spoken_share(text: str) -> Decimal | None:
    text = text[match.end() :] if (match := units().about_before.match(text)) else text
    text = re.sub(f"(?:{units().about_after.pattern})$", "", text)
    if match := re.fullmatch(r"(百|千)分之(.+)", text):
        part = hundredths(match[2])
        return None if part is None else part if match[1] == "百" else trimmed(part / 10)
    if match := re.fullmatch(r"([一二两三四五六七八九1-9])成([一二三四五六七八九1-9])?", text):
        digits = [numeral(part) for part in match.groups("零")]
        return Decimal("".join(str(digit) for digit in digits))
    return Decimal(100) if text == "十成" else None


def _finer(shown: Decimal, stored: Decimal | None) -> Decimal:
    """The stored fraction or percentage where the display only rounds it."""
    if stored is not None:
        for value in (stored * 100, stored):
            if _shows(shown, value):
                return trimmed(value)
    return shown


def _settled(read: WrittenNumber | None, stored: Decimal | None) -> Decimal | None:
    """The stored number where the text displays it, rounded or not; the text where it says another."""
    if read is None or stored is None:
        return stored if read is None else read.value
    if read.rounded or _shows(abs(read.digits), abs(stored)):
        return trimmed(stored * read.factor) if read.factor != 1 else stored
    return read.value


def _shows(shown: Decimal, value: Decimal) -> bool:
    exponent = shown.as_tuple().exponent
    return abs(value - shown) <= Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) / 2


def _stored(native: Native) -> Decimal | None:
    if isinstance(native, bool) or not isinstance(native, (int, float, Decimal)):
        return None
    # A workbook calculates with 15 digits; what binary floats add beyond them was never written.
    value = Decimal(format(native, ".15g")) if isinstance(native, float) else Decimal(native)
    return plain(value) if value.is_finite() else None


def folded_unit(unit: str) -> str:
    """The unit in one spelling: half width, without white space, 人民币 and brackets around it."""
    bare = re.sub("人民币|单位:", "", comparable(unit)).lower()
    return bare[1:-1] if bare.startswith("(") and bare.endswith(")") else bare


def _column_unit(stated: str) -> str:
    """The money unit that a head or a line above names (金额单位：人民币元 → 元); "" where it names none."""
    named = folded_unit(stated)
    if named in units().money or units().foreign.search(named):
        return named
    # 万 alone is in many a word: 万元 is found, or nothing.
    return max((unit for unit in units().money if unit in named and unit not in "万亿"), key=len, default="")
