"""Which day, month or year does the text name?"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

from extractors.values.numerals import chinese
from extractors.values.text import one_width, visible
from schemas.document import Native

_EARLIEST, _LATEST = 1900, 2100
_SERIALS = range(15_000, 75_000)
"""Workbook day numbers from 1941 to 2105; smaller numbers are more likely something else."""
_HAN = "零〇○◯Oo一二两三四五六七八九十廿卅"
_PART = rf"\d{{1,4}}|[{_HAN}]{{1,5}}"
_WORDED = re.compile(rf"(\d{{4}}|\d{{2}}|[{_HAN}]{{4}}|[{_HAN}]{{2}})年({_PART})月(?:份|({_PART})[日号]?)?")
_SEPARATED = re.compile(
    r"(\d{4})(?P<by>[-./_ 、·])(\d{1,2})(?:(?P=by)(\d{1,2}))?[-./]?"
    r"|(\d{4})年(\d{1,2})[-./](\d{1,2})日?|(\d{4})[-./](\d{1,2})月(?:(\d{1,2})日?)?"
)
_DAY_FIRST = re.compile(r"(\d{1,2})([-.])(\d{1,2})\2(\d{4})")
_REPUBLIC = re.compile(r"民国(\d{1,3})(?=年)")
_FORMAL = str.maketrans("零壹贰叁肆伍陆柒捌玖拾", "零一二三四五六七八九十")
_PACKED = re.compile(r"(\d{4})(\d{2})(\d{2})?")
_CLOCK = re.compile(r"(?<=[\d日])[T ]?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$")
_AFTER = re.compile(r"(?:\([^()\d]*\)|(?:星期|周)[一二三四五六日天])$")
_YEAR = re.compile(
    rf"(?:公元)?(\d{{4}}|[{_HAN}]{{4}}|\d{{2}}(?=年))(?:年度?)?"
    r"(?:(?:0?1月?[-~至到](?:0?\d|1[0-2])月|全年|末|底|度)?(?:\([^()]*\)|[^\d()]{0,12}))?"
)


def iso_date(text: str, native: Native = None) -> str | None:
    """``2018-03-05``, or ``2018-03`` where no day is named; None for a bare year, a period, no such day."""
    bare = _folded(text)
    if isinstance(native, float) and re.fullmatch(r"\d{4}\.1", bare):
        # Stored as a number, October (2018.10) lost its nought and looks like January.
        return None
    read, stored = _read(bare), _stored(native)
    if stored is None or (read is not None and len(read) == len("2018-03") and stored.startswith(read)):
        return read
    return stored


def month(text: str, native: Native = None) -> str | None:
    """``2018-03`` of a date or month."""
    read = iso_date(text, native)
    return None if read is None else read[:7]


def year(text: str, native: Native = None) -> int | None:
    """The one year that the text names: 2024年度, 2024年1-12月, 二〇二四年, 24年, or a date's year."""
    if isinstance(native, (date, datetime)):
        return native.year
    bare = re.sub(r"(?<=^\d{4})\.0+$", "", _folded(text).replace(" ", ""))
    match = _YEAR.fullmatch(bare)
    if match is not None:
        return _year_number(match[1])
    named = iso_date(text) if not re.fullmatch(r"\d+", bare) else None
    if named is not None:
        return int(named[:4])
    whole = Decimal(str(native)) if isinstance(native, (int, float, Decimal)) and not isinstance(native, bool) else None
    return int(whole) if whole is not None and whole == int(whole) and _EARLIEST <= whole <= _LATEST else None


def _folded(text: str) -> str:
    """The text for reading a date: rules to write on are gaps, and every kind of dash and point is one."""
    bare = one_width(re.sub(r"[_＿]+", " ", visible(text)))
    bare = re.sub(r"[−–—―‐‑/\\|]", "-", bare).replace("。", ".").replace(",", ".")
    # Printed letter by letter, the digits of one number stand apart: 2 0 1 8.
    bare = re.sub(r"(?<!\d)\d(?: \d){3,}(?!\d)", lambda run: run[0].replace(" ", ""), bare)
    bare = re.sub(r"(?<!\d)(\d) (\d)(?=\s*[年月日])", r"\1\2", bare)
    return re.sub(r"\s+", " ", re.sub(r"(?<!\d)\s+|\s+(?!\d)", "", bare)).strip(" '.")


def _read(bare: str) -> str | None:
    bare = _CLOCK.sub("", bare).translate(_FORMAL)
    bare = _REPUBLIC.sub(lambda told: str(1911 + int(told[1])), bare)
    while match := _AFTER.search(bare):
        bare = bare[: match.start()]
    if match := _WORDED.fullmatch(bare.replace(" ", "")):
        return _iso(_year_number(match[1]), _small(match[2]), _small(match[3]))
    if match := _SEPARATED.fullmatch(bare):
        parts = [int(part) for part in match.groups() if part and part.isdecimal()]
        return _iso(*parts)
    if match := _DAY_FIRST.fullmatch(bare):
        return _day_first(*(int(part) for part in match.group(1, 3, 4)))
    if match := _PACKED.fullmatch(bare):
        return _iso(*(int(part) for part in match.groups() if part))
    if re.fullmatch(r"\d{5}(?:\.0+)?", bare):
        return _serial(Decimal(bare))
    return None


def _day_first(one: int, other: int, year_number: int) -> str | None:
    """16-5-2018 and 5-16-2018 name one day; 5-6-2018 is the fifth or the sixth month."""
    months = {part for part in (one, other) if part <= 12}
    if len(months) != 1:
        return None
    of = months.pop()
    return _iso(year_number, of, one + other - of)


def _stored(native: Native) -> str | None:
    """The date that a workbook stores: a date, or its day number (1900 date system)."""
    if isinstance(native, datetime):
        return native.date().isoformat()
    if isinstance(native, date):
        return native.isoformat()
    if isinstance(native, bool) or not isinstance(native, (int, float, Decimal)):
        return None
    return _serial(Decimal(str(native)))


def _serial(number: Decimal) -> str | None:
    days = int(number)
    return (date(1899, 12, 30) + timedelta(days=days)).isoformat() if days in _SERIALS else None


def _iso(year_number: int | None, month_number: int | None = None, day: int | None = None) -> str | None:
    """The date in ISO spelling; None where there is no such day."""
    if year_number is None or month_number is None or not _EARLIEST <= year_number <= _LATEST:
        return None
    try:
        there = date(year_number, month_number, 1 if day is None else day)
    except ValueError:
        return None
    return there.isoformat() if day is not None else there.isoformat()[:7]


def _year_number(text: str) -> int | None:
    """Two digits mean the last or this century: 98 is 1998, 24 is 2024."""
    value = _small(text)
    if value is not None and len(text) == 2:
        value += 2000 if value < 50 else 1900
    return value if value is not None and _EARLIEST <= value <= _LATEST else None


def _small(text: str | None) -> int | None:
    if text is None:
        return None
    if text.isdecimal():
        return int(text)
    value = chinese(text)
    return None if value is None else int(value)
