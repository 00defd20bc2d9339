"""What one cell of a list says, in its column's type.

In:     the cell's text and stored value, the column, the unit that the list names.
Out:    Decimal, int, ISO date, bool or stripped text; None for an empty cell, 无, / or —.
        Text that is not of the column's type stays as written, for the form checks to report.
Raises: nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from extractors import values
from extractors.content.tables import GridCell
from extractors.values.text import unspaced
from schemas.document import Native
from schemas.tables import Column, Row

Parts = Mapping[str, tuple[GridCell | None, str]]
"""A column's cells by key: one, or those of its sub-columns (satisfied.yes, satisfied.no)."""


def convert(column: Column, parts: Parts, unit: str, above: Row | None) -> object:
    """The value of one column in one row; a ditto mark takes the value of the row above."""
    if column.key in parts:
        spot, text = parts[column.key]
        if values.is_ditto(text):
            return None if above is None else above.values.get(column.key)
        single = _single(column, text, None if spot is None else spot.native, unit)
        if single is not None or len(parts) == 1:
            return single
    if column.kind not in ("truth", "rating"):
        spot, text = next(iter(parts.values()))
        return _single(column, text, None if spot is None else spot.native, unit)
    return _ticked(column, parts)


def _single(column: Column, text: str, native: Native, unit: str) -> object:
    if column.kind != "truth" and column.key != "scale" and values.is_blank(text):
        return None
    cleaned = values.clean(text)
    read: object
    match column.kind:
        case "number":
            read = _number(column, text, native, unit)
        case "integer":
            read = _whole(values.number(re.sub(r"[岁周]", "", text), native))
        case "year":
            read = values.year(text, native)
        case "month" | "date":
            date = values.iso_date(text, native)
            read = date if date is not None else _year_only(text)
        case "phone":
            read = values.phone(text, native)
        case "truth":
            return _truth(column, text)
        case "rating":
            read = values.rating(text)
        case "name":
            return _NUMBER_BEFORE.sub("", re.sub(r"\s+", "", cleaned))
        case _:
            return (_NUMBER_BEFORE.sub("", cleaned) if column.key == "name" else cleaned) or None
    return read if read is not None else cleaned or None


def _number(column: Column, text: str, native: Native, unit: str) -> Decimal | None:
    if column.key == "fee" and values.is_free(text):
        return Decimal(0)
    text = re.sub(r"(?<=[\d.,])\s+(?=\d)", "", text)  # a number that its narrow cell broke in two
    if column.unit == "%":
        return values.share(text, native)
    if column.unit in ("万元", "元"):
        return values.amount(text, column.unit, unit, native)
    return values.amount(text, column.unit, "", native)


def _whole(number: Decimal | None) -> int | None:
    return int(number) if number is not None and number == number.to_integral_value() else None


def _year_only(text: str) -> str | None:
    year = values.year(text)
    return str(year) if year is not None and re.fullmatch(r"\D{0,1}\d{4}年?\D{0,1}", unspaced(text)) else None


def _truth(column: Column, text: str) -> object:
    """Yes or no; satisfaction also in its own words; anything else stays as written."""
    words = unspaced(text)
    if not words:
        return None
    if column.key == "satisfied":
        answer = values.satisfied(text)
        return answer if answer is not None else (None if values.is_blank(text) else words)
    if column.key == "is_micro" and (size := values.small_or_micro(text)) is not None:
        return size
    answer = values.truth(text)
    if answer is not None:
        return answer
    return None if values.is_blank(text) else words


def _ticked(column: Column, parts: Parts) -> object:
    """Which of several sub-columns is ticked; None where none or more than one is."""
    under = {key.split(".", maxsplit=1)[1]: held for key, held in parts.items() if "." in key}
    ticked = [key for key, (spot, text) in under.items() if _has_tick(key, spot, text)] or _signed(under)
    if len(ticked) != 1:
        return None
    if column.kind == "rating":
        return ticked[0]
    return ticked[0] != "no"


def _signed(under: Parts) -> list[str]:
    """The only sub-column that bears a sign of any kind (○, ★): whatever people tick with."""
    written = [key for key, (_, text) in under.items() if unspaced(text)]
    return written if len(written) == 1 and unspaced(under[written[0]][1]) in _SIGNS else []


def _has_tick(key: str, spot: GridCell | None, text: str) -> bool:
    """Whether the cell is ticked: a mark, a check box's TRUE, or the very word of its head written across."""
    if values.mark(text) or values.truth(text) or (spot is not None and spot.native is True):
        return True
    rated = values.rating(text)
    return rated is not None and (rated != "dissatisfied") is (key not in ("no", "dissatisfied"))


def unsettled(column: Column, value: object, parts: Parts) -> bool:
    """Whether a cell holds an answer that only a person can place: a mark on a scale, a number among other words."""
    if value is None and len(parts) > 1:
        return column.key in _RATED and any(unspaced(text) for _, text in parts.values())
    if not isinstance(value, str):
        return False
    if column.kind in ("truth", "rating"):
        return column.key in _RATED and (values.is_grade(value) or not re.search(r"\w", value))
    return _PLACED_BY_PEOPLE.get(column.kind, _nothing)(value)


_SHORT_YEAR = re.compile(r"['’]?\d{2}[年./-]\d{1,2}月?(?:\d{1,2}日?)?")
"""21.11, 21年11月: which century is meant goes without saying for people."""


def _nothing(_value: str) -> bool:
    return False


def _is_short_date(value: str) -> bool:
    return _SHORT_YEAR.fullmatch(unspaced(value)) is not None


_PLACED_BY_PEOPLE: Mapping[str, Callable[[str], bool]] = {
    "number": values.holds_number,
    "integer": values.holds_number,
    "month": _is_short_date,
    "date": _is_short_date,
}
"""By the kind of column, what holds an answer of its kind that is not written as one."""
_NUMBER_BEFORE = re.compile(r"^[（(]?\d{1,4}[、.．)）]\s*(?=[\u4e00-\u9fff])")
"""The row's number in front of its name: 1、甲公司."""
_RATED = ("satisfied", "rating")
_SIGNS = frozenset("○◯〇●◎★☆△▲*＊◆")
