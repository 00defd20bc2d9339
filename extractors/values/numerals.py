"""Which number do these characters write: Arabic, Chinese, formal Chinese, or a mixture?

Colloquial shortenings (一百五 for 150, 三万五) are left unread: they can be told only by ear. So are two digits side by
side, which count "three or four" (三四家).
"""

from __future__ import annotations

import math
import re
from decimal import Decimal

_DIGITS = {
    char: str(value)
    for value, chars in enumerate(
        ("零〇○◯Oo", "一壹弌", "二贰貳两兩", "三叁參叄", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
    )
    for char in chars
}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_BIG = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_TENS = {"廿": "二十", "卅": "三十", "卌": "四十"}
CHARS = "".join((*_DIGITS, *_UNITS, *_BIG, *_TENS, "点點"))
"""Every character that a Chinese numeral may hold."""
LONGEST = 60
"""Characters: what is longer is no number that anybody wrote, and would take long to find out."""
_ARABIC = re.compile(r"\d+(?:\.\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:'\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?:\.\d+)?")
_SPACED = re.compile(r"[\d.](?: [\d.])+")
_SCIENTIFIC = re.compile(r"\A\d++(?:\.\d++)?[eE][+-]?\d{1,2}")
_STEPS = re.compile(r"(\d+(?:\.\d+)?)([十百千]?[万亿]?)")
_ALL_STEPS = re.compile(r"(?:\d++(?:\.\d++)?[十百千]?[万亿]?)++")
_NO_NUMERALS = frozenset("○◯Oo")
"""Signs that are noughts inside a numeral, and alone something else."""
_PLACES = re.compile(f"([{''.join(_DIGITS)}]+)([{''.join(_BIG)}]*)")
_STEP_SIGNS = {"十": "T", "拾": "T", "百": "H", "佰": "H", "千": "K", "仟": "K"}
# 零 stands once between steps, and a digit alone at the end only behind 十 or 零: 一百五 is speech.
_SECTION = re.compile(r"0?(?:([1-9])K)?0?(?:([1-9])H)?0?(?:(?:([1-9])|(?<=0)|^)(T))?0?(?:(?<=[T0])([1-9]))?")
_SPOKEN = re.compile(f"[{''.join(char for char, value in _DIGITS.items() if value != '0')}]{{2}}")


def numeral(text: str) -> Decimal | None:
    """The number that the whole text writes, without sign and unit; None where it is not one, or too long for one."""
    if len(text) > LONGEST:
        return None
    if text[:1].isascii():
        return _arabic(text)
    return None if _SPOKEN.fullmatch(text) else chinese(text)


def hundredths(text: str) -> Decimal | None:
    """The number behind 百分之, of which 百 alone is a hundred."""
    return Decimal(100) if text in ("百", "佰") else numeral(text)


def _arabic(text: str) -> Decimal | None:
    bare = re.sub(r"(?:(?<!\s)\s++)?+,\s*+", ",", text.strip())
    if _GROUPED.fullmatch(bare):
        return Decimal(re.sub(r"[,' ]", "", bare))
    joined = bare.replace(" ", "") if _SPACED.fullmatch(bare) else re.sub(r"(?<! ) ++(?=[十百千万亿])", "", bare)
    joined = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", joined) if joined[-1:] in "十百千万亿" else joined
    if _ARABIC.fullmatch(joined) or re.fullmatch(r"(?<!\d)\d++\.|\.\d++", joined):
        return Decimal(joined)
    if _SCIENTIFIC.fullmatch(joined):
        return plain(Decimal(joined))
    return _stepped(joined)


def _stepped(text: str) -> Decimal | None:
    """1.2亿, 5百万, 1亿2000万, 1万2000: Arabic digits with Chinese steps, each smaller than the one before.

    The last step may be left out where its digits fill every place below the step before: 1万2 may be 12000.
    """
    if not _ALL_STEPS.fullmatch(text):
        return None
    total, last = Decimal(0), Decimal(0)
    for step in _STEPS.finditer(text):
        worth = Decimal(step[1]) * _factor(step[2])
        if last and (worth >= last or not (step[2] or _fills(step[1], last))):
            return None
        total, last = total + worth, _factor(step[2])
    return plain(total)


def _factor(step: str) -> Decimal:
    """What one of 十百千万亿, or several behind each other (百万), count."""
    return math.prod((Decimal(_UNITS.get(char) or _BIG[char]) for char in step), start=Decimal(1))


def _fills(digits: str, step: Decimal) -> bool:
    """Whether the digits are as many as the step has noughts."""
    return digits.isdecimal() and Decimal(10) ** len(digits) == step


def chinese(text: str) -> Decimal | None:
    """The number of a Chinese numeral, by place (二〇二五) or by steps (一百五十), 点 for the decimal point."""
    for char, long in _TENS.items():
        text = text.replace(char, long)
    if text in _NO_NUMERALS:
        return None
    whole, point, rest = text.replace("點", "点").partition("点")
    front = _whole(whole)
    if front is None or not point:
        return None if front is None else Decimal(front)
    return _with_places(front, rest)


def _with_places(front: int, rest: str) -> Decimal | None:
    """The number with what stands behind its point: digits, and 万 or 亿."""
    match = _PLACES.fullmatch(rest)
    if match is None:
        return None
    value = Decimal(f"{front}.{''.join(_DIGITS[char] for char in match[1])}")
    for char in match[2]:
        value *= _BIG[char]
    return plain(value) if match[2] else value


def _whole(text: str) -> int | None:
    if not text:
        return None
    if all(char in _DIGITS for char in text):
        return int("".join(_DIGITS[char] for char in text))
    if any(char in "Oo" for char in text):
        return None
    for big in ("亿億", "万萬"):
        at = max(text.rfind(char) for char in big)
        if at >= 0:
            return _around(text[:at], text[at + 1 :], _BIG[text[at]])
    return _section(text)


def _around(left: str, right: str, factor: int) -> int | None:
    """The sum of left × factor and right; a lone digit after it (三万五) is speech, not a numeral."""
    many = _whole(left)
    if many is None or (len(left) > 1 and all(char in _DIGITS for char in left) and not _zero_then_digit(left)):
        return None
    if not right:
        return many * factor
    few = _whole(right)
    if few is None or few >= factor or (all(char in _DIGITS for char in right) and not _zero_then_digit(right)):
        return None
    return many * factor + few


def _zero_then_digit(text: str) -> bool:
    return len(text) == 2 and _DIGITS[text[0]] == "0"


def _section(text: str) -> int | None:
    """A numeral below ten thousand: steps fall, each has its digit, only 十 may lead without one."""
    signs = "".join(_DIGITS.get(char) or _STEP_SIGNS.get(char, "?") for char in text)
    match = _SECTION.fullmatch(signs)
    if match is None or "00" in signs or signs.endswith("0"):
        return None
    thousands, hundreds, tens, ones = (int(digit or 0) for digit in match.group(1, 2, 3, 5))
    return thousands * 1000 + hundreds * 100 + (tens or bool(match[4])) * 10 + ones


def plain(value: Decimal) -> Decimal:
    """The same number without an exponent."""
    return Decimal(format(value, "f")) if int(value.as_tuple().exponent) > 0 else value
