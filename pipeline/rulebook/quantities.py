"""Which quantities does a sentence of a regulation name? Numbers in all their spellings, in the units of measures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from extractors.values.numerals import hundredths, numeral
from schemas.regulation.own_words import spoken_words

NUMERAL = "[一二三四五六七八九十百两]+"
_UNITS = {
    "元": "万元",
    "年": "年",
    "周年": "年",
    "个月": "个月",
    "家": "家",
    "户": "家",
    # 户次 and 家次 count visits, not enterprises (contract §11).
    "户次": "户次",
    "家次": "户次",
    "%": "%",
    "人次": "人次",
    "人": "人",
    "名": "人",
    "次": "次",
    "场次": "次",
    "场": "次",
    "场(次)": "次",
    "期": "次",
    "课时": "课时",
    "学时": "课时",
    "项": "项",
    "平方米": "平方米",
    "m2": "平方米",
    "台": "台（套）",
}
_SIGNS = "零〇一二三四五六七八九十百千万亿两"
_FIRST_YEAR_OF_DATES = 1900
_MONTHS, _WHOLE_QUARTERS = 12, 3
"""18个月 is 1.5 years; what makes no whole quarters of a year has no such number and stays months."""


@dataclass(frozen=True, slots=True)
class StatedQuantity:
    """One number with its unit, as a measure would state it, and where it stands in the sentence."""

    value: Decimal
    unit: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends in the sentence."""
        return self.start + len(self.text)


def counts_back(sentence: str, one: StatedQuantity) -> bool:
    """近三年: years over which something else is counted, or for which it grew."""
    return one.unit == "年" and sentence[one.start - 1 : one.start] == "近"


def quantities(sentence: str) -> Iterator[StatedQuantity]:
    """The quantities that the sentence names, in its order. ``sentence`` has half-width signs and no white space."""
    own = spoken_words()
    units = {one.unit for one in (*own.measures, *own.named) if one.unit} - set(_UNITS.values())
    for match in _pattern(frozenset(units)).finditer(sentence):
        found = _share(match) if match["share"] else _counted(match)
        if found is not None:
            yield found


@lru_cache(maxsize=16)
def _pattern(more: frozenset[str]) -> re.Pattern[str]:
    """A number with a unit: ours, and those of the measures that the rulebook in hand brings along."""
    unit = "|".join(re.escape(one) for one in sorted({*_UNITS, *more}, key=len, reverse=True))
    return re.compile(
        rf"(?P<share>百分之(?P<of>[{_SIGNS}点]+|[\d.]+))"
        # 上一年度, 每一年, 第一次 count nothing; 2021年 is a date. Inside a numeral no other begins.
        rf"|(?<![第上每同任\d])(?P<number>\d+(?:\.\d+)?|(?<![{_SIGNS}])[{_SIGNS}]+)"
        rf"(?P<power>[万亿千]?)(?P<unit>{unit})(?!度|末|的一)"
    )


def unit_of_word(word: str) -> str:
    """The unit of measures that a printed word is: 家 of 户, 人 of 名; the word itself where it is none of ours."""
    return _UNITS.get(word, word.replace("％", "%").replace("㎡", "平方米"))


def _share(match: re.Match[str]) -> StatedQuantity | None:
    value = hundredths(match["of"])
    return None if value is None else StatedQuantity(value, "%", match[0], match.start())


def _counted(match: re.Match[str]) -> StatedQuantity | None:
    """The number in the unit of measures; None for a date, and where the numeral makes no number."""
    value, unit = numeral(match["number"] + match["power"]), _UNITS.get(match["unit"], match["unit"])
    if value is None or (match["unit"] == "年" and value >= _FIRST_YEAR_OF_DATES):
        return None
    if unit == "个月" and value % _WHOLE_QUARTERS == 0:
        unit, value = "年", value / _MONTHS
    return StatedQuantity(value / 10_000 if unit == "万元" else value, unit, match[0], match.start())


def spelled(number: int) -> str:
    """A number below a hundred as articles are counted: 23 → 二十三."""
    signs = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    head = "" if not tens else ("" if tens == 1 else signs[tens]) + "十"
    return head + (signs[ones] if ones or not tens else "")
