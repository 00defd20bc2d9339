"""One number as people write it, taken apart from what stands around it.

Its digits, the 万 or 亿 behind them, its unit, and whether 约, 余, 以上 make it approximate. Two numbers, a range, an
upper limit (不足…), dollars are not one number: None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.values.numerals import CHARS, numeral, plain
from extractors.values.text import one_width, visible
from extractors.values.units import units

_LONGEST = 400
"""Characters of one number with all that may be written around it."""
_STEP = re.compile(r"[十百千]?万?亿?")
_ARABIC = re.compile(
    r"(?:\d[\d,' ]*(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,2})?"
    r"(?: *(?:[十百千]万?亿?|万亿?|亿)(?:\d+(?:\.\d+)?(?:[十百千]万?|万))*)?"
)
_CHINESE = re.compile(f"[{CHARS}]+")
_COINS = re.compile(f"零?(?:([{CHARS}])角)?(?:零?([{CHARS}])分)?")
_NOTE = re.compile(r"(?<=.)\((?:[^()\d%]*|(?:截至|截止)?\d{4}年?[^()]*)\)$")
_MOST_REMARKS = 3
_TAIL = re.compile(r"/年|[整正\s()。;,.]")
_FOOTNOTE = re.compile(r"(?<=\d)(?:[①-⒇*＊†‡]|\[[\d注]\])+(?=\D|$)")
"""A mark that points to a note below: 12①人, 326.40*万元."""
_CURRENCY = re.compile("人民币|rmb")


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """One number as written: its digits, the 万 or 亿 after them, the first unit, what surrounds it."""

    digits: Decimal
    factor: Decimal = Decimal(1)
    unit: str = ""
    stepped: str = ""
    bracketed: bool = False
    approximate: bool = False
    rounded: bool = False

    @property
    def value(self) -> Decimal:
        """The number with its 万 or 亿 counted in."""
        return trimmed(self.digits * self.factor) if self.factor != 1 else self.digits


def folded(text: str) -> str:
    """The text for reading a number: rules to write on are gaps, and a full stop between digits is their point."""
    half = one_width(_FOOTNOTE.sub("", re.sub(r"[_＿]+", " ", visible(text)))).lower()
    return re.sub(r"\s+", " ", re.sub(r"(?<=\d)。(?=\d)", ".", re.sub(r"[−–—﹣]", "-", half))).strip(" 。;,、'")


def written_number(text: str) -> WrittenNumber | None:
    """Take one number apart from what stands around it; None too where the text is a whole paragraph."""
    if len(text) > _LONGEST:
        return None
    bare = folded(text)
    if units().foreign.search(bare):
        return None
    bare, about = _without_lead(bare)
    stated = _apart(bare) or _apart(_NOTE.sub("", bare)) or _written_twice(bare) or _remarked(bare)
    return replace(stated, approximate=True) if stated is not None and about else stated


def _remarked(text: str) -> WrittenNumber | None:
    """326.40（审计数）万元, 12（含兼职2人）人, 12人，其中兼职2人: what a remark says of the number is no part of it."""
    bare = units().remark.sub("", text, count=_MOST_REMARKS)
    return None if bare == text else _apart(bare.strip())


def _written_twice(text: str) -> WrittenNumber | None:
    """壹佰万元整（¥1,000,000.00）: the same amount again in brackets, which must agree."""
    match = re.fullmatch(r"(?<![^()])([^()]++)\((?:大写|小写)?:? ?([^()]+)\)", text)
    if match is None:
        return None
    first, again = (_apart(_without_lead(part.strip())[0]) for part in match.groups())
    return first if first is not None and again is not None and first.value == again.value else None


def _without_lead(text: str) -> tuple[str, bool]:
    """Without 约, 共, 人民币, ¥ in front; and whether they make the number approximate."""
    about = False
    while match := units().about_before.match(text) or units().counted.match(text):
        about = about or units().about_before.match(text) is not None
        text = text[match.end() :].lstrip()
    return text, about


def _apart(text: str) -> WrittenNumber | None:
    """Sign or bracket, digits, then 余, 万, units, 整 in any order people use; anything else: None."""
    bracketed = bool(re.match(r"\( *[\d.]", text)) and text.count("(") == text.count(")")
    if bracketed:
        text = text[1:].replace(")", "", 1).strip()
    sign = re.match(r"(?P<sign>[-+负]) ?¥? ?", text)
    text = text[sign.end() :] if sign else text
    head = _ARABIC.match(text) or _CHINESE.match(text)
    digits = numeral(head[0].strip()) if head else None
    if head is None or digits is None:
        return None
    signed = -digits if sign and sign["sign"] != "+" else digits
    number = WrittenNumber(signed, stepped=_steps(head[0]), bracketed=bracketed, rounded="e" in head[0])
    return _with_tail(number, text[head.end() :])


def _steps(digits: str) -> str:
    """The 万 and 亿 among the digits; among Arabic ones also 十, 百 and 千, which a Chinese numeral has anyway."""
    steps = re.findall("[十百千万亿]" if digits[0].isascii() else "[万亿萬億]", digits)
    return "".join(steps).replace("萬", "万").replace("億", "亿")


def _with_tail(number: WrittenNumber, tail: str) -> WrittenNumber | None:
    """What follows the digits. The first unit is the writer's own; those after it were printed there."""
    while tail:
        taken = next((step for take in _BEHIND if (step := take(number, tail)) is not None), None)
        if taken is None:
            return None
        number, length = taken
        tail = tail[length:]
    return number


Step = tuple[WrittenNumber, int]
"""The number with what was taken from behind it, and how many characters that was."""


def _about(number: WrittenNumber, tail: str) -> Step | None:
    match = units().about_after.match(tail)
    return (replace(number, approximate=True), match.end()) if match else None


def _w(number: WrittenNumber, tail: str) -> Step | None:
    """W for 万: 30w元."""
    if number.unit or not re.match(r"w(?=元|$| )", tail):
        return None
    return replace(number, factor=number.factor * 10**4, stepped=number.stepped + "万"), 1


def _step(number: WrittenNumber, tail: str) -> Step | None:
    """万 behind 余: 300余万元."""
    match = _STEP.match(tail)
    if number.unit or not number.approximate or match is None or not match[0]:
        return None
    factor = numeral("1" + match[0]) or 1
    return replace(number, factor=number.factor * factor, stepped=number.stepped + match[0]), match.end()


def _unit(number: WrittenNumber, tail: str) -> Step | None:
    match = _CURRENCY.match(tail) or units().unit.match(tail)
    if match is None:
        return None
    unit = "元" if match.re is _CURRENCY else match[0]
    return replace(number, unit=number.unit or unit), match.end()


def _coins(number: WrittenNumber, tail: str) -> Step | None:
    """角 and 分 behind 元."""
    match = _COINS.match(tail)
    if number.unit not in ("元", "圆") or match is None or not match[0]:
        return None
    tenths, hundredths = ((numeral(coin) or Decimal(0)) for coin in match.groups("零"))
    return replace(number, digits=number.digits + tenths.scaleb(-1) + hundredths.scaleb(-2)), match.end()


def _end(number: WrittenNumber, tail: str) -> Step | None:
    match = _TAIL.match(tail)
    return (number, match.end()) if match else None


_BEHIND = (_about, _w, _step, _unit, _coins, _end)


def trimmed(value: Decimal) -> Decimal:
    """Without trailing zeros and without an exponent."""
    return plain(value.normalize())
