"""How are numbers, figures and places put into Chinese sentences?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from schemas.figures import Figure, Value
from schemas.locator import Locator
from schemas.measures import MEASURES
from schemas.regulation.conditions import Condition
from schemas.trust import NOT_WHOLE, Doubt, Doubts

_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
CHECK = "请核实"
_COUNTED = frozenset({"satisfaction"})
"""Shares that are told with what they were counted from."""

_DOUBTS = {
    Doubt.RECOGNISED: "扫描件字迹辨认不清",
    Doubt.MENDED: "扫描件识别有误，已按校验码更正",
    Doubt.STROKE: "横线为“一”或空缺难以辨认",
    Doubt.POINT_OR_COMMA: "小数点与千分位逗号难以分辨",
    Doubt.RUN_INTO: "相邻文字可能伸入该格",
    Doubt.FORM_WITHOUT_LINES: "表格没有框线，按位置读出",
    Doubt.UNEVEN: "名单各行未能对齐",
    Doubt.UNNUMBERED: "扫描名单的序号不连续",
    Doubt.CUT_SHORT: "名单后似有未读出的部分",
    Doubt.RUN_ON: "与其他内容连写，不能确定在何处结束",
    Doubt.NOT_READ: "单元格有内容但未能读出（公式无结果或为图片）",
    Doubt.OWN_WORDS: "填写方式不能直接折算",
    Doubt.ABOUT: "填写的是约数",
    Doubt.OVERLAID: "文字上另有文本框、图形、线条或手写笔迹",
    Doubt.COMMENTED: "该处有批注",
    Doubt.TWO_VALUES: "文件在该处存有两个不同的值",
    Doubt.PARTLY_SHOWN: "文字显示不全或被图片遮盖",
    Doubt.HANDWRITTEN: "为手写填写或手写更正",
    Doubt.CROSSED_OUT: "该处原有文字已划去，未另填写",
    Doubt.MARKED_AS_GONE: "名单中有注明已离职、注销等或姓名已划去的行",
    Doubt.REPLACED: "所在材料为旧版、已作废或属于更早年度",
    Doubt.OTHER_COPY: "另一份同样的表格所填不同或辨认不清",
    Doubt.ROWS_LEFT_OUT: "表中有隐藏行未计入",
    Doubt.MISSPELT: "与其他材料所写名称仅一两字之差",
    Doubt.MAIN_PART: "名单只列主要部分",
    Doubt.LOWER_BOUND: "至少此数",
    Doubt.UPPER_BOUND: "户（次）数，户数至多如此",
    Doubt.COUNTED_APART: "另注明其中计入的部分",
    Doubt.LEAVES_OUT: "另注明有未计入的",
}
"""In plain words; how a value was come by (well recognised, by layout) is no doubt of its own."""


def number(value: Decimal) -> str:
    """The number as people write it: no exponent, no trailing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def day(iso: str) -> str:
    """A date as official papers write it, 2026年3月9日 or 2026年3月; what is none as it is."""
    match = _ISO.fullmatch(iso)
    if match is None:
        return iso
    year, month, of_month = match.groups()
    return f"{year}年{int(month)}月" + (f"{int(of_month)}日" if of_month else "")


def value(stated: Value, unit: str) -> str:
    """A value with its unit."""
    if isinstance(stated, bool):
        return "是" if stated else "否"
    if isinstance(stated, Decimal):
        return f"{number(round(stated, 4))}{unit if unit == '%' else ' ' + unit if unit else ''}"
    return day(str(stated))


def asked(condition: Condition) -> str:
    """What a bound asks, with its number and unit: 不少于 10 人; 不超过 55%."""
    unit = (
        "%"
        if condition.measure in MEASURES and MEASURES[condition.measure].kind == "truth"
        else measure_unit(condition)
    )
    low = [] if condition.at_least is None else [f"不少于 {value(condition.at_least, unit)}"]
    high = [] if condition.at_most is None else [f"不超过 {value(condition.at_most, unit)}"]
    return "、".join([*low, *high])


def measure_unit(condition: Condition) -> str:
    """The unit of what the condition is on."""
    return MEASURES[condition.measure].unit if condition.measure in MEASURES else ""


def shown(figure: Figure) -> str:
    """One figure with its source: 申报表 12 人."""
    remarks = [
        *([figure.reading] if figure.reading else []),
        *([figure.text] if figure.measure in _COUNTED and figure.text else []),
        *doubted(figure.doubts),
        *(["经办人更正"] if figure.corrected else []),
    ]
    remark = f"（{'，'.join(remarks)}）" if remarks else ""
    year = f" {figure.year} 年" if figure.year else ""
    return f"{figure.said_by}{year} {value(figure.value, figure.unit)}{remark}"


def doubted(doubts: Doubts) -> list[str]:
    """The doubts in words, those first that keep the value from being held against anybody."""
    return [_DOUBTS[doubt] for doubt in _DOUBTS if doubt in doubts]


def listed(figures: Iterable[Figure]) -> str:
    """All figures with their sources."""
    return "；".join(dict.fromkeys(shown(figure) for figure in figures))


def places(figures: Iterable[Figure]) -> tuple[Locator, ...]:
    """Where the figures stand, each place once; in a list that was not read whole no cell is surely the right one."""
    whole = (figure for figure in figures if not figure.doubts & NOT_WHOLE)
    return tuple(dict.fromkeys(place for figure in whole for place in figure.evidence))


def pages(places: Iterable[Locator]) -> str:
    """第 3–5 页 of places on pages; empty where none is."""
    numbers = sorted({place.leaf for place in places if place.leaf is not None})
    if not numbers:
        return ""
    return f"第 {numbers[0]} 页" if numbers[0] == numbers[-1] else f"第 {numbers[0]}–{numbers[-1]} 页"


def named(items: Iterable[str], most: int = 8) -> str:
    """A short list of names; a long one ends in how many there are."""
    names = list(items)
    more = f" 等 {len(names)} 项" if len(names) > most else ""
    return "、".join(names[:most]) + more


def joined(items: Sequence[str], last: str) -> str:
    """甲、乙或丙: with ``last`` before the last one."""
    return last.join(filter(None, ("、".join(items[:-1]), *items[-1:])))


def files(places: Iterable[Locator], most: int = 5) -> str:
    """Files, with the page where one is known, in Chinese quotation marks; shortened where many."""
    return named(dict.fromkeys(_file(place) for place in places), most)


def quoted(title: str) -> str:
    """A title in Chinese quotation marks, unless it brings its own."""
    return title if "“" in title else f"“{title}”"


def _file(place: Locator) -> str:
    return f"“{place.file}”" + (f"第 {place.leaf} 页" if place.leaf else "")
