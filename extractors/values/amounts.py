"""How many, how much, what share does the text state, and in which unit?

One number with what people write around it: 约, 余, 左右, the currency, a printed unit that stands there
twice, a note in brackets. Two numbers, a range, an upper limit (不足…) are not one number: None.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from extractors.values.blanks import seen
from extractors.values.numerals import CHARS, hundredths, numeral, plain
from schemas.document import Native


def _choice(words: str) -> str:
    return "|".join(re.escape(word) for word in sorted(words.split(), key=len, reverse=True))


_ABOUT_BEFORE = re.compile(_choice("大约 约为 约有 约 大概 近 将近 接近 超过 超 逾 高达 不少于 不低于 至少 多于 预计"))
_COUNTED = re.compile(_choice("共计 合计 总计 累计 共有 共 计 达到 达 为 有 人民币 rmb cny ¥ : ="))
_ABOUT_AFTER = re.compile(_choice("左右 上下 以上 余 多 许 来 +"))
_MONEY = {
    **dict.fromkeys("元 圆 块".split(), 0),
    "百元": 2,
    **dict.fromkeys("千元 仟元".split(), 3),
    **dict.fromkeys("万元 万圆 萬元 万".split(), 4),
    "十万元": 5,
    "百万元": 6,
    "千万元": 7,
    **dict.fromkeys("亿元 億元 亿".split(), 8),
}
"""Powers of ten of a 元."""
_FAMILIES = tuple(
    frozenset(words.split())
    for words in (
        "家 户 个 家企业 户企业 家中小企业 户中小企业 家单位 家机构 个单位 企业",
        "人 名 位 个人",
        "次 人次 户次 家次 场 场次 人/次 期 件次",
        "台 套 台套 台(套) 台/套 台、套 件 部 辆 只 组 个 架 支 张 把 批 项 条 块",
        "平方米 平米 m2 平方 平 方",
        "年 周年",
        "课时 学时 小时",
        "岁 周岁",
        "% 个百分点",
    )
)
_EITHER = {"家、人/次": 0, "户(次)": 0}
"""Printed units that leave the choice between 家 and 次."""
_UNIT = re.compile(
    _choice(" ".join([*(unit for unit in _MONEY if unit not in "万亿"), *(" ".join(f) for f in _FAMILIES), *_EITHER]))
)
_STEP = re.compile(r"[十百千]?万?亿?")
_ARABIC = re.compile(
    r"(?:\d[\d,' ]*(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,2})?"
    r"(?: *(?:[十百千]万?亿?|万亿?|亿)(?:\d+(?:\.\d+)?(?:[十百千]万?|万))*)?"
)
_CHINESE = re.compile(f"[{CHARS}]+")
_COINS = re.compile(f"零?(?:([{CHARS}])角)?(?:零?([{CHARS}])分)?")
_NOTE = re.compile(r"(?<=.)\((?:[^()\d%]*|(?:截至|截止)?\d{4}年?[^()]*)\)$")
_FOREIGN = re.compile(r"美元|美金|港[元币]|欧元|日元|英镑|usd|eur|hkd|[$€£]")
_TAIL = re.compile(r"/年|[整正\s()。;,.]")


@dataclass(frozen=True, slots=True)
class _Stated:
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


def number(text: str, native: Native = None) -> Decimal | None:
    """The one number that the text states, 万 and 亿 counted in, whatever unit follows it.

    (300) is an accountant's minus. A workbook's own number (``native``) is finer than its display.
    """
    read, stored = _read(text), _stored(native)
    value = _settled(read, stored)
    return -value if value is not None and read is not None and read.bracketed and value != stored else value


def approximate(text: str) -> bool:
    """Whether the number is stated as about so many (约, 余, 以上, +)."""
    read = _read(text)
    return read is not None and read.approximate


def amount(text: str, unit: str, stated: str = "", native: Native = None) -> Decimal | None:
    """The quantity in ``unit``. A unit in the text wins over ``stated`` (the column's or line's), this over ``unit``.

    None where the text's unit measures something else (人次 where 家 are asked, dollars).
    """
    read, target = _read(text), folded_unit(unit)
    if _FOREIGN.search(_fold(text)):
        return None
    value = _settled(read, _stored(native))
    if value is None:
        return None
    written = "" if read is None else read.unit
    if target not in _MONEY:
        return value if _compatible(written, target) else None
    if read is not None and read.bracketed:
        value = -abs(value)
    source = _money_unit(read, _column_unit(stated) or target)
    if source not in _MONEY:
        return None
    shift = _MONEY[source] - _MONEY[target]
    return value if shift == 0 else trimmed(value.scaleb(shift))


def money_unit(text: str) -> str:
    """The unit of money that the text has beside its number, 元 where that is written with 万 or 亿; else ""."""
    unit = _money_unit(_read(text), "")
    return unit if unit in _MONEY else ""


def _money_unit(read: _Stated | None, otherwise: str) -> str:
    """The unit of the money: the text's, 元 where it writes 万 or 亿, else what column or blank say.

    ``3千`` in a column of 万元 may be 3000元 or 3000万元: "?".
    """
    if read is None:
        return otherwise
    if any(step in read.stepped for step in "万亿"):
        return "元" if read.unit in ("", *_MONEY) else "?"
    if read.unit:
        return read.unit
    return "?" if read.stepped and otherwise != "元" else otherwise


def share(text: str, native: Native = None, *, fraction: bool = False) -> Decimal | None:
    """A percentage from 0 to 100 as written: 85%, 85, 百分之八十五, 八成五, a workbook's 0.85 shown as 85%.

    A bare 0.85 may be a fraction or less than one per cent: it stays 0.85 unless ``fraction`` says that
    this list writes fractions.
    """
    spoken = _spoken_share(_fold(text).replace(" ", ""))
    if spoken is not None:
        return spoken
    read, stored = _read(text), _stored(native)
    if read is not None and read.unit == "%":
        return _finer(read.digits, stored)
    if read is not None and read.unit:
        return None
    value = _settled(read, stored)
    return trimmed(value * 100) if fraction and value is not None and 0 < value < 1 else value


def _spoken_share(text: str) -> Decimal | None:
    text = _ABOUT_BEFORE.sub("", text, count=1) if _ABOUT_BEFORE.match(text) else text
    text = re.sub(f"(?:{_ABOUT_AFTER.pattern})$", "", text)
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


def _settled(read: _Stated | None, stored: Decimal | None) -> Decimal | None:
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


def _fold(text: str) -> str:
    folded = unicodedata.normalize("NFKC", re.sub(r"[_＿]+", " ", seen(text))).lower()
    return re.sub(r"\s+", " ", re.sub(r"(?<=\d)。(?=\d)", ".", re.sub(r"[−–—﹣]", "-", folded))).strip(" 。;,、'")


def _read(text: str) -> _Stated | None:
    """Take one number apart from what stands around it."""
    bare = _fold(text)
    if _FOREIGN.search(bare):
        return None
    bare, about = _without_lead(bare)
    stated = _apart(bare) or _apart(_NOTE.sub("", bare)) or _written_twice(bare)
    if stated is None or not about:
        return stated
    return _Stated(stated.digits, stated.factor, stated.unit, stated.stepped, stated.bracketed, True, stated.rounded)


def _written_twice(text: str) -> _Stated | None:
    """壹佰万元整（¥1,000,000.00）: the same amount again in brackets, which must agree."""
    match = re.fullmatch(r"([^()]+)\((?:大写|小写)?:? ?([^()]+)\)", text)
    if match is None:
        return None
    first, again = (_apart(_without_lead(part.strip())[0]) for part in match.groups())
    return first if first is not None and again is not None and first.value == again.value else None


def _without_lead(text: str) -> tuple[str, bool]:
    """Without 约, 共, 人民币, ¥ in front; and whether they make the number approximate."""
    about = False
    while match := _ABOUT_BEFORE.match(text) or _COUNTED.match(text):
        about = about or bool(_ABOUT_BEFORE.match(text))
        text = text[match.end() :].lstrip()
    return text, about


def _apart(text: str) -> _Stated | None:
    """Sign or bracket, digits, then 余, 万, units, 整 in any order people use; anything else: None."""
    bracketed = bool(re.match(r"\( *[\d.]", text)) and text.count("(") == text.count(")")
    if bracketed:
        text = text[1:].replace(")", "", 1).strip()
    sign = re.match(r"[-+负] ?¥? ?", text)
    text = text[sign.end() :] if sign else text
    head = _ARABIC.match(text) or _CHINESE.match(text)
    digits = None if head is None else numeral(head[0].strip())
    if head is None or digits is None:
        return None
    if sign and sign[0][0] != "+":
        digits = -digits
    stepped = (
        "".join(re.findall(r"[十百千万亿]", head[0]))
        if head[0][0].isascii()
        else "".join(re.findall("[万亿萬億]", head[0]))
    )
    return _with_tail(
        _Stated(
            digits, stepped=stepped.replace("萬", "万").replace("億", "亿"), bracketed=bracketed, rounded="e" in head[0]
        ),
        text[head.end() :],
    )


def _with_tail(stated: _Stated, tail: str) -> _Stated | None:
    """What follows the digits. The first unit is the writer's own; those after it were printed there."""
    digits, factor, unit, stepped, about = stated.digits, stated.factor, "", stated.stepped, False
    while tail:
        if match := _ABOUT_AFTER.match(tail):
            about = True
        elif not unit and (match := re.match(r"w(?=元|$| )", tail)):
            factor, stepped = factor * 10**4, stepped + "万"
        elif not unit and about and (match := _STEP.match(tail)) and match[0]:
            factor, stepped = factor * (numeral("1" + match[0]) or 1), stepped + match[0]
        elif match := re.match("人民币|rmb", tail) or _UNIT.match(tail):
            unit = unit or ("元" if match[0] in ("人民币", "rmb") else match[0])
        elif unit in ("元", "圆") and (match := _COINS.match(tail)) and match[0]:
            digits += sum(
                (numeral(coin) or Decimal(0)).scaleb(-place) for place, coin in enumerate(match.groups("零"), 1)
            )
        elif not (match := _TAIL.match(tail)):
            return None
        tail = tail[match.end() :]
    return _Stated(digits, factor, unit, stepped, stated.bracketed, about, stated.rounded)


def folded_unit(unit: str) -> str:
    """The unit in one spelling: half width, without white space, 人民币 and brackets around it."""
    bare = re.sub(r"\s|人民币|单位:", "", unicodedata.normalize("NFKC", unit)).lower()
    return bare[1:-1] if bare.startswith("(") and bare.endswith(")") else bare


def _column_unit(stated: str) -> str:
    """The money unit that a head or a line above names (金额单位：人民币元 → 元); "" where it names none."""
    folded = folded_unit(stated)
    if folded in _MONEY or _FOREIGN.search(folded):
        return folded
    found = [unit for unit in _MONEY if unit in folded and unit not in "万亿"]
    return max(found, key=len, default="")


def _compatible(written: str, target: str) -> bool:
    if not written or not target or written == target:
        return True
    if target in _EITHER:
        return written in _FAMILIES[0] | _FAMILIES[1] | _FAMILIES[2]
    return any(written in family and target in family for family in _FAMILIES)


def trimmed(value: Decimal) -> Decimal:
    """Without trailing zeros and without an exponent."""
    return plain(value.normalize())
