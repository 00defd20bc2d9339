"""What does a person see of a stored number under this number format?

Numbers keep their stored precision (a bound is never met by display rounding); what a format does to them
— a percent sign, a unit in quotes, leading zeros, being a date, being shown in thousands or ten thousands — is shown.
Source: ECMA-376 part 1, 18.8.30 (numFmt) and its built-in formats for Chinese.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache

from extractors.read.sheets.worded_formats import WordedPart, in_words, worded
from schemas.document import Native

_BUILT_IN_DATES = frozenset((14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)))
_BUILT_IN_TIMES = frozenset((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56))
_BUILT_IN_PERCENT = frozenset((9, 10))
_MONTH_ONLY = frozenset((17, 55, 57))

_QUOTED = re.compile(r'"([^"]*)"')
_BRACKETED = re.compile(r"\[([^\]]{0,255})\]")
_PADDING = re.compile(r"_.|\*.")
_MASK = re.compile(r"0+(?:-0+)*")
_ANY = re.compile(r"G/通用格式|General", re.IGNORECASE)
_EPOCHS = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}  # noqa: DTZ001  a workbook has no time zones
_LAST_SERIAL = 2_958_466
_SIGNIFICANT = 15
_LONGEST, _LARGEST_EXPONENT = 64, 308
_SHOWN_PLACES = Decimal("0.000001")
_PLACES, _SHORT = 6, Decimal("0.001")


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """A number format, as far as reading needs it. ``parts``: which of y, m, d, h a date shows."""

    kind: str = "number"
    parts: str = ""
    before: str = ""
    after: str = ""
    mask: str = ""
    scale: int = 0
    """By how many powers of ten the number shown is smaller than the one stored (0!.0, shows 186000 as 18.6)."""
    unseen: bool = False
    """Nothing is shown at all (;;;)."""
    worded: tuple[WordedPart, ...] = ()
    """The parts of a format that shows words in place of some numbers (√ for 1)."""


GENERAL = NumberFormat()
PERCENT = NumberFormat("percent")


@cache
def number_format(identifier: int, code: str | None) -> NumberFormat:
    """The format of this id; ``code`` is the workbook's own definition, where it has one."""
    if code is not None and code.strip():
        look, parts = _compiled(code), worded(code)
        return replace(look, worded=parts) if parts else look
    if identifier in _BUILT_IN_PERCENT:
        return PERCENT
    if identifier in _MONTH_ONLY:
        return NumberFormat("date", "ym")
    if identifier == 22:
        return NumberFormat("date", "ymdh")
    if identifier in _BUILT_IN_DATES:
        return NumberFormat("date", "ymd")
    return NumberFormat("date", "h") if identifier in _BUILT_IN_TIMES else GENERAL


def _compiled(code: str) -> NumberFormat:
    section = _ANY.sub("0", code.split(";", 1)[0])
    if not section.strip() and ";" in code:
        return NumberFormat(unseen=not code.replace(";", "").strip())
    if section.strip() in ("0", "@"):
        return GENERAL
    bare = _BRACKETED.sub(_elapsed, _PADDING.sub("", _QUOTED.sub("", section)))
    bare = re.sub(r"[\\!].", "", bare)
    low = re.sub(r"am/pm|a/p|上午/下午", "", bare.lower())
    # The 0 of ss.0 is a part of a second, any other makes it a number.
    if re.search(r"[ymdhs]", low) and not re.search(r"[0#?]", re.sub(r"s\.0+", "s", low)):
        return _dated(low)
    if "%" in bare:
        return PERCENT
    before, after = _literals(section)
    scale = _scale(section)
    digits = re.sub(r"[^0#?.,-]", "", bare)
    masked = not scale and len(digits) > 1 and _MASK.fullmatch(digits)
    return NumberFormat("number", before=before, after=after, mask=digits if masked else "", scale=scale)


def _scale(section: str) -> int:
    """Powers of ten: three for each comma behind the digits, and the digits that stand behind a point of mere ink.

    0!.0, shows ten thousands: the comma takes three digits away, the point that is only drawn parts off one more.
    """
    drawn = re.sub(r'[\\!]\.|"\."', "·", section)
    bare = re.sub(r"[\\!].", "", _BRACKETED.sub("", _PADDING.sub("", _QUOTED.sub("", drawn))))
    commas = re.search(r"[0#?](,+)(?=[^0#?,]*$)", bare)
    behind = re.search(r"[0#?]·([0#?]+)", bare) if "." not in bare else None
    return 3 * len(commas[1] if commas else "") + len(behind[1] if behind else "")


def _elapsed(match: re.Match[str]) -> str:
    inner = match.group(1).lower()
    return inner if inner and set(inner) <= set("hms") else ""


