"""Which pandera schema does a form or a list have to satisfy, and what does a failure say?"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd
import pandera.pandas as pa

from schemas.tables import RATINGS

_NUMBER = r"(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}"
_LANDLINE = r"(?:\+?86[- ]?)?(?:[(]?0\d{2,3}[)]?[- ]?)?[2-8]\d{3}[- ]?\d{3,4}(?:(?:[- ]|转|ext\.?)\d{1,6})?"
_SERVICE = r"[48]00[- ]?\d{3,4}[- ]?\d{3,4}|1010\d{4}|9\d{4,7}"
_PHONE = re.compile(f"(?:{_NUMBER}|{_LANDLINE}|{_SERVICE})")
_SEVERAL = re.compile(r"(?<![、,，;；/\s])[、,，;；/\s]++(?=\(?[+\d])")
_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]{1,63}(?:\.[^@\s.]{1,63}){1,10}")
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９（）－—–", "0123456789()---")

WRONG = {
    "number": "不是数字",
    "integer": "不是整数",
    "year": "不是年份",
    "month": "不是年月",
    "date": "不是日期",
    "truth": "不是“是”或“否”",
    "rating": "不是规定的评价",
    "phone": "电话号码格式不对",
    "mobile": "手机号码格式不对",
    "postcode": "邮政编码不是 6 位数字",
    "email": "电子邮件格式不对",
}
EMPTY = "未填写"
ABSENT = "缺少该栏"


@dataclass(frozen=True, slots=True)
class SchemaColumn:
    """One column as the schema sees it: the kind of its values and whether it must be filled and be there."""

    key: str
    kind: str
    filled: bool
    there: bool


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing wrong: in which column, in which row (None: the column itself), and what."""

    column: str
    row: int | None
    why: str


def failures(frame: pd.DataFrame, blanks: Iterable[SchemaColumn]) -> list[Failure]:
    """Everything that pandera finds wrong, each cell once."""
    asked = {blank.key: blank for blank in blanks}
    table = frame[[key for key in frame.columns if key in asked]].reset_index(drop=True)
    try:
        _schema(tuple(asked.values())).validate(table, lazy=True)
    except pa.errors.SchemaErrors as error:
        return _each_once(error.failure_cases, asked)
    return []


def right(kind: str, value: object) -> bool:
    """Whether a value is of the kind that the blank asks for."""
    if kind in ("number", "integer", "year"):
        whole = isinstance(value, int) and not isinstance(value, bool)
        return whole or (isinstance(value, Decimal) and (kind == "number" or value == value.to_integral_value()))
    if kind == "truth":
        return isinstance(value, bool)
    if kind == "rating":
        return value in RATINGS
    return _written_right(kind, str(value).translate(_FULL_WIDTH).strip())


def _written_right(kind: str, text: str) -> bool:
    if kind in ("phone", "mobile"):
        return all(_PHONE.fullmatch(part.strip()) for part in _SEVERAL.split(text))
    if kind == "postcode":
        return re.fullmatch(r"\d{6}", text) is not None
    if kind == "email":
        return all(_EMAIL.fullmatch(part) for part in re.split(r"[、,，;；\s]+", text) if part)
    if kind in ("date", "month"):
        return _DATE.fullmatch(text) is not None
    return True


@functools.lru_cache(maxsize=128)
def _schema(blanks: tuple[SchemaColumn, ...]) -> pa.DataFrameSchema:
    return pa.DataFrameSchema({blank.key: _column(blank) for blank in blanks})


def _column(blank: SchemaColumn) -> pa.Column:
    def fits(value: object) -> bool:
        return right(blank.kind, value)

    check = pa.Check(fits, element_wise=True, ignore_na=True, name=blank.kind)
    return pa.Column(checks=check, nullable=not blank.filled, required=blank.there)


def _each_once(cases: pd.DataFrame, asked: Mapping[str, SchemaColumn]) -> list[Failure]:
    """Pandera reports a cell once per broken check, and an absent column by its name: one failure each."""
    kept: dict[tuple[str, int | None], Failure] = {}
    for check, column, case, index in cases[["check", "column", "failure_case", "index"]].itertuples(index=False):
        if check == "column_in_dataframe":
            kept.setdefault((str(case), None), Failure(str(case), None, ABSENT))
            continue
        row = None if pd.isna(index) else int(index)
        why = EMPTY if check == "not_nullable" else WRONG.get(asked[column].kind, "填写不合要求")
        kept.setdefault((column, row), Failure(column, row, why))
    return sorted(kept.values(), key=lambda failure: -1 if failure.row is None else failure.row)
