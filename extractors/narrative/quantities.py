"""Which numbers with a unit stand in a sentence: 1,145人次, 三十余场, 3.5亿元, 百分之四十?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

UNITS: dict[str, str] = {
    "person_times": r"人次|人[（(]次[)）]|人[/·.．、]次",
    "visits": r"[户家][（(]?次[)）]?|[户家]/次",
    "times": r"场次|场[（(]次[)）]|场/次|班次|批次|场(?![地所景均馆])|次(?![性日年])|期(?![间限末初货])",
    "persons": r"人(?![均才民工次])|名(?![单称列牌优])|位(?![于列置居])",
    "enterprises": r"家|户(?!外)",
    "hours": r"课时|学时",
    "money": r"元|(?<=亿)(?![人家户次场])",
    "percent": r"[%％](?!点)",
    "tenths": r"成(?![立员为果功效绩])",
}
_SCALES = {"千万": 10**7, "百万": 10**6, "十万": 10**5, "万": 10**4, "亿": 10**8}
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_DIGITS |= {digit: value for value, digit in enumerate("壹贰叁肆伍陆柒捌玖", start=1)}
_TENS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_HANZI = "[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+"
_POINT = "[零〇一二三四五六七八九]"
_ARABIC = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"
_QUANTITY = re.compile(
    rf"(?<![\d.A-Za-z第数几])(?:(?P<share>百分之)(?P<hundredth>{_ARABIC}|{_HANZI}(?:点{_POINT}+)?)"
    rf"|(?P<number>{_ARABIC}|{_HANZI})(?P<more>[余多几来+＋]?)(?P<scale>千万|百万|十万|万|亿)?(?P<again>[余多]?)个?"
    rf"(?:{'|'.join(f'(?P<{kind}>{pattern})' for kind, pattern in UNITS.items())}))"
    r"(?P<tail>以上|左右|余)?",
)
# 培训人次：1860; 线下服务企业数量为 96，: the unit stands before the number.
_NAMED_BEFORE = re.compile(
    r"(?:(?P<person_times>人次)|(?P<times>场次|次数|场数)|(?P<enterprises>企业(?:总)?数|家数|户数)|(?P<hours>课时|学时))"
    rf"[数量]?(?:为|达到|达|共计|共|是|[：:])*(?P<number>{_ARABIC})(?![\d,，.]*\d|[人名位场次期家户个课学小%％元万亿千百年月余多])",
)
_AT_LEAST = re.compile(r"(?:超过|超|逾|突破|不少于|不低于|至少|高于)(?:了)?$")
_NEARLY = re.compile(r"(?:近|将近|接近|不到|不足|少于|低于|至多|最多|上)$")
_RANGE_BEFORE = re.compile(r"[\d家场次期人%元名][-~～—–至到]$")
_RANGE_AFTER = re.compile(r"[-~～—–至到]\d")
_WIDE = str.maketrans("０１２３４５６７８９．％＋／", "0123456789.%+/")


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number with its unit, in the base unit (元, 人次, 场, 家, %).

    ``floor``: the text says "or more" (余, 以上, 超过). ``vague``: it says less than a number (近百场, 8至10次).
    """

    value: Decimal
    kind: str
    start: int
    end: int
    floor: bool = False
    vague: bool = False


def squeezed(text: str) -> str:
    """The text without white space, digits and signs in their narrow form; Chinese punctuation is kept."""
    return re.sub(r"[\s_\u3000]+", "", text.translate(_WIDE))


def quantities(text: str) -> list[Quantity]:
    """The numbers of a squeezed sentence, left to right."""
    found = [_quantity(text, match) for match in _QUANTITY.finditer(text)]
    found += [_named_before(match) for match in _NAMED_BEFORE.finditer(text)]
    return sorted((quantity for quantity in found if quantity), key=lambda quantity: quantity.start)


def _named_before(match: re.Match[str]) -> Quantity | None:
    value = numeral_value(match["number"])
    kind = next(kind for kind in UNITS if match.groupdict().get(kind))
    return None if value is None else Quantity(value, kind, match.start("number"), match.end())


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    """One match as a number in its base unit; None where the numeral makes no number (三四场)."""
    numeral = match["hundredth"] or match["number"]
    value = numeral_value(numeral)
    if value is None:
        return None
    kind = "percent" if match["share"] else str(match.lastgroup if match.lastgroup != "tail" else _kind(match))
    if kind == "tenths":
        kind, value = "percent", value * 10
    before = text[max(0, match.start() - 6) : match.start()]
    more = (match["more"] or "") + (match["again"] or "")
    return Quantity(
        value=value * _SCALES.get(match["scale"] or "", 1),
        kind=kind,
        start=match.start(),
        end=match.end(),
        floor=bool(set(more) & set("余多+＋")) or match["tail"] in ("以上", "余") or bool(_AT_LEAST.search(before)),
        vague="几" in more
        or "来" in more
        or bool(_NEARLY.search(before))
        or bool(_RANGE_BEFORE.search(before))
        or bool(_RANGE_AFTER.match(text, match.end())),
    )


def _kind(match: re.Match[str]) -> str:
    return next(kind for kind in UNITS if match[kind])


def numeral_value(numeral: str) -> Decimal | None:
    """The value of arabic or Chinese numerals; None where they are no single number."""
    if numeral[0].isdigit():
        return Decimal(re.sub("[,，]", "", numeral))
    numeral, point, digits = numeral.partition("点")
    whole = _whole_value(numeral)
    if whole is None or not point:
        return whole
    return whole + Decimal("0." + "".join(str(_DIGITS[sign]) for sign in digits))


def _whole_value(numeral: str) -> Decimal | None:
    """The value of a Chinese whole number."""
    total, section, digit = 0, 0, None
    for sign in numeral:
        if sign in _DIGITS:
            if digit not in (None, 0):
                return None
            digit = _DIGITS[sign]
        elif sign in _TENS:
            section += (1 if digit is None else digit) * _TENS[sign]
            digit = None
        else:
            section += digit or 0
            if not section:
                return None
            total = (total + section) * (10**4 if sign == "万" else 10**8)
            section, digit = 0, None
    return Decimal(total + section + (digit or 0))
