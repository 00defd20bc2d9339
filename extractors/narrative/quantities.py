"""Which numbers with a unit stand in a sentence: 1,145人次, 三十余场, 3.5亿元, 百分之四十?"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from decimal import Decimal

from extractors.values.numerals import CHARS, hundredths, numeral
from extractors.values.text import unspaced
from extractors.values.units import units

_SCALES = {"千万": 10**7, "百万": 10**6, "十万": 10**5, "万": 10**4, "亿": 10**8}
_SIGNS = "".join(char for char in CHARS if char not in "Oo点點")
# A run of digits is taken whole or not at all: given back digit by digit, it could be cut up in 2^n ways.
_ARABIC = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d++)?(?!\d)|\d++(?:\.\d++)?"
_STEP = "(?:[十百千]?[万亿]|[十百千])"
_NUMBER = (
    rf"(?:(?<![十百千万亿])(?:{_ARABIC})(?:{_STEP}(?:\d++(?:\.\d++)?{_STEP}?)*)?"
    # Inside a numeral no other begins: 第二十三期 is not thirteen, 三点五万 not fifty thousand.
    rf"|(?<![{_SIGNS}])(?<![{_SIGNS}\d]点)[{_SIGNS}]+(?:点[{_SIGNS}]+)?)"
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


@functools.cache
def _quantity_pattern() -> re.Pattern[str]:
    """A number in front of any unit."""
    each = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in units().prose.items())
    return re.compile(
        # Nor does one begin in the middle of the groups of a long number.
        rf"(?<![\d.A-Za-z第数几])(?<![,，]\d{{3}}[,，])(?:(?P<share>百分之)(?P<hundredth>{_ARABIC}|[{_SIGNS}]+(?:点[{_SIGNS}]+)?)"
        rf"|(?P<number>{_NUMBER})(?P<more>[余多几来+＋]?)(?P<scale>千万|百万|十万|万|亿)?(?P<again>[余多]?)个?"
        rf"(?:{each}))(?P<tail>以上|左右|余)?",
    )


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


def one_line(text: str) -> str:
    """A sentence as it is searched: no white space, digits and signs narrow; Chinese punctuation stays."""
    return unspaced(text.translate(_WIDE)).replace("_", "")


def quantities(text: str) -> list[Quantity]:
    """The numbers of a sentence in one line, left to right."""
    counted = [_quantity(text, match) for match in _quantity_pattern().finditer(text)]
    counted += [_named_before(match) for match in _NAMED_BEFORE.finditer(text)]
    return sorted((quantity for quantity in counted if quantity), key=lambda quantity: quantity.start)


def _named_before(match: re.Match[str]) -> Quantity | None:
    value = numeral(match["number"].replace("，", ","))
    kind = next(kind for kind in units().prose if match.groupdict().get(kind))
    return None if value is None else Quantity(value, kind, match.start("number"), match.end())


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    """One match as a number in its base unit; None where the numeral makes no number (三四场, 两万三)."""
    written = (match["hundredth"] or match["number"]).replace("，", ",")
    value = hundredths(written) if match["share"] else numeral(written)
    if value is None:
        return None
    kind = "percent" if match["share"] else _kind(match)
    if kind == "tenths":
        kind, value = "percent", value * 10
    before = text[max(0, match.start() - 6) : match.start()]
    more = (match["more"] or "") + (match["again"] or "")
    floor = bool(set(more) & set("余多+＋")) or match["tail"] in ("以上", "余") or bool(_AT_LEAST.search(before))
    vague = bool(set(more) & set("几来")) or _is_vague(text, match.end(), before)
    return Quantity(value * _SCALES.get(match["scale"] or "", 1), kind, match.start(), match.end(), floor, vague)


def _is_vague(text: str, end: int, before: str) -> bool:
    """Whether the text says less than a number: 近百场, 8至10次."""
    return any((_NEARLY.search(before), _RANGE_BEFORE.search(before), _RANGE_AFTER.match(text, end)))


def _kind(match: re.Match[str]) -> str:
    return next(kind for kind in units().prose if match[kind] is not None)