def _dated(code: str) -> NumberFormat:
    """Minutes are m beside h or s; any other m is a month."""
    clock = "h" if "h" in code or "s" in code else ""
    day = "d" if re.search(r"(?<!a)d", code) else ""
    year = "y" if "y" in code or "e" in code else ""
    month = "m" if re.search(r"m", re.sub(r"(?<!h)h++\W*+m++|(?<!m)m++\W*+s++", "", code)) else ""
    return NumberFormat("date", year + month + day + clock)


def _literals(section: str) -> tuple[str, str]:
    """The words before and after the number: ``"共"0"家"``."""
    plain = _PADDING.sub("", _BRACKETED.sub(_currency, section))
    plain = re.sub(r"[\\!](.)", r'"\1"', plain)
    places = [match.start() for match in re.finditer(r"[0#?]", _QUOTED.sub(lambda m: "~" * len(m.group()), plain))]
    if not places:
        return "", ""
    kept = (_QUOTED.sub(r"\1", part) for part in (plain[: places[0]], plain[places[-1] + 1 :]))
    before, after = (re.sub(r"(?<!\d)\.|[,+\s()（）-]|E\+", "", part) for part in kept)
    return before, after


def _currency(match: re.Match[str]) -> str:
    inner = match.group(1)
    return f'"{inner[1:].split("-", 1)[0]}"' if inner.startswith("$") else ""


def stored_number(raw: str) -> Decimal | None:
    """The number as Excel holds it, to 15 digits: the file writes 85.299999999999997 for 85.3."""
    if len(raw) > _LONGEST:
        return None
    try:
        exact = Decimal(raw)
    except InvalidOperation:
        return None
    # No program writes such an exponent; written out it would fill the memory.
    if not exact.is_finite() or abs(exact.adjusted()) > _LARGEST_EXPONENT:
        return None
    if len(raw) > _SIGNIFICANT and len(exact.as_tuple().digits) > _SIGNIFICANT:
        exact = Decimal(format(float(exact), f".{_SIGNIFICANT}g"))
    return exact


def plain(number: Decimal) -> str:
    """The digits without an exponent, without trailing zeros; long fractions to six places."""
    text = format(number, "f")
    if len(text) > _PLACES and len(text.partition(".")[2]) > _PLACES and abs(number) >= _SHORT:
        text = format(number.quantize(_SHOWN_PLACES), "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def shown(number: Decimal, style: NumberFormat, *, since_1904: bool = False) -> tuple[str, Native]:
    """The text a person reads, and the stored value: a date where the format makes it one."""
    words = in_words(style.worded, number) if style.worded else None
    if words is not None:
        return words, None
    if style.kind == "percent":
        return f"{plain(number * 100)}%", number
    if style.kind == "date":
        moment = _moment(number, since_1904=since_1904)
        return _moment_text(moment, style, number) if moment is not None else (plain(number), number)
    if style.scale:
        # Column heads speak of the number that is seen: 购买价格（万元） over 18.6.
        number = unexponented(number.scaleb(-style.scale).normalize())
    text = plain(number)
    if style.mask and text.isdecimal():
        text = _masked(text, style.mask)
    return f"{style.before}{text}{style.after}", number


def unexponented(number: Decimal) -> Decimal:
    """The same number without an exponent."""
    return Decimal(format(number, "f"))


def _masked(text: str, mask: str) -> str:
    """Leading zeros (000000) and grouped digits (000-0000-0000) as the format shows them."""
    places = mask.count("0")
    digits = text.zfill(places)
    surplus = len(digits) - places
    rest = iter(digits[surplus:])
    return digits[:surplus] + "".join(next(rest) if sign == "0" else sign for sign in mask)


def _moment(number: Decimal, *, since_1904: bool) -> datetime | None:
    if not 0 <= number < _LAST_SERIAL:
        return None
    # Excel counts a 29 February 1900 that never was.
    days = number + 1 if not since_1904 and 1 <= number < 60 else number
    seconds = int((days * 86400).to_integral_value())
    try:
        return _EPOCHS[since_1904] + timedelta(seconds=seconds)
    except OverflowError:
        return None


def _moment_text(moment: datetime, style: NumberFormat, number: Decimal) -> tuple[str, Native]:
    if style.parts == "h":
        # A time of day; from one day on it is a length of time, which stays a number.
        return (moment.strftime("%H:%M"), moment.time()) if number < 1 else (plain(number), number)
    if style.parts == "ym":
        return moment.strftime("%Y-%m"), moment.date()
    if style.parts == "y":
        return moment.strftime("%Y"), moment.date()
    if moment.time() == time(0) or "h" not in style.parts:
        return moment.date().isoformat(), moment.date()
    return moment.strftime("%Y-%m-%d %H:%M"), moment


def iso_moment(raw: str) -> tuple[str, Native]:
    """A cell that stores its date as ISO text."""
    try:
        moment = datetime.fromisoformat(raw)
    except ValueError:
        return raw, None
    if moment.time() == time(0):
        return moment.date().isoformat(), date(moment.year, moment.month, moment.day)
    return moment.strftime("%Y-%m-%d %H:%M"), moment
