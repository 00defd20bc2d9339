"""How Word writes a count in each kind of numeral (ECMA-376 part 1, 17.18.59 ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_DIGITS = "〇一二三四五六七八九"
_LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def _counting(count: int, digits: str = _DIGITS, units: str = "十百千", *, ten: bool = True) -> str:
    """十二, 一百零三; above 9999 in figures."""
    if not 0 < count < 10_000:
        return str(count)
    written, gap = "", False
    for place in range(3, -1, -1):
        digit = count // 10**place % 10
        if not digit:
            gap = bool(written)
            continue
        written += ("零" if gap else "") + digits[digit] + (units[place - 1] if place else "")
        gap = False
    return written[1:] if ten and 10 <= count < 20 else written


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    written = ""
    for value, sign in _ROMAN:
        written += sign * (count // value)
        count %= value
    return written


def _letter(count: int) -> str:
    """A … Z, AA, BB …: Word repeats the letter."""
    if not 0 < count <= 780:
        return str(count)
    return chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _from(first: str, last: int) -> Callable[[int], str]:
    """Numerals that are single characters, from the first one on, up to the last count there is."""
    return lambda count: chr(ord(first) + count - 1) if 1 <= count <= last else str(count)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda count: signs[(count - 1) % len(signs)] if count > 0 else str(count)


def _positional(count: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(abs(count)))


def _legal(count: int) -> str:
    return _counting(count, _LEGAL_DIGITS, "拾佰仟", ten=False)


FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "none": lambda _count: "",
    "decimalZero": lambda count: f"{count:02d}",
    "decimalFullWidth": lambda count: str(count).translate({48 + i: 0xFF10 + i for i in range(10)}),
    "decimalFullWidth2": lambda count: str(count).translate({48 + i: 0xFF10 + i for i in range(10)}),
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "upperLetter": _letter,
    "lowerLetter": lambda count: _letter(count).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda count: _roman(count).lower(),
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting,
    "japaneseCounting": _counting,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _counting,
    "ideographDigital": _positional,
    "japaneseDigitalTenThousand": _positional,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographEnclosedCircle": _from("㊀", 10),
}
